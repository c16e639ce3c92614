import { z } from 'zod'
import { digestOf } from './digest'
import { isSignedBy, type PublicKey } from './key'

/** The form of what is signed. It is another one as soon as the same record would be written or hashed in another way. */
export const statementForm = 'rulewire-edition-1' as const

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What is signed of an edition, its fields in the order in which they are written. */
const statementSchema = z.strictObject({
  form: z.literal(statementForm),
  /** In whose name, and since which day (RFC 4151): `example.org,2026-11-01`; null where that was not settled. */
  site: z.string().nullable(),
  edition: z.int().min(1),
  time: z.iso.datetime(),
  root: hashSchema,
  /** How many records are public. */
  records: z.int().min(0),
  /** The SHA-256 of the statement of the edition before; null: this is the first. */
  previous: hashSchema.nullable(),
  /** The thumbprint of the key that signs. */
  key: z.string(),
})
export type Statement = z.infer<typeof statementSchema>

/** A statement as it was signed. */
export interface SignedStatement {
  /** The very text over which the signature goes. */
  statement: string
  /** Base64url. */
  signature: string
  /** The thumbprint of the key. */
  key: string
}

/** The one text of a statement. */
export const statementText = (statement: Statement): string => {
  const { form, site, edition, time, root, records, previous, key } = statement
  return JSON.stringify({ form, site, edition, time, root, records, previous, key })
}

/** What a statement says; null for a text that no statement is written as. */
export function readStatement(text: string): Statement | null {
  try {
    const statement = statementSchema.parse(JSON.parse(text))
    return statementText(statement) === text ? statement : null
  } catch {
    return null
  }
}

/** What the next statement names it by. */
export const statementDigest = (text: string): string => digestOf(text)

/** What is wrong with a statement, signed by a key; null: nothing. */
export function statementFault(
  { statement: text, signature }: Pick<SignedStatement, 'statement' | 'signature'>,
  key: PublicKey,
): string | null {
  const statement = readStatement(text)
  if (!statement) return `the statement of the edition is not of the form ${statementForm}`
  if (statement.key !== key.kid) return `the statement names another key, ${statement.key}`
  return isSignedBy(key, text, signature) ? null : 'the signature does not fit the statement'
}
