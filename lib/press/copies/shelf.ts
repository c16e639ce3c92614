import type { Locale } from '@/lib/model'
import { isPageKey, missingPage, type Page, type PublicPlace, pageOfKey } from '../address'
import type { PressLimits } from '../options'
import type { Printer } from '../printer'
import type { RenderQueue } from '../queue'
import type { Stamp } from '../stamp'
import { Copy } from './copy'
import type { Files } from './files'
import type { Once } from './hand-out'
import type { KeptCopies } from './kept-copies'
import { Store } from './store'
import { warmUp } from './warm'

interface Parts extends Pick<PressLimits, 'bytes' | 'warm' | 'ahead' | 'busy'> {
  files: Files
  printer: Printer
  queue: RenderQueue
  place: PublicPlace
  isCurrent: (stamp: Stamp) => boolean
}

/** The copies of the current stamp, and how to come by those that are missing. */
export class Shelf {
  readonly store: Store
  private readonly loading = new Map<string, Promise<Copy>>()
  private readonly missing = new Map<Locale, { stamp: string; said: Once }>()
  private busiest: string[] = []
  /** Copies as they will be at a stamp that is to come. */
  private ahead: { stamp: string; copies: Map<string, Copy> } | undefined

  constructor(private readonly parts: Parts) {
    this.store = new Store(parts.bytes)
  }

  /** The copy of a file. Rejects when it cannot be read. */
  fileOf(key: string): Promise<Copy> {
    const found = this.loading.get(key)
    if (found) return found
    const loading = this.parts.files
      .load(key)
      .then((copy) => this.keep(key, copy))
      .finally(() => this.loading.delete(key))
    this.loading.set(key, loading)
    return loading
  }

  /** A new print of a page, kept unless the stamp has turned meanwhile. Rejects as the printer does. */
  async pageOf(page: Page, stamp: Stamp, asker: string): Promise<Copy | Once> {
    const printed = await this.parts.printer.print(page, stamp, asker)
    if (!(printed instanceof Copy) || !this.parts.isCurrent(stamp)) return printed
    return this.store.get(page.key) ?? this.keep(page.key, printed)
  }

  /**
   * What says that there is no such page, printed once for each language: whoever asks for addresses that name nothing costs no
   * render. Rejects as the printer does.
   */
  async missingOf(locale: Locale, stamp: Stamp, asker: string): Promise<Once> {
    const kept = this.missing.get(locale)
    if (kept?.stamp === stamp.id) return kept.said
    const page = missingPage(locale, this.parts.place)
    const said = await this.parts.printer.print(page, stamp, asker)
    if (said instanceof Copy) throw new Error(`${page.url} is a page, and cannot say that there is none.`)
    if (said.status === 404) this.missing.set(locale, { stamp: stamp.id, said })
    return said
  }

  /**
   * Prints the busiest pages as they are at a stamp that is to come, in the codings that readers take; `turn` puts them on the shelf.
   * Undefined where none is busy. A page that fails is left to its first reader.
   */
  prepare(stamp: Stamp): Promise<unknown> | undefined {
    const { ahead: count, busy: hits } = this.parts
    const busy = this.store.busiest(isPageKey, { count, hits })
    if (busy.length === 0) return undefined
    const copies = new Map<string, Copy>()
    this.ahead = { stamp: stamp.id, copies }
    return Promise.allSettled(
      busy.map(async ([key, before]) => {
        const copy = await this.parts.printer.print(pageOfKey(key, this.parts.place), stamp, '')
        if (!(copy instanceof Copy)) return
        for (const coding of before.codings) await copy.in(coding, { aside: true })
        // What was busy is so at once, for editions may follow each other, and less so with each at which nobody reads it.
        copy.hits += before.hits >> 1
        if (!this.parts.isCurrent(stamp)) copies.set(key, copy)
        else if (!this.store.get(key)) this.keep(key, copy)
      }),
    )
  }

  /** Puts away what an older stamp has printed, and prints the busiest pages again in the background. */
  turn(stamp: Stamp): void {
    const { warm, queue, place, isCurrent } = this.parts
    const busy = this.store.busiest(isPageKey, { count: warm, hits: 1 }).map(([key]) => key)
    this.store.takeOut(isPageKey)
    if (this.ahead?.stamp === stamp.id) for (const [key, copy] of this.ahead.copies) this.store.put(key, copy)
    this.ahead = undefined
    // A turn that comes before the last one has warmed up must not forget what was busy then.
    this.busiest = [...new Set([...busy, ...this.busiest])].slice(0, warm)
    const print = async (key: string) => {
      if (this.store.get(key)) return
      const copy = await this.pageOf(pageOfKey(key, place), stamp, '')
      if (!(copy instanceof Copy)) return
      await copy.in(copy.choose('br') ?? 'identity', { aside: true })
      this.store.weigh(key, copy)
    }
    void warmUp(this.busiest, print, { queue, isCurrent: () => isCurrent(stamp) })
  }

  /** The busiest pages, so many bytes of them at most, for the next start. */
  written(bytes: number): KeptCopies['copies'] {
    let left = bytes
    const fits = ({ size }: Copy): boolean => {
      if (size > left) return false
      left -= size
      return true
    }
    return this.store
      .busiest(isPageKey, { count: this.store.count, hits: 1 })
      .filter(([, copy]) => fits(copy))
      .map(([key, copy]) => [key, copy.written])
  }

  /** Puts back what was written of the current stamp. */
  takeBack(copies: KeptCopies['copies']): void {
    for (const [key, written] of copies) if (!this.store.get(key)) this.keep(key, Copy.of(written))
  }

  private keep(key: string, copy: Copy): Copy {
    this.store.put(key, copy)
    return copy
  }
}
