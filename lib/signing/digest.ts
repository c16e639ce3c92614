import { createHash } from 'node:crypto'
import { figures } from '@/lib/figures'

/** The SHA-256 (FIPS 180-4) of bytes, or of a text as UTF-8, as 64 hex digits. Each is counted. */
export function digestOf(...pieces: (string | Uint8Array)[]): string {
  figures.digests++
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
