import { stageRank } from '@/lib/model'
import type { DayNumber, Steps } from '@/lib/policy/compiled/steps'

const inForce = stageRank('in_force')

/** The day asked about and the last day of publication that counts; infinity: all count. */
export interface Limits {
  on: DayNumber
  published: DayNumber
}

const counting = (limits: Limits, { on, published }: Steps, at: number): boolean =>
  (on[at] ?? 0) <= limits.on && (published[at] ?? 0) <= limits.published

/** The step that gives a change its stage at the moment (model, section 2, life of a change); -1 when none counts. */
export function lastStep(limits: Limits, steps: Steps, change: number): number {
  const first = steps.bounds[change] ?? 0
  // Steps are in order of their days: a change that begins later is seen at once.
  if ((steps.on[first] ?? 0) > limits.on) return -1
  for (let at = (steps.bounds[change + 1] ?? 0) - 1; at >= first; at--) if (counting(limits, steps, at)) return at
  return -1
}

/** The first step of the unbroken run in force that ends with the given one. */
export function runStart(limits: Limits, steps: Steps, change: number, last: number): number {
  const first = steps.bounds[change] ?? 0
  let start = last
  for (let at = last - 1; at >= first; at--) {
    if (!counting(limits, steps, at)) continue
    if (steps.rank[at] !== inForce) break
    start = at
  }
  return start
}
