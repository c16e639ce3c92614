import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { sessions, users } from '@/db/schema'
import { type User, withRoles } from './user'

export interface Session {
  id: string
  userId: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  revokedAt: string | null
  userAgent: string
  address: string
  /** When its user last proved who they are; null: when it began. */
  provedAt: string | null
}

/** Hours without a request after which a session ends by itself. */
export const idleHours = 8

/** A session that still counts, with its user; null when it is unknown, revoked, idle, past its end, or the user disabled. */
export async function findSession(
  db: Db,
  id: string,
  at = new Date().toISOString(),
): Promise<{ session: Session; user: User } | null> {
  const [found] = await db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), counts(at), isNull(users.disabledAt)))
  return found ? { session: found.session, user: await withRoles(db, found.user) } : null
}

/** The sessions of a user that still count, those seen last first. */
export async function listSessions(db: Db, userId: string, at = new Date().toISOString()): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), counts(at)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
}

const counts = (at: string) =>
  and(isNull(sessions.revokedAt), gt(sessions.expiresAt, at), gt(sessions.lastSeenAt, hoursBefore(at, idleHours)))

const hoursBefore = (at: string, hours: number) => new Date(Date.parse(at) - hours * 3_600_000).toISOString()

/** When somebody was last at the desk before a session began; null: never, as far as is still known. */
export async function lastVisitBefore(
  db: Db,
  { userId, createdAt }: Pick<Session, 'userId' | 'createdAt'>,
): Promise<string | null> {
  const [found] = await db
    .select({ seen: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), lt(sessions.lastSeenAt, createdAt)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(1)
  return found?.seen ?? null
}
