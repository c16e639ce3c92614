import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { recoveryCodes, totps } from '@/db/schema'

/** The second factor of an account. */
export interface SecondFactor {
  userId: string
  sealed: string
  sealedBy: string
  lastStep: number
  createdAt: string
  /** null: it was begun, and asks for nothing yet. */
  confirmedAt: string | null
}

/** The second factor of a user, also one that was only begun; null: none. */
export async function findSecondFactor(db: Db, userId: string): Promise<SecondFactor | null> {
  const shown = {
    userId: totps.userId,
    sealed: totps.sealed,
    sealedBy: totps.sealedBy,
    lastStep: totps.lastStep,
    createdAt: totps.createdAt,
    confirmedAt: totps.confirmedAt,
  }
  const [found] = await db.select(shown).from(totps).where(eq(totps.userId, userId))
  return found ?? null
}

/** Whether a user has a second factor that is asked for. */
export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  return (await db.$count(totps, and(eq(totps.userId, userId), isNotNull(totps.confirmedAt)))) > 0
}

/** How many recovery codes a user has left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.$count(recoveryCodes, eq(recoveryCodes.userId, userId))
}
