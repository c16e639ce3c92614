import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { type LinkKind, signInLinks } from '@/db/schema'
import { countAdministrators } from '../../queries/people/administrator'
import type { SignInLink } from '../../queries/people/link'
import { findUser, type User } from '../../queries/user'
import { writeAudit } from '../audit'
import { createUser, setPassword } from '../user'

const hour = 3_600_000
/** Hours that a link is open. */
const open: Record<LinkKind, number> = { 'first-admin': 24, invite: 7 * 24, reset: 24 }

/** What is kept of a new token: its mark, and the token itself, sealed for the one time that it is shown. */
export interface NewLink {
  mark: string
  sealed?: { sealed: string; sealedBy: string } | undefined
  at: string
  by: string
}

/**
 * Opens a one-time link for a person, or for whoever becomes the first administrator (`user` null). An earlier one of the same person
 * opens nothing from now on; those of the first administrator stand beside each other, for every node that starts has printed one.
 */
export async function openLink(
  tx: Tx,
  { kind, user, mark, sealed, at, by }: NewLink & { kind: LinkKind; user: string | null },
): Promise<SignInLink> {
  await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, at))
  if (user !== null) await tx.delete(signInLinks).where(eq(signInLinks.userId, user))
  const expiresAt = new Date(Date.parse(at) + open[kind] * hour).toISOString()
  const link: SignInLink = { id: randomUUID(), kind, userId: user, createdAt: at, createdBy: by, expiresAt }
  await tx.insert(signInLinks).values({ ...link, mark, sealed: sealed?.sealed, sealedBy: sealed?.sealedBy })
  await writeAudit(tx, { at, by, action: `link.${kind}`, subject: user ?? link.id, detail: { expiresAt } })
  return link
}

/** The sealed token of a person's link, the first time that who made it asks; null: it was shown, or is another's. */
export async function takeToken(
  tx: Tx,
  { user, by }: { user: string; by: string },
): Promise<{ sealed: string; sealedBy: string; kind: LinkKind; expiresAt: string } | null> {
  const whose = and(eq(signInLinks.userId, user), eq(signInLinks.createdBy, by))
  const [found] = await tx.select().from(signInLinks).where(whose)
  if (!found?.sealed || !found.sealedBy) return null
  await tx.update(signInLinks).set({ sealed: null, sealedBy: null }).where(eq(signInLinks.id, found.id))
  const { sealed, sealedBy, kind, expiresAt } = found
  return { sealed, sealedBy, kind, expiresAt }
}

/** Uses a link up: of two who come with it at once one finds it gone. */
async function takeLink(tx: Tx, mark: string, at: string): Promise<{ kind: LinkKind; userId: string | null } | null> {
  const [taken] = await tx
    .delete(signInLinks)
    .where(and(eq(signInLinks.mark, mark), gt(signInLinks.expiresAt, at)))
    .returning({ kind: signInLinks.kind, userId: signInLinks.userId })
  return taken ?? null
}

/**
 * Sets the password of the person whose link this is, and ends all their sessions. Null: the link opens nothing any more, or they were shut
 * out meanwhile.
 */
export async function passwordByLink(
  tx: Tx,
  { mark, passwordHash, at }: { mark: string; passwordHash: string; at: string },
): Promise<User | null> {
  const link = await takeLink(tx, mark, at)
  const user = link?.userId ? await findUser(tx, link.userId) : null
  if (!link || !user || user.disabledAt !== null) return null
  await writeAudit(tx, { at, by: user.id, action: 'link.use', subject: user.id, detail: { kind: link.kind } })
  const changed = await setPassword(tx, { user: user.id, passwordHash, at, by: user.id })
  return changed.ok ? changed.user : null
}

/** Makes the first administrator by the link that a start has printed. All such links are closed then. */
export async function firstAdministratorByLink(
  tx: Tx,
  given: { mark: string; login: string; name: string; passwordHash: string; at: string; by: string },
): Promise<{ ok: true; user: User } | { ok: false; reason: 'gone' | 'login-taken' }> {
  const { mark, login, name, passwordHash, at, by } = given
  if ((await countAdministrators(tx)) > 0) return { ok: false, reason: 'gone' }
  const open = and(eq(signInLinks.mark, mark), gt(signInLinks.expiresAt, at), isNull(signInLinks.userId))
  if ((await tx.$count(signInLinks, open)) === 0) return { ok: false, reason: 'gone' }
  const made = await createUser(tx, { login, name, role: 'admin', passwordHash, at, by })
  if (!made.ok) return made
  // Of two who come at once with two links the second waits here, and finds its own gone.
  const closed = await tx
    .delete(signInLinks)
    .where(eq(signInLinks.kind, 'first-admin'))
    .returning({ id: signInLinks.id, mark: signInLinks.mark })
  if (!closed.some((link) => link.mark === mark)) throw new LinkGoneError()
  await writeAudit(tx, {
    at,
    by: made.user.id,
    action: 'link.use',
    subject: made.user.id,
    detail: { kind: 'first-admin' },
  })
  return made
}

/** Another has become the first administrator at this very moment. Nothing was stored. */
export class LinkGoneError extends Error {
  constructor() {
    super('This link was used.')
    this.name = 'LinkGoneError'
  }
}
