import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { dossierRoles, signInLinks, users } from '@/db/schema'
import { countAdministrators } from '../queries/people/administrator'
import { findUser, foldLogin, type Role, type SiteRole, type User, withRoles } from '../queries/user'
import { writeAudit } from './audit'
import { endSessionsOf } from './session'

/** `last-admin`: someone must be left who can let others in. */
export type UserChange = { ok: true; user: User } | { ok: false; reason: 'unknown' | 'last-admin' }

interface By {
  at: string
  /** Id of the user who does it. */
  by: string
}

/** Creates a user; the login is kept in its folded form. Refuses a login that is taken. */
export async function createUser(
  tx: Tx,
  given: By & {
    login: string
    name: string
    role: SiteRole
    passwordHash: string | null
    mustChangePassword?: boolean
  },
): Promise<{ ok: true; user: User } | { ok: false; reason: 'login-taken' }> {
  const user = {
    id: randomUUID(),
    login: foldLogin(given.login),
    name: given.name,
    role: given.role,
    passwordHash: given.passwordHash,
    mustChangePassword: given.mustChangePassword ?? false,
    createdAt: given.at,
    disabledAt: null,
  }
  const made = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.login })
    .returning({ id: users.id })
  if (made.length === 0) return { ok: false, reason: 'login-taken' }
  const detail = { login: user.login, role: user.role }
  await writeAudit(tx, { at: given.at, by: given.by, action: 'user.create', subject: user.id, detail })
  return { ok: true, user: { ...user, dossierRoles: {} } }
}

/** Sets a password hash, ends the user's sessions, but for the one that asks, and closes their one-time links. */
export async function setPassword(
  tx: Tx,
  given: By & { user: string; passwordHash: string; mustChangePassword?: boolean; exceptSession?: string },
): Promise<UserChange> {
  const { user, passwordHash, mustChangePassword = false, exceptSession, at, by } = given
  await endSessionsOf(tx, { userId: user, at, except: exceptSession })
  await tx.delete(signInLinks).where(eq(signInLinks.userId, user))
  return change(tx, { user, at, by }, { passwordHash, mustChangePassword }, 'user.password')
}

/** Gives a role for the whole site; `none` leaves what single dossiers give. Their sessions end: what was captured of them is worth nothing. */
export async function setRole(
  tx: Tx,
  { user, role, at, by }: By & { user: string; role: SiteRole },
): Promise<UserChange> {
  if (role !== 'admin' && (await isLastAdmin(tx, user))) return { ok: false, reason: 'last-admin' }
  await endSessionsOf(tx, { userId: user, at })
  return change(tx, { user, at, by }, { role }, 'user.role')
}

/** Gives a role in one dossier beside the one for the site, or takes it away (null). Their sessions end. */
export async function setDossierRole(
  tx: Tx,
  { user, dossier, role, at, by }: By & { user: string; dossier: string; role: Role | null },
): Promise<UserChange> {
  const found = await findUser(tx, user)
  if (!found) return { ok: false, reason: 'unknown' }
  if (role === null)
    await tx.delete(dossierRoles).where(and(eq(dossierRoles.userId, user), eq(dossierRoles.dossier, dossier)))
  else
    await tx
      .insert(dossierRoles)
      .values({ userId: user, dossier, role })
      .onConflictDoUpdate({ target: [dossierRoles.userId, dossierRoles.dossier], set: { role } })
  await endSessionsOf(tx, { userId: user, at })
  const detail = { dossier, role, before: found.dossierRoles[dossier] ?? null }
  await writeAudit(tx, { at, by, action: 'user.dossier-role', subject: user, detail })
  return { ok: true, user: (await findUser(tx, user)) ?? found }
}

/** Shuts a user out at once: their sessions and one-time links end with the same transaction. */
export async function disableUser(tx: Tx, { user, at, by }: By & { user: string }): Promise<UserChange> {
  if (await isLastAdmin(tx, user)) return { ok: false, reason: 'last-admin' }
  await endSessionsOf(tx, { userId: user, at })
  await tx.delete(signInLinks).where(eq(signInLinks.userId, user))
  return change(tx, { user, at, by }, { disabledAt: at }, 'user.disable')
}

export async function enableUser(tx: Tx, { user, at, by }: By & { user: string }): Promise<UserChange> {
  return change(tx, { user, at, by }, { disabledAt: null }, 'user.enable')
}

async function change(
  tx: Tx,
  { user, at, by }: By & { user: string },
  set: Partial<Pick<User, 'passwordHash' | 'mustChangePassword' | 'role' | 'disabledAt'>>,
  action: string,
): Promise<UserChange> {
  const [changed] = await tx.update(users).set(set).where(eq(users.id, user)).returning()
  if (!changed) return { ok: false, reason: 'unknown' }
  await writeAudit(tx, { at, by, action, subject: user, detail: set.role ? { role: set.role } : null })
  return { ok: true, user: await withRoles(tx, changed) }
}

async function isLastAdmin(tx: Tx, user: string): Promise<boolean> {
  const found = await findUser(tx, user)
  if (found?.role !== 'admin' || found.disabledAt !== null) return false
  return (await countAdministrators(tx, user)) === 0
}
