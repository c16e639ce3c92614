import { createHash, type Hash } from 'node:crypto'

/** How long a file is, in bytes, and its SHA-256 in hex. */
export interface Digest {
  bytes: number
  sha256: string
}

/** Works out the digest of what passes by. */
export class Digesting {
  private readonly hash: Hash = createHash('sha256')
  private bytes = 0

  add(piece: string | Uint8Array): void {
    this.hash.update(piece)
    this.bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
  }

  end(): Digest {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') }
  }
}

/** So many digests are remembered: those of a few editions of a site of some hundred dossiers. */
const most = 20_000

/** The digests of files that do not change, by what names a file and its edition; past a bound those known longest are forgotten. */
export class Digests {
  private readonly known = new Map<string, Digest>()

  get(name: string): Digest | undefined {
    return this.known.get(name)
  }

  put(name: string, digest: Digest): void {
    if (this.known.size >= most) this.known.delete(this.known.keys().next().value ?? '')
    this.known.set(name, digest)
  }
}
