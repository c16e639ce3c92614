import 'server-only'
import type { Tx } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { pruneSessions, startSession } from '@/db/commands/session'
import type { Session } from '@/db/queries/session'
import { sessionDays } from '../session-cookie'

/** Where somebody signs in from. */
export interface Whence {
  userAgent: string
  address: string
}

/** Starts a session for somebody who has proved who they are, and notes it. `by`: by what else than a password. */
export async function beginSession(
  tx: Tx,
  { user, at, by, userAgent, address }: Whence & { user: string; at: string; by?: string | undefined },
): Promise<Session> {
  const expiresAt = new Date(Date.parse(at) + sessionDays * 24 * 60 * 60 * 1000).toISOString()
  await pruneSessions(tx, { at })
  await writeAudit(tx, { at, by: user, action: 'session.start', subject: user, detail: { address, by } })
  return startSession(tx, { userId: user, at, expiresAt, userAgent, address })
}
