import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** A text that was sealed with another key, or was changed since. */
export class SealBrokenError extends Error {
  constructor() {
    super('What is kept of this subscriber was sealed with another secret (RULEWIRE_SECRET), and cannot be read.')
    this.name = 'SealBrokenError'
  }
}

/** A text as it may be kept: AES-256-GCM (NIST SP 800-38D), base64url of nonce, tag and what is sealed. */
export interface Sealed {
  sealed: string
  /** Which key it was. */
  sealedBy: string
}

/** What the wire makes of the secret of a server: several keys (HKDF, RFC 5869), none of which tells another. */
export interface WireKeys {
  /** Seals a text for one place: elsewhere it does not open. */
  seal(text: string, place: string): Sealed
  /** Opens it again; throws `SealBrokenError`. */
  open(given: Sealed, place: string): string
  /** A keyed hash: the same for the same text, and nobody without the key can look for a text by it. */
  mark(text: string): string
  /** What is handed to a subscriber instead of a password: the id, and that we gave it out. */
  tokenOf(subscription: string): string
  /** The id of a token that we gave out; null for any other text. */
  subscriptionOf(token: string): string | null
}

const [nonceBytes, tagBytes, keyBytes, tokenBytes] = [12, 16, 32, 18]
const cipher = 'aes-256-gcm'

/** The keys of a secret. */
export function wireKeys(secret: string): WireKeys {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'rulewire', `wire ${use}`, keyBytes))
  const [sealing, marking, giving] = [keyFor('seal'), keyFor('mark'), keyFor('token')]
  const sealedBy = keyFor('id').toString('hex').slice(0, 16)
  const proofOf = (id: string) => createHmac('sha256', giving).update(id).digest().subarray(0, tokenBytes)
  return {
    seal: (text, place) => {
      const nonce = randomBytes(nonceBytes)
      const machine = createCipheriv(cipher, sealing, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([machine.update(text, 'utf8'), machine.final()])
      return { sealed: Buffer.concat([nonce, machine.getAuthTag(), body]).toString('base64url'), sealedBy }
    },
    open: (given, place) => {
      if (given.sealedBy !== sealedBy) throw new SealBrokenError()
      const bytes = Buffer.from(given.sealed, 'base64url')
      try {
        const machine = createDecipheriv(cipher, sealing, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        return machine.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + machine.final('utf8')
      } catch {
        throw new SealBrokenError()
      }
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('base64url'),
    tokenOf: (id) => `${id}.${proofOf(id).toString('base64url')}`,
    subscriptionOf: (token) => {
      const [id = '', proof = '', ...rest] = token.split('.')
      const given = Buffer.from(proof, 'base64url')
      const known = proofOf(id)
      return rest.length === 0 && given.length === known.length && timingSafeEqual(given, known) ? id : null
    },
  }
}
