import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Milliseconds for which a challenge is good. */
const holds = 30 * 60_000
const nonceBytes = 16

/** A keyed hash of a text. */
type Mark = (text: string) => string

const proofOf = (mark: Mark, purpose: string, head: string) =>
  Buffer.from(mark(`challenge ${purpose} ${head}`), 'base64url')

/**
 * A challenge for an authenticator (WebAuthn, section 13.4.3): random, with the instant at which it was made, and signed, so that none has to
 * be kept before it comes back. `purpose`: what for, and for whom.
 */
export function newChallenge(mark: Mark, purpose: string, at: string): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Date.parse(at)))
  const head = Buffer.concat([randomBytes(nonceBytes), time])
  return new Uint8Array(Buffer.concat([head, proofOf(mark, purpose, head.toString('base64url'))]))
}

/** Whether a challenge, base64url, is one that we gave out for this purpose within the last half hour. */
export function isOurChallenge(mark: Mark, purpose: string, challenge: string, at: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  const head = bytes.subarray(0, nonceBytes + 8)
  if (head.length < nonceBytes + 8) return false
  const [proof, known] = [bytes.subarray(head.length), proofOf(mark, purpose, head.toString('base64url'))]
  if (proof.length !== known.length || !timingSafeEqual(proof, known)) return false
  const age = Date.parse(at) - Number(head.readBigUInt64BE(nonceBytes))
  return age >= 0 && age < holds
}
