import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { dossierRoles, users } from '@/db/schema'
import type { Rights, Role } from '@/lib/auth/roles'

export type { Role, SiteRole } from '@/lib/auth/roles'

export interface User extends Rights {
  id: string
  login: string
  name: string
  /** argon2id; null: no password, sign-in by other means only. */
  passwordHash: string | null
  mustChangePassword: boolean
  createdAt: string
  disabledAt: string | null
}

/** Logins are compared in this form, so that no two differ by case or width alone. */
export const foldLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/** A user by login, whatever its case; disabled users are found too. */
export async function findUserByLogin(db: Db, login: string): Promise<User | null> {
  const [found] = await db
    .select()
    .from(users)
    .where(eq(users.login, foldLogin(login)))
  return found ? withRoles(db, found) : null
}

export async function findUser(db: Db, id: string): Promise<User | null> {
  const [found] = await db.select().from(users).where(eq(users.id, id))
  return found ? withRoles(db, found) : null
}

/** All users by login, disabled ones too. */
export async function listUsers(db: Db): Promise<User[]> {
  const found = await db.select().from(users).orderBy(asc(users.login))
  const roles = await rolesOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((row) => ({ ...row, dossierRoles: roles.get(row.id) ?? {} }))
}

/** A row of the users with the roles that it has in single dossiers. */
export async function withRoles(db: Db, row: typeof users.$inferSelect): Promise<User> {
  return { ...row, dossierRoles: (await rolesOf(db, [row.id])).get(row.id) ?? {} }
}

async function rolesOf(db: Db, ids: string[]): Promise<Map<string, Record<string, Role>>> {
  const byUser = new Map<string, Record<string, Role>>()
  if (ids.length === 0) return byUser
  for (const { userId, dossier, role } of await db
    .select()
    .from(dossierRoles)
    .where(inArray(dossierRoles.userId, ids))
    .orderBy(asc(dossierRoles.dossier)))
    byUser.set(userId, { ...byUser.get(userId), [dossier]: role })
  return byUser
}
