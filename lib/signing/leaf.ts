import { type RecordFile, recordFiles } from '@/lib/content/write'
import type { AnyRecord, RecordKind } from '@/lib/model'
import { digestOf } from './digest'
import type { Places } from './tree'

/** Names one record: for a publisher and the site `dossier` is ''. */
export interface SignedKey {
  kind: RecordKind
  dossier: string
  id: string
}

/** Hex digits that the places of all records of a dossier have alike. */
const dossierDigits = 16
const digits = 64

/** The place of a record in the tree, 64 hex digits: those of one dossier stand together. */
export const placeOf = ({ kind, dossier, id }: SignedKey): string =>
  digestOf(dossier).slice(0, dossierDigits) + digestOf(`${kind} ${dossier} ${id}`).slice(0, digits - dossierDigits)

/** The places of all records of a dossier; of '' those of publishers and the site. */
export const placesOfDossier = (dossier: string): Places => ({
  at: digestOf(dossier).slice(0, dossierDigits).padEnd(digits, '0'),
  bits: 4 * dossierDigits,
})

const leafMark = Uint8Array.of(0)

/** A file of a record by its SHA-256. */
export interface FileDigest {
  file: string
  digest: string
}

/**
 * The hash of a record: of its key on a line, and of each of its files as `sha256sum` writes it, its SHA-256 in hex, two blanks, and its path
 * below the content folder, by path.
 */
export function leafOf({ kind, dossier, id }: SignedKey, files: readonly FileDigest[]): string {
  const lines = [...files].sort((a, b) => (a.file < b.file ? -1 : 1)).map(({ file, digest }) => `${digest}  ${file}\n`)
  return digestOf(leafMark, `${kind} ${dossier} ${id}\n`, ...lines)
}

export const digestOfFile = ({ file, text }: RecordFile): FileDigest => ({ file, digest: digestOf(text) })

/** The hash of a record in its canonical file form. */
export const leafOfRecord = (key: SignedKey, record: AnyRecord): string =>
  leafOf(key, recordFiles(key.kind, key.dossier, record).map(digestOfFile))

/** The hashes of records in their order; null of one that is removed. To be done on a thread where they are many. */
export const hashRecords = (records: readonly { key: SignedKey; record: AnyRecord | null }[]): (string | null)[] =>
  records.map(({ key, record }) => record && leafOfRecord(key, record))
