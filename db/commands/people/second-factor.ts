import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { recoveryCodes, totps } from '@/db/schema'
import { writeAudit } from '../audit'
import { endSessionsOf } from '../session'

/** A text as the server keeps it. */
interface KeptSecret {
  sealed: string
  sealedBy: string
}

interface Whose {
  user: string
  at: string
}

/** Begins a second factor: it is asked for only once a code of it was given. One that stands already stays. */
export async function beginSecondFactor(tx: Tx, { user, at, secret }: Whose & { secret: KeptSecret }): Promise<void> {
  const { sealed, sealedBy } = secret
  const begun = { sealed, sealedBy, lastStep: 0, createdAt: at, confirmedAt: null, newCodes: null }
  await tx
    .insert(totps)
    .values({ userId: user, ...begun })
    .onConflictDoUpdate({ target: totps.userId, set: begun, setWhere: isNull(totps.confirmedAt) })
}

/**
 * Takes the second factor into use, with its recovery codes: their marks, and they themselves sealed until they were shown. All other
 * sessions end. False: there is none that was begun.
 */
export async function confirmSecondFactor(
  tx: Tx,
  {
    user,
    at,
    step,
    codes,
    session,
  }: Whose & { step: number; codes: { marks: string[]; sealed: string }; session: string },
): Promise<boolean> {
  const confirmed = await tx
    .update(totps)
    .set({ confirmedAt: at, lastStep: step })
    .where(and(eq(totps.userId, user), isNull(totps.confirmedAt)))
    .returning({ user: totps.userId })
  if (confirmed.length === 0) return false
  await writeAudit(tx, { at, by: user, action: 'second-factor.begin', subject: user })
  await endSessionsOf(tx, { userId: user, at, except: session })
  await renewRecoveryCodes(tx, { user, at, codes })
  return true
}

/** Gives a user new recovery codes; the old ones are worth nothing. */
export async function renewRecoveryCodes(
  tx: Tx,
  { user, at, codes }: Whose & { codes: { marks: string[]; sealed: string } },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user))
  await tx.insert(recoveryCodes).values(codes.marks.map((mark) => ({ mark, userId: user })))
  await tx.update(totps).set({ newCodes: codes.sealed }).where(eq(totps.userId, user))
  await writeAudit(tx, { at, by: user, action: 'second-factor.codes', subject: user })
}

/** New recovery codes, sealed, the first time that they are asked for; null: they were shown. */
export async function takeNewCodes(tx: Tx, user: string): Promise<KeptSecret | null> {
  const [found] = await tx
    .select()
    .from(totps)
    .where(and(eq(totps.userId, user), isNotNull(totps.newCodes)))
  if (!found?.newCodes) return null
  await tx.update(totps).set({ newCodes: null }).where(eq(totps.userId, user))
  return { sealed: found.newCodes, sealedBy: found.sealedBy }
}

/** Uses up the code of a step: of two that come at once, and of any that comes again, one is refused. */
export async function spendTotpStep(tx: Tx, { user, step }: { user: string; step: number }): Promise<boolean> {
  const used = await tx
    .update(totps)
    .set({ lastStep: step })
    .where(and(eq(totps.userId, user), isNotNull(totps.confirmedAt), lt(totps.lastStep, step)))
    .returning({ user: totps.userId })
  return used.length > 0
}

/** Uses up a recovery code. False: it is none of this user's, or was used. */
export async function spendRecoveryCode(tx: Tx, { user, mark, at }: Whose & { mark: string }): Promise<boolean> {
  const used = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, user), eq(recoveryCodes.mark, mark)))
    .returning({ user: recoveryCodes.userId })
  if (used.length > 0) await writeAudit(tx, { at, by: user, action: 'second-factor.recovery', subject: user })
  return used.length > 0
}

/** Takes the second factor of a user away, and ends their sessions but for the one that asks. False: there was none. */
export async function removeSecondFactor(
  tx: Tx,
  { user, at, by, except }: Whose & { by: string; except?: string | undefined },
): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user))
  const gone = await tx.delete(totps).where(eq(totps.userId, user)).returning({ confirmedAt: totps.confirmedAt })
  if (!gone.some(({ confirmedAt }) => confirmedAt !== null)) return false
  await endSessionsOf(tx, { userId: user, at, except })
  await writeAudit(tx, { at, by, action: 'second-factor.remove', subject: user })
  return true
}
