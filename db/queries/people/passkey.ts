import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { passkeys } from '@/db/schema'

/** A passkey of a user. */
export interface Passkey {
  id: string
  userId: string
  name: string
  publicKey: string
  counter: number
  transports: string[]
  createdAt: string
  lastUsedAt: string | null
}

/** The passkeys of a user, oldest first. */
export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
}

/** One passkey by the id of its credential; null: it is unknown here. */
export async function findPasskey(db: Db, id: string): Promise<Passkey | null> {
  const [found] = await db.select().from(passkeys).where(eq(passkeys.id, id))
  return found ?? null
}
