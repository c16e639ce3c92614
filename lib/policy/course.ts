import { addDays, firstDay } from '@/lib/model'
import type { CompiledRule } from './compile'
import { workOut } from './governing'
import type { Standing } from './standing'
import { type DayNumber, dayNumber } from './steps'

/** How a rule stands over time when all reports count: as `standings[n]` says from the day `turns[n]` until the next turn. */
export interface Course {
  turns: Int32Array
  standings: Standing[]
}

const before: Standing = { status: null, pending: [] }

/** How a rule stands on a day when all reports count. The whole course of the rule is worked out at the first question. */
export function standingOn(rule: CompiledRule, on: DayNumber): Standing {
  rule.course ??= courseOf(rule)
  const { turns, standings } = rule.course
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((turns[middle] ?? 0) <= on) low = middle + 1
    else high = middle
  }
  return low === 0 ? before : (standings[low - 1] ?? before)
}

/** A rule turns at the steps of the changes that alter it, where an alteration starts, and the day after one ends. */
function courseOf(rule: CompiledRule): Course {
  const days = new Set<DayNumber>(rule.steps.on)
  for (const { alterations } of rule.alteredBy)
    for (const { start, until } of alterations) {
      if (start !== null) days.add(start)
      if (until !== null) days.add(dayNumber(addDays(firstDay(until), 1)))
    }
  const turns: DayNumber[] = []
  const standings: Standing[] = []
  for (const on of Int32Array.from(days).sort()) {
    const standing = workOut({ on, published: Number.POSITIVE_INFINITY }, rule, rule.steps)
    if (isSame(standing, standings.at(-1) ?? before)) continue
    turns.push(on)
    standings.push(standing)
  }
  return { turns: Int32Array.from(turns), standings }
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
