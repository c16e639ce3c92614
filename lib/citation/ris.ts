import type { DateText } from '@/lib/model'
import { onOneLine, type Work } from './work'

const types: Record<Work['kind'], string> = { news: 'NEWS', official: 'GOVDOC', page: 'ELEC' }

/** `2023/08/23/`, `2023/08//`, `2023///`: what is not known stays empty between its slashes. */
function dateOf(date: DateText): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/**
 * A work in the RIS format (Research Information Systems, 2001), in UTF-8. Its authors are people, whose names are parted at a
 * comma; so the institution stands as the publisher too.
 */
export function toRis({ id, kind, author, title, issued, url, accessed, language, note }: Work): string {
  const fields: [string, string | undefined][] = [
    ['TY', types[kind]],
    ['ID', id],
    ['AU', author],
    ['TI', title],
    ['PB', author],
    ['PY', issued.slice(0, 4)],
    ['DA', dateOf(issued)],
    ['UR', url],
    ['Y2', dateOf(accessed)],
    ['LA', language],
    ['N1', note],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}
