/** More work waits than the queue takes, of all or of this asker: the asker should come back later. */
export class QueueFullError extends Error {
  constructor() {
    super('Too many pages wait to be rendered.')
    this.name = 'QueueFullError'
  }
}
export class QueueClosedError extends Error {
  constructor() {
    super('No more pages are rendered: the process is about to end.')
    this.name = 'QueueClosedError'
  }
}
export class TooSlowError extends Error {
  constructor(limit: number) {
    super(`A page was not rendered within ${limit} ms.`)
    this.name = 'TooSlowError'
  }
}

export interface QueueLimits {
  /** How much runs at a time. */
  running: number
  /** How much of that may be for one asker; always one less than all, so that the next comer need not wait for an end. */
  runningEach: number
  /** How much may wait beside that. */
  waiting: number
  /** How much of that may be for one asker. */
  waitingEach: number
  /** Milliseconds after which work counts as failed and gives its place free. */
  patience: number
}

/** Work that was asked for, and for whom: it is begun when the turn of any of them comes. */
export interface Job<T> {
  result: Promise<T>
  /** Someone else asks for the same: it need not wait for its turn among what the first one asked for. */
  alsoFor(asker: string): void
}

interface Waiting {
  begin: (asker: string) => void
  refuse: () => void
  isBegun: boolean
}

/**
 * Runs work a few at a time and refuses what would only pile up. Askers take turns: whoever asks for much waits for what he has
 * asked for himself, and no one else does. A full queue makes room for who asks for less by refusing what the greediest asked last.
 */
export class RenderQueue {
  private running = 0
  private readonly runningOf = new Map<string, number>()
  /** What each asker waits for, the asker whose turn is next first. */
  private readonly lines = new Map<string, Waiting[]>()
  private waiting = 0
  private idlers: (() => void)[] = []
  private closed = false

  constructor(private readonly limits: QueueLimits) {}

  get load(): { running: number; waiting: number } {
    return { running: this.running, waiting: this.waiting }
  }

  /** Its result rejects with what `work` threw, or with `QueueFullError`, `QueueClosedError` or `TooSlowError`. */
  run<T>(work: () => Promise<T>, asker = ''): Job<T> {
    if (this.closed) return { result: Promise.reject(new QueueClosedError()), alsoFor: () => undefined }
    if (this.mayRun(asker)) return { result: this.begin(work, asker), alsoFor: () => undefined }
    const { promise, resolve, reject } = withResolvers<T>()
    const waiting: Waiting = {
      begin: (whose) => resolve(this.begin(work, whose)),
      refuse: () => reject(new QueueFullError()),
      isBegun: false,
    }
    if (!this.makeRoom(asker)) waiting.refuse()
    else {
      this.waiting++
      this.lineUp(asker, waiting)
    }
    return { result: promise, alsoFor: (other) => this.join(other, waiting) }
  }

  /** Resolves when nothing runs or waits. */
  whenIdle(): Promise<void> {
    return this.running === 0 ? Promise.resolve() : new Promise((resolve) => this.idlers.push(resolve))
  }

  /** Takes no new work; resolves when what runs or waits is done. */
  close(): Promise<void> {
    this.closed = true
    return this.whenIdle()
  }

  private mayRun(asker: string): boolean {
    const { running, runningEach } = this.limits
    const each = Math.max(1, Math.min(runningEach, running - 1))
    return this.running < running && (this.runningOf.get(asker) ?? 0) < each
  }

  private async begin<T>(work: () => Promise<T>, asker: string): Promise<T> {
    this.running++
    this.runningOf.set(asker, (this.runningOf.get(asker) ?? 0) + 1)
    try {
      return await this.within(work)
    } finally {
      this.running--
      const left = (this.runningOf.get(asker) ?? 1) - 1
      if (left === 0) this.runningOf.delete(asker)
      else this.runningOf.set(asker, left)
      this.goOn()
    }
  }

  private goOn(): void {
    for (let next = this.takeNext(); next; next = this.takeNext()) next()
    if (this.running > 0) return
    const idlers = this.idlers
    this.idlers = []
    for (const idler of idlers) idler()
  }

  /** What begins the work whose turn it is; undefined when there is none that may run. */
  private takeNext(): (() => void) | undefined {
    for (const [asker, line] of [...this.lines]) {
      if (!this.mayRun(asker)) continue
      const next = line.splice(0, line.findIndex(({ isBegun }) => !isBegun) + 1 || line.length).at(-1)
      this.lines.delete(asker)
      // Behind all others, until its turn comes again.
      if (line.length > 0) this.lines.set(asker, line)
      if (!next || next.isBegun) continue
      next.isBegun = true
      this.waiting--
      return () => next.begin(asker)
    }
    return undefined
  }

  private lineOf = (asker: string): number => this.lines.get(asker)?.length ?? 0

  private lineUp(asker: string, waiting: Waiting): void {
    const line = this.lines.get(asker)
    if (line) line.push(waiting)
    else this.lines.set(asker, [waiting])
  }

  private join(asker: string, waiting: Waiting): void {
    if (waiting.isBegun || this.lineOf(asker) >= this.limits.waitingEach) return
    if (this.lines.get(asker)?.includes(waiting)) return
    this.lineUp(asker, waiting)
  }

  private makeRoom(asker: string): boolean {
    const { waiting, waitingEach } = this.limits
    const own = this.lineOf(asker)
    if (own >= waitingEach) return false
    if (this.waiting < waiting) return true
    const [greediest, line] = [...this.lines].reduce((most, one) => (one[1].length > most[1].length ? one : most))
    const last = line.findLast((one) => !one.isBegun && !this.isShared(one, greediest))
    if (!last || line.length <= own + 1) return false
    line.splice(line.lastIndexOf(last), 1)
    last.isBegun = true
    this.waiting--
    last.refuse()
    return true
  }

  private isShared = (waiting: Waiting, asker: string): boolean =>
    [...this.lines].some(([other, line]) => other !== asker && line.includes(waiting))

  private async within<T>(work: () => Promise<T>): Promise<T> {
    const { patience } = this.limits
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TooSlowError(patience)), patience)
    })
    return Promise.race([work(), late]).finally(() => clearTimeout(timer))
  }
}

/** As `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved
    reject = rejected
  })
  return { promise, resolve, reject }
}
