/** More work waits than the queue takes: the asker should come back later. */
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
  /** How much may wait beside that. */
  waiting: number
  /** Milliseconds after which work counts as failed and gives its place free. */
  patience: number
}

/** Runs work a few at a time in the order of asking, and refuses what would only pile up. */
export class RenderQueue {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private idlers: (() => void)[] = []
  private closed = false

  constructor(private readonly limits: QueueLimits) {}

  get load(): { running: number; waiting: number } {
    return { running: this.running, waiting: this.waiting.length }
  }

  /** Rejects with what `work` threw, or with `QueueFullError`, `QueueClosedError` or `TooSlowError`. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw new QueueClosedError()
    if (this.running < this.limits.running) this.running++
    else {
      if (this.waiting.length >= this.limits.waiting) throw new QueueFullError()
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
    try {
      return await this.within(work)
    } finally {
      this.release()
    }
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

  private release(): void {
    const next = this.waiting.shift()
    if (next) {
      next()
      return
    }
    this.running--
    if (this.running > 0) return
    const idlers = this.idlers
    this.idlers = []
    for (const idler of idlers) idler()
  }

  private async within<T>(work: () => Promise<T>): Promise<T> {
    const { patience } = this.limits
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TooSlowError(patience)), patience)
    })
    return Promise.race([work(), late]).finally(() => clearTimeout(timer))
  }
}
