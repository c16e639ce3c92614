import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt, ne, or } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { sessions } from '@/db/schema'
import type { Session } from '../queries/session'

const sessionDays = 14

/** Starts a session with a new unguessable id; it ends at `expiresAt`, 14 days after `at` when that is left out. */
export async function startSession(
  tx: Tx,
  opened: { userId: string; at: string; expiresAt?: string; userAgent?: string; address?: string },
): Promise<Session> {
  const { userId, at, expiresAt = daysAfter(at, sessionDays), userAgent = '', address = '' } = opened
  const session: Session = {
    id: randomBytes(24).toString('base64url'),
    userId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt,
    revokedAt: null,
    userAgent: userAgent.slice(0, 300),
    address: address.slice(0, 100),
    provedAt: null,
  }
  await tx.insert(sessions).values(session)
  return session
}

/** Notes that a session was used, and moves its end when `expiresAt` is given. Ended sessions stay ended. */
export async function touchSession(
  tx: Tx,
  { id, at, expiresAt }: { id: string; at: string; expiresAt?: string },
): Promise<void> {
  const seen = { lastSeenAt: at, ...(expiresAt === undefined ? {} : { expiresAt }) }
  await tx
    .update(sessions)
    .set(seen)
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
}

/** Notes that the user of a session has proved once more who they are. */
export async function proveSession(tx: Tx, { id, at }: { id: string; at: string }): Promise<void> {
  await tx.update(sessions).set({ provedAt: at }).where(eq(sessions.id, id))
}

/** Ends one session. */
export async function endSession(tx: Tx, { id, at }: { id: string; at: string }): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
}

/** Ends all sessions of a user, but for `except`; returns how many there were. */
export async function endSessionsOf(
  tx: Tx,
  { userId, at, except }: { userId: string; at: string; except?: string | undefined },
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** Days that a session is kept after it ended, for those who ask who was signed in. */
const keptDays = 30

/** Deletes sessions that ended thirty days ago or earlier: by their day, by being ended, or for want of use. */
export async function pruneSessions(tx: Tx, { at }: { at: string }): Promise<void> {
  const before = daysAfter(at, -keptDays)
  await tx
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before), lt(sessions.lastSeenAt, before)))
}

const daysAfter = (at: string, days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString()
