import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { identities } from '@/db/schema'
import { findUser, type User } from '../user'

/** An account at an identity provider, and whose it is here. */
export interface Identity {
  issuer: string
  subject: string
  userId: string
  createdAt: string
  createdBy: string
  lastUsedAt: string | null
}

/** The accounts of a user at identity providers, oldest first. */
export async function listIdentities(db: Db, userId: string): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.createdAt), asc(identities.issuer), asc(identities.subject))
}

/** Who signs in by an account of an identity provider; null: nobody, or somebody who was shut out. */
export async function findUserByIdentity(
  db: Db,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<User | null> {
  const [found] = await db
    .select({ user: identities.userId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  const user = found ? await findUser(db, found.user) : null
  return user?.disabledAt === null ? user : null
}
