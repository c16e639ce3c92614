import type { DateText } from '@/lib/model'
import type { Work } from './work'

const types: Record<Work['kind'], string> = {
  news: 'article-newspaper',
  official: 'report',
  page: 'webpage',
  law: 'legislation',
}

const dateOf = (date: DateText) => ({ 'date-parts': [date.split('-').map(Number)] })

/** Works as CSL-JSON (Citation Style Language 1.0.2, input data): a list of items. */
export const toCslJson = (works: readonly Work[]): string => `${JSON.stringify(works.map(itemOf), null, 2)}\n`

/** A field that is not known is left out. */
function itemOf(work: Work) {
  const { id, kind, author, title, container, section, authority, genre, issued, url, accessed, language } = work
  return {
    id,
    type: types[kind],
    author: author === undefined ? undefined : [{ literal: author }],
    title,
    'container-title': container,
    section,
    authority,
    genre,
    publisher: kind === 'official' ? author : undefined,
    issued: issued && dateOf(issued),
    URL: url,
    accessed: dateOf(accessed),
    language,
    version: work.version,
    source: work.found,
    note: work.note,
  }
}
