import { type Stamp, type StateSource, stampAt } from './stamp'

interface Parts {
  source: StateSource
  /** Milliseconds since the epoch. */
  now: () => number
  /** Most milliseconds that a look-up may hold up readers. */
  patience: number
  onTurn: (stamp: Stamp) => void
}

const betweenLooks = 30_000

/** The stamp of this moment. It turns with the edition and at midnight in any of the dossiers' time zones. */
export class Current {
  private stamp: Stamp
  private doubtful = false
  private looking: Promise<void> | undefined
  private readonly timer: NodeJS.Timeout

  constructor(private readonly parts: Parts) {
    this.stamp = stampAt(parts.source.read(), parts.now())
    parts.source.subscribe(() => void this.read())
    // Midnight is noticed also while nobody reads, so that the busiest pages are printed before the morning.
    this.timer = setInterval(() => void this.read(), betweenLooks).unref()
  }

  /** Cheap enough for every request. */
  read(): Stamp {
    const { source, now, onTurn } = this.parts
    const state = source.read()
    if (state === this.stamp.state && now() < this.stamp.until) return this.stamp
    const turned = stampAt(state, now())
    const isNew = turned.id !== this.stamp.id
    this.stamp = turned
    if (isNew) onTurn(turned)
    return turned
  }

  /** To be called when a write of this process may have published, before its answer leaves. */
  doubt(): void {
    this.doubtful = true
  }

  /** False while the edition has to be looked up before anything public is answered. */
  get isSure(): boolean {
    return !this.doubtful && this.looking === undefined
  }

  /** Looks the edition up. A database that does not answer must not stop readers: what is known then counts on. */
  makeSure(): Promise<void> {
    if (this.looking && !this.doubtful) return this.looking
    this.doubtful = false
    const { source, patience } = this.parts
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    const looking = Promise.race([source.refresh().catch(() => undefined), late]).finally(() => {
      clearTimeout(timer)
      if (this.looking === looking) this.looking = undefined
    })
    this.looking = looking
    return looking
  }

  stop = (): void => clearInterval(this.timer)
}
