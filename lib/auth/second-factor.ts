import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { tokenMark } from './token'

/** Seconds of a step, and how many digits a code has, as every authenticator app takes them (RFC 6238). */
const [period, digits] = [30, 6]

/** A new secret of 160 random bits (RFC 4226, section 4), in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, algorithm: 'SHA1', digits, period, secret: Secret.fromBase32(secret) })

/** The address by which an authenticator app takes a secret, also as a picture. */
export const totpAddress = (secret: string, names: { issuer: string; label: string }): string =>
  totpOf(secret, names).toString()

/**
 * The step that a code belongs to, when it is right at this instant: the one before and the one after are taken too, for clocks differ (RFC
 * 6238, section 5.2). Null: it is wrong, or of a step up to `after`, which was used already.
 */
export function totpStep({
  secret,
  code,
  at,
  after,
}: {
  secret: string
  code: string
  at: string
  after: number
}): number | null {
  const timestamp = Date.parse(at)
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / period) + delta
  return step > after ? step : null
}

/** A code as it was meant: without blanks and hyphens, in capitals. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Whether a plain code is one of an authenticator app; else it may be a recovery code. */
export const isTotpCode = (plain: string): boolean => /^\d{6}$/.test(plain)

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Ten new recovery codes of 80 random bits each, in groups of four; without signs that look like another. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    [...randomBytes(16)]
      .map((byte) => letters[byte % letters.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

/** What is kept of a recovery code. It is long enough that its plain hash tells nothing. */
export const recoveryMark = (code: string): string => tokenMark(plainCode(code))
