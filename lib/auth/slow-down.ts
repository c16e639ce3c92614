/** Guesses at one account from browsers it was never used on that are answered at once, within one window. */
const free = 5
const longest = 8_000

/**
 * Milliseconds that a sign-in waits before it is checked: none for the first few tries, then twice as long each time, eight
 * seconds at most. `tries`: those at this account within the window, this one included, whoever sent them.
 */
export const waitFor = (tries: number): number => (tries <= free ? 0 : Math.min(longest, 250 * 2 ** (tries - free - 1)))

/** Too many wait at this account already. */
export class WaitingRoomFullError extends Error {
  constructor() {
    super('Too many sign-ins wait at once.')
    this.name = 'WaitingRoomFullError'
  }
}

/**
 * Where sign-ins wait, so that guessing at one account is slow however many send the guesses, without a lock: a place is free
 * again in seconds, and browsers that were signed in before do not wait at all.
 */
export class WaitingRoom {
  private readonly waiting = new Map<string, number>()
  private all = 0

  constructor(
    private readonly places: { each: number; all: number },
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {}

  /** Waits in the name of an account. Throws `WaitingRoomFullError`. */
  async wait(account: string, milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return
    const here = this.waiting.get(account) ?? 0
    if (here >= this.places.each || this.all >= this.places.all) throw new WaitingRoomFullError()
    this.waiting.set(account, here + 1)
    this.all++
    try {
      await this.sleep(milliseconds)
    } finally {
      const left = (this.waiting.get(account) ?? 1) - 1
      if (left > 0) this.waiting.set(account, left)
      else this.waiting.delete(account)
      this.all--
    }
  }
}
