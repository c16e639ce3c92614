import { isAlias, isNode, LineCounter, parseDocument, stringify, visit } from 'yaml'
import { parseYaml } from '@/lib/content/document'
import type { Applied } from './fields'

/** A record as the desk shows and edits it where it has no form of its own: YAML, every field on lines of its own. */
export const recordText = (data: unknown): string => stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })

/**
 * Reads back what `recordText` gave of `data` and a person edited; the record keeps its id. A text that is as it was shown is
 * `data` itself. What is refused is told with its line, counted from 1.
 */
export function readRecordText(text: string, data: object, id: string): Applied {
  const typed = text.replace(/\r\n?/g, '\n')
  if (typed === recordText(data).toWellFormed().replace(/\r\n?/g, '\n')) return { ok: true, data: { ...data } }
  const anchor = anchorLine(typed)
  if (anchor !== null)
    return {
      ok: false,
      message: `line ${anchor} has an anchor (&) or an alias (*), which a draft does not take: write out what it stands for`,
    }
  const read = parseYaml('text', typed)
  const [problem] = read.problems
  if (problem) return { ok: false, message: `line ${problem.line} ${problem.message}` }
  if (typeof read.data !== 'object' || read.data === null || Array.isArray(read.data))
    return { ok: false, message: 'must be one record: fields, one to a line' }
  return { ok: true, data: { ...read.data, id } }
}

/** Line of the first anchor or alias of a YAML text; null when it has none. They grow when they are written out. */
function anchorLine(text: string): number | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  let found: number | null = null
  visit(document, (_, node) => {
    if (!isNode(node) || !(isAlias(node) || ('anchor' in node && node.anchor))) return undefined
    found = Math.max(1, lines.linePos(node.range?.[0] ?? 0).line)
    return visit.BREAK
  })
  return found
}
