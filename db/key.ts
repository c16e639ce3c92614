import { isOutside, type RecordKind, siteId } from '@/lib/model'

/** Names one record. For a publisher (`source`) and the site dossier is '', for a dossier it is the dossier's own id. */
export interface RecordKey<K extends RecordKind = RecordKind> {
  kind: K
  dossier: string
  id: string
}

/** The key of a record; `dossier` is looked at only for kinds that stand inside one. */
export function recordKey<K extends RecordKind>(kind: K, dossier: string, id: string): RecordKey<K> {
  return { kind, dossier: isOutside(kind) ? '' : kind === 'dossier' ? id : dossier, id }
}

/** A key as one text, to look up by; ids hold no spaces. */
export const keyText = ({ kind, dossier, id }: RecordKey): string => `${kind} ${dossier} ${id}`

/** Whether dossier and kind go together, as `recordKey` makes them. */
export const isSoundKey = ({ kind, dossier, id }: RecordKey): boolean =>
  isOutside(kind) ? dossier === '' : kind === 'dossier' ? dossier === id : dossier !== ''

/** The key of what the tracker says of itself. */
export const siteKey: RecordKey<'site'> = recordKey('site', '', siteId)
