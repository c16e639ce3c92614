import {
  type DayNumber,
  type PlainStep,
  type Steps,
  unborn,
  type Walked,
  walk,
  walkedTo,
} from '@/lib/policy/compiled/steps'
import type { CompiledChange } from '@/lib/policy/compiled/types'
import { stepsKnown } from './known'

/** The day asked about and the last day of knowledge; infinity: all reports count. */
export interface Limits {
  on: DayNumber
  known: DayNumber
}

/** The place of the last step on the day or before it among those from `first` to before `end`; `first - 1` when there is none. */
function lastBy(on: Int32Array, day: DayNumber, first: number, end: number): number {
  let [low, high] = [first, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((on[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where a change stands within limits, by its steps among those of others (model, section 2, life of a change). */
export function walkedBy(limits: Limits, steps: Steps, at: number, change: CompiledChange): Walked {
  const first = steps.bounds[at] ?? 0
  const end = steps.bounds[at + 1] ?? first
  if (limits.known === Number.POSITIVE_INFINITY) {
    const last = lastBy(steps.on, limits.on, first, end)
    return last < first ? unborn : walkedTo(steps.reached[last] ?? 0, steps.since[last] ?? 0)
  }
  if (!change.isPlain) return walkOf(stepsKnown(change, limits.known).steps, limits.on)
  let walked = unborn
  for (let step = first; step < end && (steps.on[step] ?? 0) <= limits.on; step++)
    if ((steps.counts[step] ?? 0) <= limits.known) walked = walk(walked, steps.on[step] ?? 0, steps.rank[step] ?? 0)
  return walked
}

/** Where these steps lead by a day. */
function walkOf(steps: readonly PlainStep[], on: DayNumber): Walked {
  let walked = unborn
  for (const step of steps) {
    if (step.on > on) break
    walked = walk(walked, step.on, step.rank)
  }
  return walked
}
