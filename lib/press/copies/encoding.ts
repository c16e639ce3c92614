import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | 'identity'

const preferred: Encoding[] = ['br', 'gzip', 'identity']

/** What version 1 of the package does and its types do not tell yet. */
interface Preferring {
  encodings(available: string[], options: { preferred: string[] }): string[]
}

/**
 * The content coding to answer with (RFC 9110, section 12.5.3): the one with the highest q-value, on a tie the smallest.
 * Null when the header refuses all of them, which is a 406.
 */
export function encodingFor(accepted: string | undefined, available: Encoding[] = preferred): Encoding | null {
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': accepted } })
  const [best] = negotiator.encodings(available, { preferred }) as Encoding[]
  // Negotiator reads "identity unless named" where the header says "nothing unless named".
  if (best === 'identity' && refusesUnnamed(accepted ?? '')) return null
  return best ?? null
}

const refusesUnnamed = (accepted: string): boolean =>
  /(?:^|,)\s*\*\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/i.test(accepted) && !/(?:^|,)\s*identity\b/i.test(accepted)

const aside = { br: promisify(brotliCompress), gzip: promisify(gzip) }
// A page is packed sooner than another thread could be asked to.
const atOnce = { br: brotliCompressSync, gzip: gzipSync, bytes: 150_000 }

/** How much work compressing may be: `print` while a reader waits, `keep` for files, which are packed once for months. */
export type Effort = 'print' | 'keep'
const quality = { br: { print: 5, keep: 11 }, gzip: { print: 6, keep: 9 } }
// The last two steps of Brotli take seconds on a large bundle and save little.
const large = { bytes: 150_000, quality: 9 }

/** Where packing is done: `aside`, on another thread, where nobody waits for it. */
export interface Packing {
  aside?: boolean
}

/**
 * The bytes in a content coding; large ones and files are packed off the main thread in any case. The same bytes and effort always give the
 * same result.
 */
export async function encode(
  bytes: Buffer,
  encoding: Encoding,
  effort: Effort,
  { aside: isAside = false }: Packing = {},
): Promise<Buffer> {
  if (encoding === 'identity') return bytes
  const work =
    bytes.length > large.bytes ? Math.min(large.quality, quality[encoding][effort]) : quality[encoding][effort]
  const pack = !isAside && effort === 'print' && bytes.length <= atOnce.bytes ? atOnce : aside
  if (encoding === 'gzip') return pack.gzip(bytes, { level: work })
  return pack.br(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: work,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

const shortest = 256

/** Whether packing makes sense: pictures and fonts are packed already, and a few bytes only grow. */
export const isWorthPacking = (type: string, bytes: Buffer): boolean =>
  bytes.length >= shortest && /^text\/|[/+](?:json|xml)\b|javascript|ecmascript|speculationrules/i.test(type)
