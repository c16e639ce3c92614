import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { identities, passkeys, users } from '@/db/schema'

/** Whether a row of the users has a way to sign in: who was only invited has none yet. */
export const canSignIn = (): SQL | undefined =>
  or(
    isNotNull(users.passwordHash),
    sql`${users.id} IN (SELECT ${passkeys.userId} FROM ${passkeys})`,
    sql`${users.id} IN (SELECT ${identities.userId} FROM ${identities})`,
  )

/** How many administrators of the whole site there are that can sign in, `except` not counted. */
export async function countAdministrators(db: Db, except = ''): Promise<number> {
  return db.$count(users, and(eq(users.role, 'admin'), isNull(users.disabledAt), ne(users.id, except), canSignIn()))
}
