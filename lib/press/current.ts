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

/**
 * The stamp of this moment. It turns with the edition and at midnight in any of the dossiers' time zones, as soon as what the new day
 * brought is written down (model, section 10): until then it stays what it was.
 */
export class Current {
  private stamp: Stamp
  private doubtful = false
  private looking: Promise<void> | undefined
  private turning: Promise<void> | undefined
  /** Readers wait for a day to turn as they wait for a look-up; not longer, for the database may be away. */
  private mayWait = false
  private readonly timer: NodeJS.Timeout

  constructor(private readonly parts: Parts) {
    this.stamp = stampAt(parts.source.read(), parts.now())
    parts.source.subscribe(() => void this.read())
    // Midnight is noticed also while nobody reads, so that the busiest pages are printed before the morning.
    this.timer = setInterval(() => void this.read(), betweenLooks).unref()
  }

  /** Cheap enough for every request. */
  read(): Stamp {
    const { source, now } = this.parts
    const state = source.read()
    const at = now()
    if (at >= this.stamp.until && source.turnDay && !this.turning) this.turnDay(source.turnDay, at)
    if (state === this.stamp.state && (at < this.stamp.until || this.turning)) return this.stamp
    return this.take(stampAt(state, this.turning ? this.stamp.until - 1 : at))
  }

  private take(turned: Stamp): Stamp {
    const isNew = turned.id !== this.stamp.id
    this.stamp = turned
    if (isNew) this.parts.onTurn(turned)
    return turned
  }

  private turnDay(turn: NonNullable<StateSource['turnDay']>, at: number): void {
    const { source, patience } = this.parts
    this.mayWait = true
    const timer = setTimeout(() => {
      this.mayWait = false
    }, patience).unref()
    this.turning = turn(new Date(at).toISOString())
      .catch(() => undefined)
      .then(() => {
        clearTimeout(timer)
        this.turning = undefined
        this.take(stampAt(source.read(), at))
      })
  }

  /** To be called when a write of this process may have published, before its answer leaves. */
  doubt(): void {
    this.doubtful = true
  }

  /** False while the edition has to be looked up before anything public is answered. */
  get isSure(): boolean {
    if (this.parts.now() >= this.stamp.until) this.read()
    return !this.doubtful && this.looking === undefined && !(this.turning && this.mayWait)
  }

  /** Looks the edition up. A database that does not answer must not stop readers: what is known then counts on. */
  makeSure(): Promise<void> {
    if (this.looking && !this.doubtful) return this.looking
    const looks = [this.turning]
    if (this.doubtful) looks.push(this.parts.source.refresh().catch(() => undefined))
    this.doubtful = false
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.parts.patience)
    })
    const looking = Promise.race([Promise.all(looks).then(() => undefined), late]).finally(() => {
      clearTimeout(timer)
      if (this.looking === looking) this.looking = undefined
    })
    this.looking = looking
    return looking
  }

  stop = (): void => clearInterval(this.timer)
}
