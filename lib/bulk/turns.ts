/** As many wait as may: one may ask again later. */
export class AllTurnsTakenError extends Error {
  constructor() {
    super('So many wait for their turn already that nobody else can.')
    this.name = 'AllTurnsTakenError'
  }
}

/** Lets one work at a time, the others in the order in which they came, and no more than so many of them wait. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve()
  private count = 0

  constructor(private readonly waiting: number) {}

  /** Does some work once it has its turn; resolves or rejects as the work does. Rejects with `AllTurnsTakenError`. */
  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.count > this.waiting) return Promise.reject(new AllTurnsTakenError())
    this.count++
    const done = this.last.then(work).finally(() => {
      this.count--
    })
    this.last = done.catch(() => undefined)
    return done
  }
}
