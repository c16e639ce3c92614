import type { Instant } from '@/lib/model'

const seconds = 1000
/** Milliseconds before the second attempt, doubled each time, and the longest wait. */
const [shortest, longest] = [30 * seconds, 30 * 60 * seconds]

/** After so many attempts, two days as a rule, a delivery is given up: a dead letter. */
export const mostAttempts = 100

/** After so many refusals of a mailbox, or dead letters of a receiver, in a row, nothing more is sent there. */
export const mostInARow = 3

/** When to try again after so many attempts, the last at an instant. */
export function nextAttempt(attempts: number, at: Instant): Instant {
  const wait = Math.min(longest, shortest * 2 ** Math.min(attempts - 1, 10))
  return later(at, wait)
}

/** An instant so many milliseconds later. */
export const later = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString()
