import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { users } from '@/db/schema'
import type { Role } from '@/lib/auth/roles'

export type { Role } from '@/lib/auth/roles'

export interface User {
  id: string
  login: string
  name: string
  role: Role
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
  return found ?? null
}

export async function findUser(db: Db, id: string): Promise<User | null> {
  const [found] = await db.select().from(users).where(eq(users.id, id))
  return found ?? null
}

/** All users by login, disabled ones too. */
export async function listUsers(db: Db): Promise<User[]> {
  return db.select().from(users).orderBy(asc(users.login))
}
