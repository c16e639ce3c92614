import { LRUCache } from 'lru-cache'
import type { Copy } from './copy'

/** The copies in memory, bounded in bytes; those asked for longest ago go first. */
export class Store {
  private readonly copies: LRUCache<string, Copy>

  constructor(maxBytes: number) {
    this.copies = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ size }) => size })
  }

  /** Counts as a use. */
  get = (key: string): Copy | undefined => this.copies.get(key)

  put(key: string, copy: Copy): void {
    this.copies.set(key, copy)
  }

  /** To be called when a copy has grown by a coding. */
  weigh(key: string, copy: Copy): void {
    if (this.copies.peek(key) !== copy) return
    // Setting the same value again would leave its weight as it was.
    this.copies.delete(key)
    this.copies.set(key, copy)
  }

  get bytes(): number {
    return this.copies.calculatedSize
  }
  get count(): number {
    return this.copies.size
  }

  /** Takes out every copy whose key passes, and tells the keys of the busiest among them, most hits first. */
  takeOut(passes: (key: string) => boolean, busiest: number): string[] {
    const out = [...this.copies.entries()].filter(([key]) => passes(key))
    for (const [key] of out) this.copies.delete(key)
    return out
      .filter(([, { hits }]) => hits > 0)
      .sort(([, a], [, b]) => b.hits - a.hits)
      .slice(0, busiest)
      .map(([key]) => key)
  }
}
