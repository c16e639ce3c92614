import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { headers } from 'next/headers'
import { database } from '@/db/client'
import { forgiveSignIn, takeSignIn } from '@/db/commands/attempt'
import { writeAudit } from '@/db/commands/audit'
import { pruneSessions, startSession } from '@/db/commands/session'
import { findUserByLogin, foldLogin, type User } from '@/db/queries/user'
import { TooManySignInsError, verifyPassword } from '@/lib/auth/password'
import { WaitingRoom, WaitingRoomFullError, waitFor } from '@/lib/auth/slow-down'
import { networkOf } from '@/lib/network'
import { now } from './clock'
import { sessionDays } from './session-cookie'

export interface SignIn {
  login: string
  password: string
  userAgent: string
  address: string
  /** Id of the user who has signed in on this browser before; null: nobody. */
  userSeenHere: string | null
}

export type SignedIn = { ok: true; user: User; session: string } | { ok: false; reason: 'wrong' | 'blocked' | 'busy' }

/** Where the running request comes from: the browser, and the address that `server.ts` saw. */
export async function whence(): Promise<{ userAgent: string; address: string }> {
  const asked = await headers()
  return { userAgent: asked.get('user-agent') ?? '', address: asked.get('x-rulewire-address') ?? '' }
}

/** At most so many sign-ins wait at one account, and at all of them: the first five guesses of a window do not. */
const waitingRoom = new WaitingRoom({ each: 5, all: 100 }, (milliseconds) => setTimeout(milliseconds))

/**
 * Checks a name and a password and starts a session. A wrong one takes as long as a right one. One sender has so many tries;
 * beyond the first few, guesses at one account wait, whoever sends them, except on a browser that its user has signed in on
 * before: so a stranger can lock nobody out.
 */
export async function checkSignIn({ login, password, userAgent, address, userSeenHere }: SignIn): Promise<SignedIn> {
  const { db, write } = await database()
  const at = now()
  const attempt = { login: foldLogin(login).slice(0, 80), sender: networkOf(address), at }
  const { allowed, tries } = await write((tx) => takeSignIn(tx, attempt))
  if (!allowed) return { ok: false, reason: 'blocked' }
  const user = await findUserByLogin(db, login)
  const right = await slowly(attempt.login, user && user.id === userSeenHere ? 0 : waitFor(tries), () =>
    verifyPassword(user?.passwordHash ?? null, password),
  )
  if (right === 'busy') return { ok: false, reason: 'busy' }
  if (!user || !right || user.disabledAt !== null) {
    const { login: subject } = attempt
    // Of names that nobody has there may be any number: they are in the log only, and without what was sent.
    if (user)
      await write((tx) => writeAudit(tx, { at, by: user.id, action: 'session.refuse', subject, detail: { address } }))
    else console.warn(`Sign-in refused: no such account, from ${networkOf(address)}`)
    return { ok: false, reason: 'wrong' }
  }
  const expiresAt = new Date(Date.parse(at) + sessionDays * 24 * 60 * 60 * 1000).toISOString()
  const session = await write(async (tx) => {
    await forgiveSignIn(tx, attempt)
    await pruneSessions(tx, { at })
    await writeAudit(tx, { at, by: user.id, action: 'session.start', subject: user.id, detail: { address } })
    return startSession(tx, { userId: user.id, at, expiresAt, userAgent, address })
  })
  return { ok: true, user, session: session.id }
}

/** What `check` says, after a wait; `busy` where too many wait or are checked already. */
async function slowly<T>(account: string, milliseconds: number, check: () => Promise<T>): Promise<T | 'busy'> {
  try {
    await waitingRoom.wait(account, milliseconds)
    return await check()
  } catch (error) {
    if (error instanceof WaitingRoomFullError || error instanceof TooManySignInsError) return 'busy'
    throw error
  }
}
