import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { database } from '@/db/client'
import { forgiveCode, forgiveSignIn, takeCode, takeSignIn } from '@/db/commands/attempt'
import { writeAudit } from '@/db/commands/audit'
import { hasSecondFactor } from '@/db/queries/people/second-factor'
import { findUserByLogin, foldLogin, type User } from '@/db/queries/user'
import { TooManySignInsError, verifyPassword } from '@/lib/auth/password'
import { WaitingRoom, WaitingRoomFullError, waitFor } from '@/lib/auth/slow-down'
import { figures, type SignInOutcome } from '@/lib/figures'
import { networkOf } from '@/lib/network'
import { now } from '../clock'
import { beginSession, type Whence } from './begin-session'
import { spendCode } from './second-factor'

export interface SignIn extends Whence {
  login: string
  password: string
  /** Of the second factor, where it is given along; '' : not yet. */
  code?: string | undefined
  /** Id of the user who has signed in on this browser before; null: nobody. */
  userSeenHere: string | null
}

/** `code`: the password is right, and the second factor is owed still. */
export type SignedIn =
  | { ok: true; user: User; session: string }
  | { ok: false; reason: 'code'; user: User }
  | { ok: false; reason: 'wrong' | 'blocked' | 'busy' | 'wrongCode' | 'codesBlocked' }

/** At most so many sign-ins wait at one account, and at all of them: the first five guesses of a window do not. */
const waitingRoom = new WaitingRoom({ each: 5, all: 100 }, (milliseconds) => setTimeout(milliseconds))

/**
 * Checks a name and a password, and the second factor where there is one, and starts a session. A wrong one takes as long as a right one. One
 * sender has so many tries; beyond the first few, guesses at one account wait, whoever sends them, except on a browser that its user has
 * signed in on before: so a stranger can lock nobody out.
 */
export const checkSignIn = (asked: SignIn): Promise<SignedIn> => counted(checkPassword(asked))

async function checkPassword({ login, password, code = '', userSeenHere, ...from }: SignIn): Promise<SignedIn> {
  const { db } = await database()
  const attempt = attemptOf(login, from)
  const { allowed, tries } = await taken(attempt)
  if (!allowed) return { ok: false, reason: 'blocked' }
  const user = await findUserByLogin(db, login)
  const isSeen = user !== null && user.id === userSeenHere
  const right = await slowly(attempt.login, isSeen ? 0 : waitFor(tries), () =>
    verifyPassword(user?.passwordHash ?? null, password),
  )
  if (right === 'busy') return { ok: false, reason: 'busy' }
  if (!user || !right || user.disabledAt !== null) {
    // Of names that nobody has there may be any number: they are in the log only, and without what was sent.
    if (user) await noteRefusal(user, from)
    else console.warn('Sign-in refused: no such account', { network: networkOf(from.address) })
    return { ok: false, reason: 'wrong' }
  }
  if (!(await hasSecondFactor(db, user.id))) return begun(user, attempt, from)
  if (code === '') return { ok: false, reason: 'code', user }
  return secondStep(user, { code, isSeen, attempt, from })
}

interface CodeGiven extends Whence {
  user: User
  code: string
  userSeenHere: string | null
}

/** Checks the second factor of somebody who has given the right password before, in this browser. */
export const checkCode = (given: CodeGiven): Promise<SignedIn> => counted(checkGivenCode(given))

async function checkGivenCode({ user, code, userSeenHere, ...from }: CodeGiven): Promise<SignedIn> {
  const attempt = attemptOf(user.login, from)
  const { allowed, tries } = await taken(attempt)
  if (!allowed) return { ok: false, reason: 'blocked' }
  const isSeen = user.id === userSeenHere
  const waited = await slowly(attempt.login, isSeen ? 0 : waitFor(tries), async () => null)
  return waited === 'busy' ? { ok: false, reason: 'busy' } : secondStep(user, { code, isSeen, attempt, from })
}

const outcomes: Record<Exclude<SignedIn, { ok: true }>['reason'], SignInOutcome> = {
  ...{ code: 'code', wrong: 'wrong', wrongCode: 'wrong' },
  ...{ blocked: 'blocked', codesBlocked: 'blocked', busy: 'busy' },
}

async function counted(checking: Promise<SignedIn>): Promise<SignedIn> {
  const signedIn = await checking
  figures.signIns[signedIn.ok ? 'accepted' : outcomes[signedIn.reason]]++
  return signedIn
}

interface Attempt {
  login: string
  sender: string
  at: string
}

const attemptOf = (login: string, { address }: Whence): Attempt => ({
  login: foldLogin(login).slice(0, 80),
  sender: networkOf(address),
  at: now(),
})

const taken = async (attempt: Attempt) => (await database()).write((tx) => takeSignIn(tx, attempt))

interface SecondStep {
  code: string
  isSeen: boolean
  attempt: Attempt
  from: Whence
}

async function secondStep(user: User, { code, isSeen, attempt, from }: SecondStep): Promise<SignedIn> {
  const { write } = await database()
  const { at } = attempt
  // Whoever is counted here knows the password: no stranger gets this far. Browsers that were signed in on before go on.
  const { allowed } = await write((tx) => takeCode(tx, { user: user.id, at }))
  if (!allowed && !isSeen) return { ok: false, reason: 'codesBlocked' }
  if (!(await spendCode(user.id, code, at))) {
    await noteRefusal(user, from, { secondFactor: true })
    return { ok: false, reason: 'wrongCode' }
  }
  await write((tx) => forgiveCode(tx, { user: user.id }))
  return begun(user, attempt, from)
}

async function begun(user: User, attempt: Attempt, from: Whence): Promise<SignedIn> {
  const { write } = await database()
  const session = await write(async (tx) => {
    await forgiveSignIn(tx, attempt)
    return beginSession(tx, { user: user.id, at: attempt.at, ...from })
  })
  return { ok: true, user, session: session.id }
}

async function noteRefusal({ id, login: subject }: User, { address }: Whence, more: object = {}): Promise<void> {
  const { write } = await database()
  const detail = { address, ...more }
  await write((tx) => writeAudit(tx, { at: now(), by: id, action: 'session.refuse', subject, detail }))
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
