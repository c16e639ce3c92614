import { type DayNumber, dayAfter, dayNumber, type Steps } from '@/lib/policy/compiled/steps'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { type Standing, workOut } from './governing'
import { stepsKnown } from './known'

/** How a rule stands over time: as `standings[n]` says from the day `turns[n]` until the next turn. */
export interface Course {
  turns: Int32Array
  standings: Standing[]
}

const before: Standing = { status: null, pending: [] }

/** The course of a rule when all reports count; worked out at the first question. */
export const courseOf: (rule: CompiledRule) => Course = remember((rule) =>
  workOutCourse(rule, Number.POSITIVE_INFINITY, rule.steps),
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

/** The course of a rule by what is known on a day (infinity: all), by the steps of the changes that alter it or assumed ones. */
export function workOutCourse(rule: CompiledRule, known: DayNumber, steps: Steps = rule.steps): Course {
  const turns: DayNumber[] = []
  const standings: Standing[] = []
  for (const on of mayTurnOn(rule, known, steps)) {
    const standing = workOut({ on, known }, rule, steps)
    if (isSame(standing, standings.at(-1) ?? before)) continue
    turns.push(on)
    standings.push(standing)
  }
  return { turns: Int32Array.from(turns), standings }
}

/** The steps of the changes that alter the rule, the days on which an alteration starts, and those after one ends. */
export function mayTurnOn({ alteredBy }: CompiledRule, known: DayNumber, steps: Steps): Int32Array {
  const days = new Set<DayNumber>(steps.on)
  for (const { change, alterations } of alteredBy) {
    if (known !== Number.POSITIVE_INFINITY && !change.isPlain)
      for (const { on } of stepsKnown(change, known).steps) days.add(on)
    for (const { start, until } of alterations) {
      if (start !== null) days.add(start)
      const after = until && dayAfter(until)
      if (after) days.add(dayNumber(after))
    }
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
