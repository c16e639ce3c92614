import type { Database } from '@/db/client'
import { createUser } from '@/db/commands/user'
import type { Role, User } from '@/db/queries/user'
import { at } from './content'

/** A user as the desk would make one. */
export async function makeUser(database: Database, login: string, role: Role = 'editor'): Promise<User> {
  const made = await database.write((tx) =>
    createUser(tx, { login, name: login, role, passwordHash: null, at, by: 'tester' }),
  )
  if (!made.ok) throw new Error(`${login} exists`)
  return made.user
}
