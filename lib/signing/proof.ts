import { z } from 'zod'
import { recordKinds } from '@/lib/model'
import { leafPart } from './grow'
import { keyIdOf, type PublicKey, publicKeyOf } from './key'
import { placeOf, placesOfDossier, type SignedKey } from './leaf'
import { readStatement, type SignedStatement, type Statement, statementFault } from './statement'
import { emptyRoot, isWithin, OverlapError, readPlaces, spelledPlaces, type TreePart, treeOf } from './tree'

/** The file that carries the proof of a download. */
export const proofFile = 'proof.json'
export const proofForm = 'rulewire-proof-1'

export const publicKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  pem: z.string(),
})

/** That records are those of a signed edition: the statement, its signature and key, and what of the tree is not among the records. */
export const proofSchema = z.strictObject({
  form: z.literal(proofForm),
  statement: z.string(),
  signature: z.string(),
  key: publicKeySchema,
  besides: z.array(z.strictObject({ at: z.string(), hash: z.string().regex(/^[0-9a-f]{64}$/) })),
  origin: z.string().optional(),
  records: z
    .array(
      z.strictObject({
        kind: z.enum(recordKinds),
        dossier: z.string(),
        id: z.string(),
        files: z.array(z.strictObject({ file: z.string(), text: z.string() })),
      }),
    )
    .optional(),
})
export type Proof = z.infer<typeof proofSchema>

/** A proof as it is given out: `beside` is what of the tree lies beside the records that it is for. */
export const proofOf = (
  { statement, signature }: SignedStatement,
  key: PublicKey,
  beside: readonly TreePart[],
): Proof => ({
  form: proofForm,
  statement,
  signature,
  key,
  besides: beside.map((part) => ({ at: spelledPlaces(part), hash: part.hash })),
})

/** A proof as a file. */
export const proofText = (proof: Proof): string => `${JSON.stringify(proof, null, 2)}\n`

/** What keeps a proof from holding, as part of a sentence. */
export class ProofFaultError extends Error {}

/** Reads a proof. Throws `ProofFaultError` for a text that is none. */
export function readProof(text: string): Proof {
  try {
    const read = proofSchema.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const [issue] = read.error.issues
    throw new ProofFaultError(`is no proof of the form ${proofForm}: ${issue?.path.join('.')} ${issue?.message}`)
  } catch (error) {
    if (error instanceof ProofFaultError) throw error
    throw new ProofFaultError('is no JSON')
  }
}

/** A record by the hash of its files. */
export interface HashedRecord extends SignedKey {
  hash: string
}

/** What a proof that holds says of the records. */
export interface Proven {
  statement: Statement
  key: PublicKey
  /** Whether the records are all that were public at the edition. */
  isAll: boolean
  /** Of the dossiers among them those of which every record is there. */
  whole: string[]
}

/**
 * Checks that records are those of the signed edition of a proof. `trusted`: keys that the reader has from elsewhere; null where there are none, and
 * the key that came along is taken. Throws `ProofFaultError`.
 */
export function checkProof(
  proof: Proof,
  records: readonly HashedRecord[],
  trusted: readonly PublicKey[] | null,
): Proven {
  const key = trusted === null ? ownKeyOf(proof) : trusted.find(({ kid }) => kid === proof.key.kid)
  if (!key)
    throw new ProofFaultError(`it is signed with the key ${proof.key.kid}, which is none of those that are trusted`)
  const fault = statementFault(proof, key)
  const statement = readStatement(proof.statement)
  if (fault !== null || !statement) throw new ProofFaultError(fault ?? 'the statement cannot be read')
  const beside = proof.besides.map(({ at, hash }): TreePart => {
    const places = readPlaces(at)
    if (!places) throw new ProofFaultError(`“${at}” is no part of a tree`)
    return { ...places, hash, count: 0 }
  })
  const leaves = records.map((record) => leafPart({ at: placeOf(record), hash: record.hash }))
  if (rootOf([...beside, ...leaves]) !== statement.root)
    throw new ProofFaultError(`edition ${statement.edition} was signed for other records, or with other text in them`)
  const isAll = beside.length === 0
  if (isAll && leaves.length !== statement.records)
    throw new ProofFaultError(`edition ${statement.edition} was signed for ${statement.records} records`)
  const dossiers = [...new Set(records.map(({ dossier }) => dossier))].filter((id) => id !== '')
  // A part that reaches into the dossier, or holds it, may hide records of it.
  const isWhole = (id: string) => {
    const own = placesOfDossier(id)
    return !beside.some((part) => isWithin(part, own) || isWithin(own, part))
  }
  return { statement, key, isAll, whole: dossiers.filter(isWhole) }
}

function rootOf(parts: readonly TreePart[]): string {
  try {
    return treeOf(parts)?.hash ?? emptyRoot
  } catch (error) {
    if (error instanceof OverlapError) throw new ProofFaultError('a record is there twice')
    throw error
  }
}

function ownKeyOf({ key }: Proof): PublicKey {
  const own = keyIdOf(key.x) === key.kid ? publicKeyOf(key.x) : null
  if (!own || own.pem !== key.pem) throw new ProofFaultError('the key that came along is not the one that it says')
  return own
}
