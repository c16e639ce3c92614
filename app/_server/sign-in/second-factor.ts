import 'server-only'
import { database } from '@/db/client'
import { spendRecoveryCode, spendTotpStep } from '@/db/commands/people/second-factor'
import { findSecondFactor, type SecondFactor } from '@/db/queries/people/second-factor'
import { isTotpCode, plainCode, recoveryMark, totpStep } from '@/lib/auth/second-factor'
import { SealBrokenError } from '@/lib/wire/keys'
import { keysOfWire } from '../wire/keys'

const place = (user: string): string => `totp ${user}`

/** Seals the secret of a second factor, or its recovery codes, for one account. */
export const sealForFactor = (user: string, text: string): { sealed: string; sealedBy: string } =>
  keysOfWire().seal(text, place(user))

/** What was sealed for the second factor of an account; null where it was sealed with another secret of the server. */
export function openForFactor(user: string, kept: { sealed: string; sealedBy: string }): string | null {
  try {
    return keysOfWire().open(kept, place(user))
  } catch (error) {
    if (error instanceof SealBrokenError) return null
    throw error
  }
}

/** The step of a right code of a factor, that was not used yet; null: it is not right. */
export function stepOf(factor: SecondFactor, typed: string, at: string): number | null {
  const [code, secret] = [plainCode(typed), openForFactor(factor.userId, factor)]
  if (secret === null || !isTotpCode(code)) return null
  return totpStep({ secret, code, at, after: factor.lastStep })
}

/** Uses up a code of the authenticator app, or a recovery code. False: it is wrong or was used. */
export async function spendCode(user: string, typed: string, at: string): Promise<boolean> {
  const { db, write } = await database()
  const factor = await findSecondFactor(db, user)
  if (!factor?.confirmedAt) return false
  if (!isTotpCode(plainCode(typed)))
    return write((tx) => spendRecoveryCode(tx, { user, mark: recoveryMark(typed), at }))
  const step = stepOf(factor, typed, at)
  return step !== null && write((tx) => spendTotpStep(tx, { user, step }))
}
