/** How sign-ins ended: `blocked` had too many tries, `busy` came while too many waited, `code` owes the second factor still. */
export const signInOutcomes = ['accepted', 'wrong', 'blocked', 'busy', 'code'] as const
export type SignInOutcome = (typeof signInOutcomes)[number]

/** What a process counts of itself beside the press, for those who watch it (`METRICS_PORT`). */
export interface Figures {
  signIns: Record<SignInOutcome, number>
  writes: {
    /** Transactions that were kept, and those that were given up. */
    done: number
    failed: number
    /** Under way now, those that wait for their turn among them. */
    waiting: number
    /** Seconds that all of them took, waiting for their turn included. */
    seconds: number
  }
  /** Digests that were made for signed editions: a publish makes those of what it changes. */
  digests: number
}

const key = Symbol.for('rulewire.figures')
const shared = globalThis as typeof globalThis & { [key]?: Figures }

// The renderer and the pages it serves are two bundles of one process: they meet on globalThis.
shared[key] ??= {
  signIns: { accepted: 0, wrong: 0, blocked: 0, busy: 0, code: 0 },
  writes: { done: 0, failed: 0, waiting: 0, seconds: 0 },
  digests: 0,
}
export const figures: Figures = shared[key]
