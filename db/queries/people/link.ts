import { and, desc, eq, gt } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { type LinkKind, signInLinks } from '@/db/schema'

/** A one-time link that is open, without its token. */
export interface SignInLink {
  id: string
  kind: LinkKind
  userId: string | null
  createdAt: string
  createdBy: string
  expiresAt: string
}

const shown = {
  id: signInLinks.id,
  kind: signInLinks.kind,
  userId: signInLinks.userId,
  createdAt: signInLinks.createdAt,
  createdBy: signInLinks.createdBy,
  expiresAt: signInLinks.expiresAt,
}

/** The open link with a token of this mark; null: it was used, replaced, is too old, or there never was one. */
export async function findLink(db: Db, mark: string, at: string): Promise<SignInLink | null> {
  const [found] = await db
    .select(shown)
    .from(signInLinks)
    .where(and(eq(signInLinks.mark, mark), gt(signInLinks.expiresAt, at)))
  return found ?? null
}

/** The open link of a person; null: none. */
export async function findLinkOf(db: Db, userId: string, at: string): Promise<SignInLink | null> {
  const [found] = await db
    .select(shown)
    .from(signInLinks)
    .where(and(eq(signInLinks.userId, userId), gt(signInLinks.expiresAt, at)))
    .orderBy(desc(signInLinks.createdAt), desc(signInLinks.id))
    .limit(1)
  return found ?? null
}
