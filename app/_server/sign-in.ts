import 'server-only'
import { headers } from 'next/headers'
import { database } from '@/db/client'
import { clearAttempts, takeAttempt } from '@/db/commands/attempt'
import { writeAudit } from '@/db/commands/audit'
import { startSession } from '@/db/commands/session'
import { findUserByLogin, foldLogin, type User } from '@/db/queries/user'
import { verifyPassword } from '@/lib/auth/password'
import { now } from './clock'
import { sessionDays } from './session-days'

export interface SignIn {
  login: string
  password: string
  userAgent: string
  address: string
}

export type SignedIn = { ok: true; user: User; session: string } | { ok: false; reason: 'wrong' | 'blocked' }

/** Where the running request comes from: the browser, and the address that `server.ts` saw. */
export async function whence(): Promise<{ userAgent: string; address: string }> {
  const asked = await headers()
  return { userAgent: asked.get('user-agent') ?? '', address: asked.get('x-rulewire-address') ?? '' }
}

const limits = { account: 10, address: 50, windowSeconds: 15 * 60 }

/**
 * Checks a name and a password and starts a session. A wrong one takes as long as a right one, and attempts are counted
 * per account and address together, and per address, so that a stranger cannot lock anybody out.
 */
export async function checkSignIn({ login, password, userAgent, address }: SignIn): Promise<SignedIn> {
  const { db, write } = await database()
  const at = now()
  const pair = `sign-in ${address} ${foldLogin(login).slice(0, 80)}`
  const { windowSeconds } = limits
  const allowed = await write(async (tx) => {
    const byPair = await takeAttempt(tx, { key: pair, at, limit: limits.account, windowSeconds })
    const byAddress = await takeAttempt(tx, { key: `sign-in ${address}`, at, limit: limits.address, windowSeconds })
    return byPair.allowed && byAddress.allowed
  })
  if (!allowed) return { ok: false, reason: 'blocked' }
  const user = await findUserByLogin(db, login)
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !right || user.disabledAt !== null) {
    const failed = {
      at,
      by: user?.id ?? '',
      action: 'session.refuse',
      subject: foldLogin(login).slice(0, 80),
      detail: { address },
    }
    await write((tx) => writeAudit(tx, failed))
    return { ok: false, reason: 'wrong' }
  }
  const expiresAt = new Date(Date.parse(at) + sessionDays * 24 * 60 * 60 * 1000).toISOString()
  const session = await write(async (tx) => {
    await clearAttempts(tx, { key: pair })
    await writeAudit(tx, { at, by: user.id, action: 'session.start', subject: user.id, detail: { address } })
    return startSession(tx, { userId: user.id, at, expiresAt, userAgent, address })
  })
  return { ok: true, user, session: session.id }
}
