import type { RecordKind } from '@/lib/model'

/** Names one record. For a publisher (`source`) dossier is '', for a dossier it is the dossier's own id. */
export interface RecordKey<K extends RecordKind = RecordKind> {
  kind: K
  dossier: string
  id: string
}

/** The key of a record; `dossier` is looked at only for kinds that stand inside one. */
export function recordKey<K extends RecordKind>(kind: K, dossier: string, id: string): RecordKey<K> {
  return { kind, dossier: kind === 'source' ? '' : kind === 'dossier' ? id : dossier, id }
}

/** A key as one text, to look up by; ids hold no spaces. */
export const keyText = ({ kind, dossier, id }: RecordKey): string => `${kind} ${dossier} ${id}`

/** Whether dossier and kind go together, as `recordKey` makes them. */
export const isSoundKey = ({ kind, dossier, id }: RecordKey): boolean =>
  kind === 'source' ? dossier === '' : kind === 'dossier' ? dossier === id : dossier !== ''
