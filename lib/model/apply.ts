import type { DossierRecords, RecordOf } from './records'
import { isOutside, type RecordKind } from './words'

/** One record of a dossier put in, or with `record` null taken out. */
export interface RecordEdit<K extends RecordKind = RecordKind> {
  kind: K
  id: string
  record: RecordOf[K] | null
}

const lists = { rule: 'rules', change: 'changes', actor: 'actors', report: 'reports' } as const

/** The dossier as it would be with these edits, of two of one record the later; a new record comes last. The records given are left as they are. */
export function applyEdits(records: DossierRecords, edits: readonly RecordEdit[]): DossierRecords {
  const result: DossierRecords = { ...records }
  const shelves = new Map<keyof typeof lists, Map<string, RecordEdit['record']>>()
  for (const { kind, id, record } of edits) {
    if (isOutside(kind)) continue
    if (kind === 'dossier') {
      if (record) result.dossier = record as RecordOf['dossier']
      continue
    }
    const shelf = shelves.get(kind) ?? new Map<string, RecordEdit['record']>()
    shelves.set(kind, shelf.set(id, record))
  }
  for (const [kind, edited] of shelves) {
    const list = result[lists[kind]] as { id: string }[]
    const there = new Set(list.map(({ id }) => id))
    const come = [...edited].flatMap(([id, record]) => (record && !there.has(id) ? record : []))
    const kept = list.flatMap((one) => (edited.has(one.id) ? (edited.get(one.id) ?? []) : one))
    Object.assign(result, { [lists[kind]]: [...kept, ...come] })
  }
  return result
}
