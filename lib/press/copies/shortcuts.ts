import type { IncomingHttpHeaders } from 'node:http'
import type { Encoding } from './encoding'

/** What a request led to, and all of it that this depends on. */
export interface Shortcut {
  host: string | undefined
  accepted: string | undefined
  key: string
  encoding: Encoding
}

const mostOfOne = 16

/**
 * Spellings of addresses seen before: most requests are answered without reading their address again. A list for each request
 * target rather than one key of all its parts: comparing costs less than joining.
 */
export class Shortcuts {
  private readonly seen = new Map<string, Shortcut[]>()

  /** `most` request targets are remembered. */
  constructor(private readonly most: number) {}

  get(target: string, headers: IncomingHttpHeaders): Shortcut | undefined {
    const seen = this.seen.get(target)
    if (!seen) return undefined
    const { host, 'accept-encoding': accepted } = headers
    for (const shortcut of seen) if (shortcut.accepted === accepted && shortcut.host === host) return shortcut
    return undefined
  }

  put(target: string, shortcut: Shortcut): void {
    if (this.seen.size >= this.most) this.seen.clear()
    const seen = this.seen.get(target)
    if (seen && seen.length < mostOfOne) seen.push(shortcut)
    else this.seen.set(target, [shortcut])
  }

  clear = (): void => this.seen.clear()
}
