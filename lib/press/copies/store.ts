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

  /** The busiest copies whose key passes and that were handed out so many times at least, most hits first. */
  busiest(passes: (key: string) => boolean, { count, hits }: { count: number; hits: number }): [string, Copy][] {
    return [...this.copies.entries()]
      .filter(([key, copy]) => copy.hits >= hits && passes(key))
      .sort(([, a], [, b]) => b.hits - a.hits)
      .slice(0, count)
  }

  /** Takes out every copy whose key passes. */
  takeOut(passes: (key: string) => boolean): void {
    for (const key of [...this.copies.keys()]) if (passes(key)) this.copies.delete(key)
  }
}
