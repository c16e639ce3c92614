import { type Stamp, type StateSource, stampAt } from './stamp'
import { within } from './within'

interface Parts {
  source: StateSource
  /** Milliseconds since the epoch. */
  now: () => number
  /** Most milliseconds that a look-up may hold up whoever waits for it. */
  patience: number
  /** Most milliseconds for which an edition that was told waits for what is prepared for it. */
  aheadFor: number
  /** What is done before an edition is served; undefined where there is nothing to do. It does not reject. */
  prepare: (stamp: Stamp) => Promise<unknown> | undefined
  onTurn: (stamp: Stamp) => void
}

const betweenLooks = 30_000

/**
 * The stamp of this moment. It turns with the edition, once the busiest pages of that are ready, and at midnight in any of the dossiers'
 * time zones, as soon as what the new day brought is written down (model, section 10): until then it stays what it was.
 */
export class Current {
  private stamp: Stamp
  private turning: Promise<void> | undefined
  /** Readers wait for a day to turn as they wait for a look-up; not longer, for the database may be away. */
  private mayWait = false
  private waiting: Promise<void> | undefined
  private readonly timer: NodeJS.Timeout

  constructor(private readonly parts: Parts) {
    this.stamp = stampAt(parts.source.read(), parts.now())
    parts.source.subscribe(() => void this.read())
    // Midnight is noticed also while nobody reads, so that the busiest pages are printed before the morning.
    this.timer = setInterval(() => void this.read(), betweenLooks).unref()
  }

  /** Resolves when another edition is served than now; undefined while none is to come. */
  get coming(): Promise<void> | undefined {
    return this.waiting
  }

  /** Resolves when the edition that was told last is served. */
  async caughtUp(): Promise<void> {
    const { edition } = this.parts.source.read()
    // Another may be on its way already, and this one is then the next.
    while (this.waiting && this.stamp.state.edition < edition) await this.waiting
  }

  /** Cheap enough for every request. */
  read(): Stamp {
    const { source, now } = this.parts
    const state = source.read()
    const at = now()
    if (at >= this.stamp.until && source.turnDay && !this.turning) this.turnDay(source.turnDay, at)
    if (state === this.stamp.state && (at < this.stamp.until || this.turning)) return this.stamp
    return this.waiting ? this.stamp : this.bring(stampAt(state, this.turning ? this.stamp.until - 1 : at))
  }

  private bring(told: Stamp): Stamp {
    const before = this.stamp
    const prepared = told.id === before.id ? undefined : this.parts.prepare(told)
    if (!prepared) return this.take(told)
    this.waiting = within(prepared, this.parts.aheadFor).then(() => {
      this.waiting = undefined
      // A day that has turned meanwhile took the edition along.
      if (this.stamp === before) this.take(told)
      this.read()
    })
    return before
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

  /** Resolves when the day has turned that readers wait for, or they have waited enough; undefined while there is nothing to wait for. */
  get dawn(): Promise<void> | undefined {
    if (this.parts.now() >= this.stamp.until) this.read()
    return this.turning && this.mayWait ? within(this.turning, this.parts.patience) : undefined
  }

  /**
   * To be waited for by a write that may have published, before its answer leaves: all that was published before is served then. A
   * database that does not answer must not stop it: what is known then counts on.
   */
  async settle(): Promise<void> {
    const { source, patience } = this.parts
    await within(
      source.refresh().catch(() => undefined),
      patience,
    )
    this.read()
    await this.caughtUp()
  }

  stop = (): void => clearInterval(this.timer)
}
