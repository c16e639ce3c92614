import type { BegunKind } from './record-shapes'

/** A record that has no more than its id and its name in one language yet; the rest is filled in in its draft. */
export function newRecord(kind: BegunKind, id: string, name: string, language: string): Record<string, unknown> {
  const named = { [language]: name }
  if (kind === 'rule') return { id, title: named, scope: {} }
  if (kind === 'change') return { id, title: named, alterations: [] }
  return { id, name: named, kind: 'other' }
}
