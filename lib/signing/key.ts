import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/* Ed25519 (RFC 8032). Keys are named by their thumbprint (RFC 7638), which is what readers compare. */

const seedBytes = 32
/** What stands before the 32 bytes in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A public key as a JWK (RFC 8037), with the same in PEM. */
export interface PublicKey {
  kty: 'OKP'
  crv: 'Ed25519'
  /** The 32 bytes as base64url. */
  x: string
  kid: string
  pem: string
}

/** What signs. */
export interface SigningKey {
  publicKey: PublicKey
  /** The signature over a text as UTF-8, as base64url. */
  sign(text: string): string
}

/** The key whose 32 bytes are given as base64 or base64url; null for a text that is no such. */
export function signingKeyIn(text: string): SigningKey | null {
  const plain = text.trim()
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(plain)) return null
  const seed = Buffer.from(plain, 'base64')
  if (seed.length !== seedBytes) return null
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = publicKeyIn(createPublicKey(key))
  return publicKey && { publicKey, sign: (signed) => sign(null, Buffer.from(signed), key).toString('base64url') }
}

/** The thumbprint of a key, as base64url. */
export const keyIdOf = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')

function publicKeyIn(key: KeyObject): PublicKey | null {
  const { kty, crv, x } = key.export({ format: 'jwk' })
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) return null
  return { kty, crv, x, kid: keyIdOf(x), pem: key.export({ format: 'pem', type: 'spki' }).toString() }
}

/** The public key of its 32 bytes as base64url; null for what is none. */
export function publicKeyOf(x: string): PublicKey | null {
  try {
    return publicKeyIn(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
  } catch {
    return null
  }
}

/** The public keys in a file: PEM, a JWK, or a set of them as the site gives it; none where it holds none. */
export function publicKeysIn(text: string): PublicKey[] {
  if (text.trimStart().startsWith('-----BEGIN PUBLIC KEY-----'))
    try {
      return [publicKeyIn(createPublicKey(text)) ?? []].flat()
    } catch {
      return []
    }
  try {
    const read: unknown = JSON.parse(text)
    const all = hasKeys(read) ? read.keys : [read]
    return all.flatMap((one) => (hasX(one) ? (publicKeyOf(one.x) ?? []) : []))
  } catch {
    return []
  }
}

const hasKeys = (read: unknown): read is { keys: unknown[] } =>
  typeof read === 'object' && read !== null && 'keys' in read && Array.isArray(read.keys)
const hasX = (read: unknown): read is { x: string } =>
  typeof read === 'object' && read !== null && 'x' in read && typeof read.x === 'string'

/** Whether a signature (base64url) over a text is that of a key. */
export function isSignedBy({ x }: Pick<PublicKey, 'x'>, text: string, signature: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}
