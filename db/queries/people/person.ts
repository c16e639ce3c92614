import { count, inArray, max } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { drafts, sessions, users } from '@/db/schema'
import { listUsers, type User } from '../user'
import { canSignIn } from './administrator'

/** A person as the list of people shows one. */
export interface PersonEntry {
  user: User
  /** `invited`: there is no way yet to sign in. */
  state: 'active' | 'invited' | 'disabled'
  /** When somebody was last there with a session of this person's, as far as is still known. */
  seenAt: string | null
  /** How many drafts are open under this name. */
  drafts: number
}

/** All people by login. */
export async function listPeople(db: Db): Promise<PersonEntry[]> {
  const found = await listUsers(db)
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const [able, seen, open] = await Promise.all([
    db.select({ id: users.id }).from(users).where(canSignIn()),
    db
      .select({ user: sessions.userId, at: max(sessions.lastSeenAt) })
      .from(sessions)
      .where(inArray(sessions.userId, ids))
      .groupBy(sessions.userId),
    db.select({ user: drafts.author, count: count() }).from(drafts).groupBy(drafts.author),
  ])
  const [signingIn, last, counts] = [
    new Set(able.map(({ id }) => id)),
    new Map(seen.map(({ user, at }) => [user, at])),
    new Map(open.map(({ user, count: many }) => [user, many])),
  ]
  return found.map((user) => ({
    user,
    state: user.disabledAt !== null ? 'disabled' : signingIn.has(user.id) ? 'active' : 'invited',
    seenAt: last.get(user.id) ?? null,
    drafts: counts.get(user.id) ?? 0,
  }))
}

/** One person; null: there is none of that id. */
export async function findPerson(db: Db, id: string): Promise<PersonEntry | null> {
  return (await listPeople(db)).find(({ user }) => user.id === id) ?? null
}
