import { stringify } from 'yaml'
import { parseYaml } from '@/lib/content/document'
import { mostBytes, type RecordKind } from '@/lib/model'
import type { Applied } from './fields'

/** A record as the desk shows and edits it where it has no form of its own: YAML, every field on lines of its own. */
export const recordText = (data: unknown): string => stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })

/**
 * Reads back what `recordText` gave of `data` and a person edited; the record keeps its id. A text that is as it was shown is
 * `data` itself. What is refused is told with its line, counted from 1.
 */
export function readRecordText(text: string, data: object, { kind, id }: { kind: RecordKind; id: string }): Applied {
  const typed = text.replace(/\r\n?/g, '\n')
  if (typed === recordText(data).toWellFormed().replace(/\r\n?/g, '\n')) return { ok: true, data: { ...data } }
  const most = mostBytes(kind)
  if (Buffer.byteLength(typed) > most)
    return { ok: false, message: `has ${Buffer.byteLength(typed)} bytes, and a ${kind} may have ${most}: shorten it` }
  const read = parseYaml('text', typed, { aliases: false })
  const [problem] = read.problems
  if (problem) return { ok: false, message: `line ${problem.line} ${problem.message}` }
  if (typeof read.data !== 'object' || read.data === null || Array.isArray(read.data))
    return { ok: false, message: 'must be one record: fields, one to a line' }
  return { ok: true, data: { ...read.data, id } }
}
