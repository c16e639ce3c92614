import { eq, inArray, lte, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { attempts } from '@/db/schema'

/**
 * Takes one attempt of a key in a fixed window of seconds, before the attempt is made, so that parallel ones count too.
 * `allowed` is false past the limit; `taken` counts this one too; `until` is when the window ends. Use keys that a stranger cannot fill for someone
 * else: an account together with an address, and an address alone.
 */
export async function takeAttempt(
  tx: Tx,
  { key, at, limit, windowSeconds }: { key: string; at: string; limit: number; windowSeconds: number },
): Promise<{ allowed: boolean; taken: number; until: string }> {
  const end = new Date(Date.parse(at) + windowSeconds * 1000).toISOString()
  await tx.delete(attempts).where(lte(attempts.until, at))
  const [row] = await tx
    .insert(attempts)
    .values({ key, taken: 1, until: end })
    .onConflictDoUpdate({ target: attempts.key, set: { taken: sql`${attempts.taken} + 1` } })
    .returning()
  const { taken, until } = row ?? { taken: limit + 1, until: end }
  return { allowed: taken <= limit, taken, until }
}

/** Forgets the attempts of a key, after one that succeeded. */
export async function clearAttempts(tx: Tx, { key }: { key: string }): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key))
}

const windowSeconds = 15 * 60
/** Tries within a window: of one account from one sender, and of one sender. */
const limits = { pair: 10, sender: 50 }

/** What a sign-in is counted by. */
export interface SignInAttempt {
  /** The folded login, whether or not there is such an account. */
  login: string
  /** Where it comes from, as `networkOf` names it. */
  sender: string
  at: string
}

const pairKey = ({ login, sender }: SignInAttempt) => `sign-in ${sender} ${login}`
const senderKey = ({ sender }: SignInAttempt) => `sign-in ${sender}`
const accountKey = ({ login }: SignInAttempt) => `sign-in to ${login}`

/**
 * Counts a sign-in before it is checked. `allowed` is false where one sender tried too often: a stranger can use up his own
 * tries only. `tries` are those at the account from all senders within the window: they slow a guess and never refuse it.
 */
export async function takeSignIn(tx: Tx, attempt: SignInAttempt): Promise<{ allowed: boolean; tries: number }> {
  const { at } = attempt
  const pair = await takeAttempt(tx, { key: pairKey(attempt), at, limit: limits.pair, windowSeconds })
  const own = await takeAttempt(tx, { key: senderKey(attempt), at, limit: limits.sender, windowSeconds })
  const account = await takeAttempt(tx, { key: accountKey(attempt), at, limit: 0, windowSeconds })
  return { allowed: pair.allowed && own.allowed, tries: account.taken }
}

/** A sign-in that succeeded counts for nothing, and its sender has all tries at the account again; what others tried stays. */
export async function forgiveSignIn(tx: Tx, attempt: SignInAttempt): Promise<void> {
  await clearAttempts(tx, { key: pairKey(attempt) })
  await tx
    .update(attempts)
    .set({ taken: sql`${attempts.taken} - 1` })
    .where(inArray(attempts.key, [senderKey(attempt), accountKey(attempt)]))
}

const hourOfSeconds = 3600
/** Wrong codes of the second factor within an hour, after the right password. */
const mostCodes = 20
const codeKey = (user: string) => `code ${user}`

/** Counts a code of the second factor before it is checked. Only who has given the right password may be counted here. */
export async function takeCode(tx: Tx, { user, at }: { user: string; at: string }): Promise<{ allowed: boolean }> {
  return takeAttempt(tx, { key: codeKey(user), at, limit: mostCodes, windowSeconds: hourOfSeconds })
}

/** A code that was right counts for nothing. What others tried stays. */
export async function forgiveCode(tx: Tx, { user }: { user: string }): Promise<void> {
  await tx
    .update(attempts)
    .set({ taken: sql`${attempts.taken} - 1` })
    .where(eq(attempts.key, codeKey(user)))
}

/** Guesses at the password of an account from within one of its sessions: counted by the session, so that no other is hindered. */
export async function takeProof(
  tx: Tx,
  { session, at }: { session: string; at: string },
): Promise<{ allowed: boolean }> {
  return takeAttempt(tx, { key: `proof ${session}`, at, limit: limits.pair, windowSeconds })
}

/** Counts an attempt of a sender that names no account. */
export async function takeSender(
  tx: Tx,
  { sender, at }: { sender: string; at: string },
): Promise<{ allowed: boolean }> {
  return takeAttempt(tx, { key: `sign-in ${sender}`, at, limit: limits.sender, windowSeconds })
}
