import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { signingKeys, statements } from '@/db/schema'
import { type PublicKey, publicKeyOf } from '@/lib/signing/key'
import type { SignedStatement } from '@/lib/signing/statement'
import type { TreePart } from '@/lib/signing/tree'
import { inChunks } from '../../chunks'

/** What is signed of an edition, with the tree of which it is the root; `tree` null: nothing was public. */
export interface EditionStatement extends SignedStatement {
  edition: number
  tree: TreePart | null
}

/** What is signed of an edition; null where that is not. */
export async function findStatement(db: Db, edition: number): Promise<EditionStatement | null> {
  const [found] = await db.select().from(statements).where(eq(statements.edition, edition))
  return found ?? null
}

/** What is signed of some editions, by their numbers. */
export async function statementsOf(db: Db, numbers: readonly number[]): Promise<Map<number, SignedStatement>> {
  const { edition, statement, signature, key } = statements
  const found = new Map<number, SignedStatement>()
  for (const chunk of inChunks(numbers)) {
    const rows = await db.select({ edition, statement, signature, key }).from(statements).where(inArray(edition, chunk))
    for (const { edition: number, ...signed } of rows) found.set(number, signed)
  }
  return found
}

/** The first edition that is signed; null where none is. */
export async function firstSigned(db: Db): Promise<number | null> {
  const [first] = await db
    .select({ edition: statements.edition })
    .from(statements)
    .orderBy(asc(statements.edition))
    .limit(1)
  return first?.edition ?? null
}

/** A public key, and since which edition it signs. */
export interface UsedKey extends PublicKey {
  since: number
}

/** The public keys that have signed, the newest first. */
export async function listSigningKeys(db: Db): Promise<UsedKey[]> {
  const rows = await db.select().from(signingKeys).orderBy(desc(signingKeys.since), asc(signingKeys.id))
  return rows.map(({ id, x, since }) => ({ ...soundKey(id, x), since }))
}

/** The public key of that thumbprint. Throws where none has signed. */
export async function findSigningKey(db: Db, id: string): Promise<PublicKey> {
  const [found] = await db.select().from(signingKeys).where(eq(signingKeys.id, id))
  if (!found) throw new Error(`There is no public key ${id}: the database is damaged.`)
  return soundKey(id, found.x)
}

function soundKey(id: string, x: string): PublicKey {
  const key = publicKeyOf(x)
  if (key?.kid !== id) throw new Error(`The public key ${id} is not what it is called: the database is damaged.`)
  return key
}
