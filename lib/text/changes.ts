import { diffWords } from 'diff'
import { recordFields } from '@/lib/content'
import type { AnyRecord, RecordKind } from '@/lib/model'

/** One field of a record that differs between two states: its path in the file form, and what stood there. */
export interface FieldChange {
  /** `headline.en`, `effects.1.stage` */
  path: string
  before: string | null
  after: string | null
}

/**
 * The fields in which two states of a record differ, in the order of the file form; null stands for a record that was not there.
 */
export function fieldChanges(kind: RecordKind, before: AnyRecord | null, after: AnyRecord | null): FieldChange[] {
  const [had, has] = [before, after].map((record) =>
    record ? new Map(leaves(recordFields(kind, record))) : new Map<string, string>(),
  )
  const paths = new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])
  return [...paths].flatMap((path) => {
    const [old, fresh] = [had?.get(path) ?? null, has?.get(path) ?? null]
    return old === fresh ? [] : [{ path, before: old, after: fresh }]
  })
}

function leaves(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

/** A stretch of text that both states have, or only one of them. */
export interface Stretch {
  kind: 'kept' | 'taken' | 'added'
  text: string
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Two texts word by word; Japanese is taken apart by its words too (Unicode, annex 29). */
export const wordChanges = (before: string, after: string): Stretch[] =>
  diffWords(before, after, { intlSegmenter: segmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'taken' : 'kept',
    text: value,
  }))
