import { type DateText, precisionOf } from '@/lib/model'
import { onOneLine, type Work } from './work'

const types: Record<Work['kind'], string> = { news: 'NEWS', official: 'RPRT', page: 'ELEC', law: 'STAT' }

/** `2023/08/23/`, `2023/08//`, `2023///`: what is not known stays empty between its slashes. */
function dateOf(date: DateText): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/** Authors are people, whose names are parted at a comma: an institution that has one is the publisher only. */
const asAuthor = (name: string | undefined): string | undefined => (name?.includes(',') ? undefined : name)

/** A work in the RIS format (Research Information Systems, 2001), in UTF-8. */
export function toRis(work: Work): string {
  const { id, kind, author, title, container, section, genre, issued, url, accessed, language, found, note } = work
  const fields: [string, string | undefined][] = [
    ['TY', types[kind]],
    ['ID', id],
    ['AU', asAuthor(author)],
    ['TI', title],
    ['T2', container],
    ['SE', section],
    ['M3', genre],
    ['PB', author ?? work.authority],
    ['PY', issued && dateOf(issued)],
    ['DA', issued && dateOf(issued)],
    ['UR', url],
    // Where the date of the work has no month, bibutils and citation-js would take this one's.
    ['Y2', issued !== undefined && precisionOf(issued) !== 'year' ? dateOf(accessed) : undefined],
    ['LA', language],
    ['ET', work.version],
    ['DP', found],
    ['N1', note],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}
