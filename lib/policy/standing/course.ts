import { type DayNumber, dayAfter, dayNumber } from '@/lib/policy/compiled/steps'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { type Standing, workOut } from './governing'

/** How a rule stands over time: as `standings[n]` says from the day `turns[n]` until the next turn. */
export interface Course {
  turns: Int32Array
  standings: Standing[]
}

const before: Standing = { status: null, pending: [] }

/** The course of a rule when all reports count; worked out at the first question. */
export const courseOf: (rule: CompiledRule) => Course = remember((rule) =>
  workOutCourse(rule, Number.POSITIVE_INFINITY),
)

/** How a rule stands on a day by its course. */
export function standingIn({ turns, standings }: Course, on: DayNumber): Standing {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((turns[middle] ?? 0) <= on) low = middle + 1
    else high = middle
  }
  return low === 0 ? before : (standings[low - 1] ?? before)
}

/** The course of a rule when what was published by a day counts; infinity: all of it. */
export function workOutCourse(rule: CompiledRule, published: DayNumber): Course {
  const turns: DayNumber[] = []
  const standings: Standing[] = []
  for (const on of mayTurnOn(rule)) {
    const standing = workOut({ on, published }, rule, rule.steps)
    if (isSame(standing, standings.at(-1) ?? before)) continue
    turns.push(on)
    standings.push(standing)
  }
  return { turns: Int32Array.from(turns), standings }
}

/** The steps of the changes that alter the rule, the days on which an alteration starts, and those after one ends. */
function mayTurnOn({ steps, alteredBy }: CompiledRule): Int32Array {
  const days = new Set<DayNumber>(steps.on)
  for (const { alterations } of alteredBy)
    for (const { start, until } of alterations) {
      if (start !== null) days.add(start)
      const after = until && dayAfter(until)
      if (after) days.add(dayNumber(after))
    }
  return Int32Array.from(days).sort()
}

function isSame(a: Standing, b: Standing): boolean {
  const [said, other] = [a.status, b.status]
  return (
    said?.change === other?.change &&
    said?.start === other?.start &&
    said?.disposition === other?.disposition &&
    said?.conditions === other?.conditions &&
    a.pending.length === b.pending.length &&
    a.pending.every((form, at) => form === b.pending[at])
  )
}
