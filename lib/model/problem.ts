import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { languages } from '@/lib/addresses/names'
import { bytesOf, isTooDeep, mostBytes, tooDeepMessage, tooLargeMessage } from './bounds'
import { type AnyRecord, type RecordOf, recordSchemas } from './records'
import { fieldNamesAt, type Schema } from './schema'
import type { RecordKind } from './words'

export type Path = readonly (string | number)[]

/** One thing wrong with a record: which record, which field (`effects.0.stage`), and what to do about it. */
export interface Problem {
  kind: RecordKind
  id: string
  path: Path
  message: string
}

/** A path as readers see it: `effects.0.stage`. The empty path is the record itself. */
export const fieldName = (path: Path): string => path.join('.')

/** "unknown change “x”; did you mean “y”?" */
export function unknown(noun: string, id: string, ids: Iterable<string>, hinting = true): string {
  const near = hinting ? nearest(id, [...ids]) : undefined
  return `names an unknown ${noun} “${id}”${near ? `; did you mean “${near}”?` : ''}`
}

function nearest(id: string, ids: readonly string[]): string | undefined {
  const near = ids.length > 0 ? closest(id, ids) : undefined
  return near && (near.includes(id) || id.includes(near) || sharesHalf(near, id)) ? near : undefined
}

function sharesHalf(a: string, b: string): boolean {
  const words = new Set(a.split('-'))
  const shared = b.split('-').filter((word) => words.has(word)).length
  return shared * 2 >= words.size || a.slice(0, 4) === b.slice(0, 4)
}

export type Parsed<K extends RecordKind> = { ok: true; record: RecordOf[K] } | { ok: false; problems: Problem[] }

/** Parses one record of a kind; on failure every field that is wrong, with what is wrong about it. */
export function parseRecord<K extends RecordKind>(kind: K, data: unknown): Parsed<K> {
  const id = typeof data === 'object' && data !== null && 'id' in data ? String((data as AnyRecord).id) : ''
  const refused = (path: Path, message: string): Parsed<K> => ({ ok: false, problems: [{ kind, id, path, message }] })
  if (isTooDeep(data)) return refused([], tooDeepMessage)
  const path = reservedName(data)
  if (path) return refused(path, reservedMessage)
  const bytes = bytesOf(data)
  if (bytes > mostBytes(kind)) return refused([], tooLargeMessage(kind, bytes))
  const result = recordSchemas[kind].safeParse(data)
  if (result.success) return { ok: true, record: result.data as RecordOf[K] }
  const problems = fieldProblems(result.error, data, recordSchemas[kind])
  return { ok: false, problems: problems.map((problem) => ({ kind, id, ...problem })) }
}

const reserved = '__proto__'

/** What is said of a field that `reservedName` finds. */
export const reservedMessage = 'cannot be the name of anything: choose another'

/**
 * Where data has a field of the one name that means something else to the language itself: a schema would pass it over in
 * silence. Null where there is none.
 */
export function reservedName(data: unknown): Path | null {
  if (typeof data !== 'object' || data === null) return null
  if (Object.hasOwn(data, reserved)) return [reserved]
  for (const [name, value] of Object.entries(data)) {
    const below = reservedName(value)
    if (below) return [Array.isArray(data) ? Number(name) : name, ...below]
  }
  return null
}

type FieldProblem = Pick<Problem, 'path' | 'message'>

/** What a schema found wrong with data, field by field, in words; with the schema the fields that may have been meant. */
export function fieldProblems({ issues }: z.core.$ZodError, data: unknown, schema?: Schema): FieldProblem[] {
  return issues.flatMap((issue) => ofIssue(issue, [], data, schema))
}

function strangeField(key: string, names: readonly string[]): string {
  const near = nearest(key, names)
  return near ? `is not a field of this record; did you mean “${near}”?` : 'is not a field of this record'
}

function ofIssue(issue: z.core.$ZodIssue, above: Path, data: unknown, schema?: Schema): FieldProblem[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: strangeField(key, schema ? fieldNamesAt(schema, path) : []),
    }))
  if (isMissing(data, path)) return [{ path, message: 'is missing' }]
  if (issue.code === 'invalid_union') {
    // What was written is of one of the kinds allowed: then only what is wrong as such says anything.
    const fitting = issue.errors.filter(
      (issues) => !issues.some((one) => one.code === 'invalid_type' && !one.path.length),
    )
    if (fitting.length === 1) return (fitting[0] ?? []).flatMap((one) => ofIssue(one, path, data, schema))
  }
  return [{ path, message: plainMessage(issue) }]
}

/** Whether there is nothing at the path; below a value that is no group, a schema saw what it made of that value. */
function isMissing(data: unknown, path: Path): boolean {
  let value = data
  for (const part of path) {
    if (value === null || typeof value !== 'object') return false
    value = Reflect.get(value, part)
  }
  return value === undefined
}

function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_union')
    return `must be a text, or one text per language such as {${languages.map((language) => `${language}: …`).join(', ')}}`
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  return issue.message
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    boolean: 'true or false',
    string: 'a text',
  }
  return names[type] ?? `a ${type}`
}
