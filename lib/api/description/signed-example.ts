import { recordFiles } from '@/lib/content/write'
import type { AnyRecord } from '@/lib/model'
import { leafPart } from '@/lib/signing/grow'
import { signingKeyIn } from '@/lib/signing/key'
import { leafOfRecord, placeOf, type SignedKey } from '@/lib/signing/leaf'
import { proofOf } from '@/lib/signing/proof'
import { type SignedStatement, statementForm, statementText } from '@/lib/signing/statement'
import { treeOf } from '@/lib/signing/tree'

/** Everybody knows it: it signs examples. */
const everybodysKey = Buffer.alloc(32).toString('base64')

/** What is signed of an edition that holds these records, and the proof of the first of them. */
export function signedExample(
  records: readonly { key: SignedKey; data: AnyRecord }[],
  edition: { number: number; publishedAt: string },
  root: string,
) {
  const signing = signingKeyIn(everybodysKey)
  const parts = records.map(({ key, data }) => leafPart({ at: placeOf(key), hash: leafOfRecord(key, data) }))
  const tree = treeOf(parts)
  const [first] = records
  if (!signing || !tree || !first) throw new Error('The example of a signed edition has no records.')
  const { publicKey } = signing
  const said = {
    form: statementForm,
    site: 'example.org,2026-11-01',
    edition: edition.number,
    time: edition.publishedAt,
    records: records.length,
  } as const
  const statement = statementText({ ...said, root: tree.hash, previous: null, key: publicKey.kid })
  const signed: SignedStatement = { statement, signature: signing.sign(statement), key: publicKey.kid }
  const { key, data } = first
  const proof = {
    ...proofOf(signed, publicKey, parts.slice(1)),
    records: [{ ...key, files: recordFiles(key.kind, key.dossier, data) }],
    origin: root,
  }
  return { signed, proof }
}
