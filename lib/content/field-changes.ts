import { diffArrays } from 'diff'
import { plainLanguage } from '@/lib/addresses/names'
import { type AnyRecord, parseRecord, type RecordKind } from '@/lib/model'
import { recordFields } from './write'

/** One field of a record that differs between two states: its path in the file form, and what stood there. */
export interface FieldChange {
  /** `headline.en`, `effects.1.stage`; of what is only in the state before, the place that it had there. */
  path: string
  before: string | null
  after: string | null
}

/**
 * The fields in which two states of a record differ, in the order of the file form; null stands for a record that was not there.
 * A draft may be given that is no record yet. An item of a list that only stands at another place is no difference.
 */
export function fieldChanges(kind: RecordKind, before: unknown, after: unknown): FieldChange[] {
  return between(fieldsOf(kind, before), fieldsOf(kind, after), '')
}

/** The fields of the file form; of what is no record yet those that a record has. */
function fieldsOf(kind: RecordKind, data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  const parsed = parseRecord(kind, data)
  return recordFields(kind, parsed.ok ? parsed.record : (data as AnyRecord))
}

type Branch = Record<string, unknown> | unknown[]
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null
const below = (path: string, part: string | number): string => (path === '' ? String(part) : `${path}.${part}`)

function between(before: unknown, after: unknown, path: string): FieldChange[] {
  if (Array.isArray(before) && Array.isArray(after))
    return pairs(before, after).flatMap(({ was, is }) =>
      between(before[was ?? -1], after[is ?? -1], below(path, is ?? was ?? 0)),
    )
  const [had, has] = [asText(before, after), asText(after, before)]
  if (isBranch(had) && isBranch(has) && Array.isArray(had) === Array.isArray(has)) {
    const names = new Set([...Object.keys(had), ...Object.keys(has)])
    return [...names].flatMap((name) => between(own(had, name), own(has, name), below(path, name)))
  }
  if (!isBranch(had) && !isBranch(has)) {
    const [old, fresh] = [leaf(had), leaf(has)]
    return old === fresh ? [] : [{ path, before: old, after: fresh }]
  }
  return [
    ...leaves(had, path).map(([at, text]) => ({ path: at, before: text, after: null })),
    ...leaves(has, path).map(([at, text]) => ({ path: at, before: null, after: text })),
  ]
}

/** A bare text beside one per language is its English (model, section 3). */
const asText = (value: unknown, other: unknown): unknown =>
  typeof value === 'string' && isBranch(other) && !Array.isArray(other) ? { [plainLanguage]: value } : value

const own = (branch: Branch, name: string): unknown =>
  Object.hasOwn(branch, name) ? Reflect.get(branch, name) : undefined
const leaf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

function leaves(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return []
  if (!isBranch(value)) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, below(path, key)))
}

/** The places of one item before and after; null where it is not there. */
interface Pair {
  was: number | null
  is: number | null
}

/** Which items of two lists are the same: equal ones in their order, then between those the ones about the same thing. */
function pairs(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const found: Pair[] = []
  let taken: number[] = []
  let [was, is] = [0, 0]
  const settle = (added: number[]) => {
    found.push(...matched(taken, added, before, after))
    taken = []
  }
  for (const { added, removed, count } of diffArrays(before.map(textOf), after.map(textOf))) {
    const run = (from: number) => Array.from({ length: count }, (_, at) => from + at)
    if (removed) {
      taken = run(was)
      was += count
    } else if (added) {
      settle(run(is))
      is += count
    } else {
      settle([])
      for (let at = 0; at < count; at++) found.push({ was: was++, is: is++ })
    }
  }
  settle([])
  return found
}

function matched(taken: number[], added: number[], before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const left = [...taken]
  const only = taken.length === 1 && added.length === 1
  const met = added.map((is): Pair => {
    const place = left.findIndex(
      (was) => isBranch(before[was]) && (only || subject(before[was]) === subject(after[is])),
    )
    return { was: place < 0 ? null : (left.splice(place, 1)[0] ?? null), is }
  })
  return [...left.map((was) => ({ was, is: null })), ...met]
}

const textOf = (item: unknown): string => JSON.stringify(item) ?? ''

/** What an item of a list is about. */
function subject(item: unknown): string {
  if (!isBranch(item)) return textOf(item)
  return textOf(['id', 'change', 'kind', 'rule', 'actor', 'about', 'who', 'on'].map((name) => own(item, name) ?? null))
}
