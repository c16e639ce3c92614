import { collectSteps, type DayNumber, dayAfter, dayNumber, type Steps } from '@/lib/policy/compiled/steps'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember, rememberEach } from '@/lib/policy/remember'
import { type Standing, type Status, workOut } from './governing'
import { stepsKnown } from './known'

/** How a rule stands over time: as `standings[n]` says from the day `turns[n]` until the next turn. */
export interface Course {
  turns: Int32Array
  standings: Standing[]
  /** The days among those on which it comes to say something else, and what. */
  spoken: Int32Array
  says: (Status | null)[]
}

const before: Standing = { status: null, pending: [] }

/** Steps are those of one rule, and stay the same object in later forms while what alters the rule says the same. */
const courses = rememberEach((steps: Steps, rule: CompiledRule) => workOutCourse(rule, steps), { key: ({ id }) => id })

/** The course of a rule when all reports count; worked out at the first question. */
export const courseOf: (rule: CompiledRule) => Course = remember((rule) => courses(rule.steps, rule))

/** How a rule stands on a day by its course. */
export function standingIn({ turns, standings }: Course, on: DayNumber): Standing {
  return standings[placeAfter(turns, on) - 1] ?? before
}

/** What it says. */
export const statusIn = ({ spoken, says }: Course, on: DayNumber): Status | null =>
  says[placeAfter(spoken, on) - 1] ?? null

/** The place of the first of these days that lies after another. */
export function placeAfter(days: Int32Array, on: DayNumber): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] ?? 0) <= on) low = middle + 1
    else high = middle
  }
  return low
}

/** The steps of the changes that alter a rule, by what is known on a day. */
export const stepsOfRule = (rule: CompiledRule, known: DayNumber): Steps =>
  known === Number.POSITIVE_INFINITY
    ? rule.steps
    : collectSteps(rule.alteredBy.map(({ change }) => stepsKnown(change, known).steps))

/** The course of a rule by what is known on a day. */
export const courseKnown = (rule: CompiledRule, known: DayNumber): Course =>
  workOutCourse(rule, stepsOfRule(rule, known))

/** The course of a rule by the steps of the changes that alter it, all of which count; of nothing that was before a day, where one is given. */
export function workOutCourse(rule: CompiledRule, steps: Steps, from?: DayNumber): Course {
  const turns: DayNumber[] = []
  const standings: Standing[] = []
  const days = mayTurnOn(rule, steps)
  for (const on of from === undefined ? days : [from, ...days.subarray(placeAfter(days, from))]) {
    const standing = workOut({ on, known: Number.POSITIVE_INFINITY }, rule, steps)
    if (isSame(standing, standings.at(-1) ?? before)) continue
    turns.push(on)
    standings.push(standing)
  }
  const spoken: DayNumber[] = []
  const says: (Status | null)[] = []
  standings.forEach(({ status }, at) => {
    if (isSameStatus(status, says.at(-1) ?? null)) return
    spoken.push(turns[at] ?? 0)
    says.push(status)
  })
  return { turns: Int32Array.from(turns), standings, spoken: Int32Array.from(spoken), says }
}

/** The steps of the changes that alter the rule, the days on which an alteration starts, and those after one ends. */
export function mayTurnOn({ alteredBy }: CompiledRule, steps: Steps): Int32Array {
  const days = new Set<DayNumber>(steps.on)
  for (const { alterations } of alteredBy)
    for (const { start, until } of alterations) {
      if (start !== null) days.add(start)
      const after = until && dayAfter(until)
      if (after) days.add(dayNumber(after))
    }
  return Int32Array.from(days).sort()
}

const isSameStatus = (a: Status | null, b: Status | null): boolean =>
  a === b ||
  (a?.change === b?.change &&
    a?.start === b?.start &&
    a?.disposition === b?.disposition &&
    a?.conditions === b?.conditions)

function isSame(a: Standing, b: Standing): boolean {
  return (
    isSameStatus(a.status, b.status) &&
    a.pending.length === b.pending.length &&
    a.pending.every((form, at) => form === b.pending[at])
  )
}
