import { type AnyRecord, type Dossier, firstDay, publishedDate, type Report } from '@/lib/model'
import { fieldsOf, type Names, type SearchedKind } from '@/lib/search/fields'
import { storedText } from '@/lib/search/stored'

/** Where a record stands; publishers stand in no dossier. */
export interface SearchIn {
  names: Names | null
  dossier: Dossier | null
}

/** What the search keeps of a record: what it is called, all it may be searched by and, of a report, its day. */
export function searchText(kind: SearchedKind, record: AnyRecord, { names, dossier }: SearchIn) {
  const { title, rest } = fieldsOf(kind, record as never, names)
  const stored = (said: typeof title) => storedText(said.map(({ text }) => text))
  return {
    day: kind === 'report' && dossier ? dayOf(record as Report, dossier) : '',
    title: stored(title),
    text: stored([...title, ...rest]),
  }
}

const dayOf = ({ published }: Report, { timeZone }: Dossier) => firstDay(publishedDate(published, timeZone))
