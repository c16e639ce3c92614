import type { Db } from '@/db/dialect'
import { recordFiles } from '@/lib/content/write'
import type { AnyRecord, Report } from '@/lib/model'
import { besides } from '@/lib/signing/grow'
import { placeOf, placesOfDossier } from '@/lib/signing/leaf'
import { type Proof, proofOf } from '@/lib/signing/proof'
import { type Places, placeBits } from '@/lib/signing/tree'
import { type RecordKey, recordKey, siteKey } from '../../key'
import type { PublicContent } from '../porting/public-content'
import { findRevision } from '../revision'
import { findSigningKey, findStatement } from './statement'
import { keptTree, signedRevision } from './tree'

const everything: Places = { at: '0'.repeat(placeBits / 4), bits: 0 }
const placesOf = (key: RecordKey): Places => ({ at: placeOf(key), bits: placeBits })

/** The proof of records by their places in the tree of an edition; null where the edition is not signed. */
async function proofFor(db: Db, edition: number, places: readonly Places[]): Promise<Proof | null> {
  const signed = await findStatement(db, edition)
  if (!signed) return null
  const key = await findSigningKey(db, signed.key)
  return proofOf(signed, key, await besides(signed.tree, places, keptTree(db, edition)))
}

/** The proof of all that is public, as it was read. Null where the edition is not signed. */
export const proofOfAll = (db: Db, { edition }: PublicContent): Promise<Proof | null> =>
  proofFor(db, edition, [everything])

/** The proof of a dossier with publishers, as it was read: that these are of the edition, and that nothing of the dossier is left out. Null where the edition is not signed. */
export const proofOfDossier = (db: Db, { edition, content }: PublicContent): Promise<Proof | null> =>
  proofFor(db, edition, [
    ...content.dossiers.map(({ dossier }) => placesOfDossier(dossier.id)),
    ...content.sources.map(({ id }) => placesOf(recordKey('source', '', id))),
  ])

/** A proof of single records, with their files. */
export type RecordProof = Proof & { records: NonNullable<Proof['records']> }

/**
 * The proof of records of an edition, with the files of each and of what a citation of them rests on: the publisher, the dossier, the site. `missing` names
 * the first record that the edition does not have; null where it is not signed.
 */
export async function proofOfRecords(
  db: Db,
  edition: number,
  keys: readonly RecordKey[],
): Promise<RecordProof | { missing: RecordKey } | null> {
  if (!(await findStatement(db, edition))) return null
  const found = new Map<string, { key: RecordKey; record: AnyRecord }>()
  const take = async (key: RecordKey): Promise<AnyRecord | null> => {
    const name = placeOf(key)
    const known = found.get(name)
    if (known) return known.record
    const revision = await signedRevision(db, key, edition)
    const record =
      revision === null ? null : (((await findRevision(db, key, revision))?.data ?? null) as AnyRecord | null)
    if (record) found.set(name, { key, record })
    return record
  }
  for (const key of keys) {
    const record = await take(key)
    if (!record) return { missing: key }
    if (key.kind !== 'report' && key.kind !== 'dossier') continue
    if (key.kind === 'report') await take(recordKey('source', '', (record as Report).source))
    await take(recordKey('dossier', key.dossier, key.dossier))
    await take(siteKey)
  }
  const records = [...found.values()].map(({ key, record }) => ({
    ...key,
    files: recordFiles(key.kind, key.dossier, record),
  }))
  const proof = await proofFor(db, edition, records.map(placesOf))
  return proof && { ...proof, records }
}
