import { createHash } from 'node:crypto'
import type { HeaderLines } from '../gate/headers'
import { type Effort, type Encoding, encode, encodingFor, isWorthPacking, type Packing } from './encoding'

/** A copy in one content coding, ready to be written: nothing is left to compute when it is handed out. */
export interface Representation {
  /** Strong (RFC 9110, section 8.8.3): the hash of these very bytes, with the coding. */
  etag: string
  /** HTTP date before which a reader's copy is out of date, even if it carries this `Last-Modified`. */
  began: string
  lines: HeaderLines
  /** Lines of a 304 (RFC 9110, section 15.4.5). */
  notModifiedLines: HeaderLines
  body: Buffer
}

export interface CopyParts {
  bytes: Buffer
  /** Media type, which decides whether the bytes are packed. */
  type: string
  /** All lines but those that the coding decides. */
  lines: HeaderLines
  /** The security headers, which a 304 repeats. */
  safety: HeaderLines
  cacheControl: string
  /** HTTP date. */
  lastModified: string
  /** HTTP date since when these bytes are the answer; as `lastModified` unless a day has turned since. */
  began?: string
  effort: Effort
}

/** All of a copy, to be written down: `Copy.of` makes the same one of it. */
export interface WrittenCopy {
  parts: CopyParts
  /** The codings that were ready. */
  bodies: [Encoding, Buffer][]
  hits: number
}

const packable: Encoding[] = ['br', 'gzip', 'identity']
const plain: Encoding[] = ['identity']

/** What is handed out for one address: each coding is made when it is first asked for, and once. */
export class Copy {
  hits = 0
  /** Bytes in memory, all codings and the headers together. */
  size: number
  private readonly encodings: Encoding[]
  private readonly made = new Map<Encoding, Representation>()
  private readonly making = new Map<Encoding, Promise<Representation>>()

  constructor(private readonly parts: CopyParts) {
    this.encodings = isWorthPacking(parts.type, parts.bytes) ? packable : plain
    this.size = parts.bytes.length + 2000
  }

  static of({ parts, bodies, hits }: WrittenCopy): Copy {
    const copy = new Copy(parts)
    for (const [encoding, body] of bodies) copy.add(encoding, body)
    copy.hits = hits
    return copy
  }

  get written(): WrittenCopy {
    const bodies = [...this.made].map(([encoding, { body }]): [Encoding, Buffer] => [encoding, body])
    return { parts: this.parts, bodies, hits: this.hits }
  }

  /** The coding for an `Accept-Encoding`; null when it refuses all that there are. */
  choose = (accepted: string | undefined): Encoding | null => encodingFor(accepted, this.encodings)

  /** What is ready to be written now. */
  ready = (encoding: Encoding): Representation | undefined => this.made.get(encoding)

  /** The codings that are ready. */
  get codings(): Encoding[] {
    return [...this.made.keys()]
  }

  /** As `ready`, but made if need be. */
  async in(encoding: Encoding, packing?: Packing): Promise<Representation> {
    const found = this.made.get(encoding) ?? this.making.get(encoding)
    if (found) return found
    const making = this.make(encoding, packing).finally(() => this.making.delete(encoding))
    this.making.set(encoding, making)
    return making
  }

  private async make(encoding: Encoding, packing?: Packing): Promise<Representation> {
    const { bytes, effort } = this.parts
    return this.add(encoding, await encode(bytes, encoding, effort, packing))
  }

  private add(encoding: Encoding, body: Buffer): Representation {
    const made = represent(this.parts, encoding, body)
    this.made.set(encoding, made)
    if (encoding !== 'identity') this.size += body.length
    return made
  }
}

function represent(
  { lines, safety, cacheControl, lastModified, began = lastModified }: CopyParts,
  encoding: Encoding,
  body: Buffer,
): Representation {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const shared = ['Cache-Control', cacheControl, 'ETag', etag, 'Vary', 'Accept-Encoding']
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  return {
    etag,
    began,
    lines: [
      ...lines,
      ...safety,
      ...shared,
      'Last-Modified',
      lastModified,
      ...coding,
      'Content-Length',
      String(body.length),
    ],
    notModifiedLines: [...safety, ...shared],
    body,
  }
}
