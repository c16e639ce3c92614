import type { DossierRecords, RecordOf } from './records'
import { isOutside, type RecordKind } from './words'

/** One record of a dossier put in, or with `record` null taken out. */
export interface RecordEdit<K extends RecordKind = RecordKind> {
  kind: K
  id: string
  record: RecordOf[K] | null
}

const lists = { rule: 'rules', change: 'changes', actor: 'actors', report: 'reports' } as const

/** The dossier as it would be with these edits; a new record comes last. The records given are left as they are. */
export function applyEdits(records: DossierRecords, edits: readonly RecordEdit[]): DossierRecords {
  const result: DossierRecords = { ...records }
  for (const { kind, id, record } of edits) {
    if (isOutside(kind)) continue
    if (kind === 'dossier') {
      if (record) result.dossier = record as RecordOf['dossier']
      continue
    }
    const list = result[lists[kind]] as { id: string }[]
    const at = list.findIndex((one) => one.id === id)
    const edited =
      at < 0 ? (record ? [...list, record] : list) : list.flatMap((one) => (one.id !== id ? one : (record ?? [])))
    Object.assign(result, { [lists[kind]]: edited })
  }
  return result
}
