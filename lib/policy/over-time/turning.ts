import type { Day } from '@/lib/model'
import { afterTurns, type Chorus, newEar, noChorus, type RuleTurn, saidTo } from '@/lib/policy/answer/chorus'
import { sameAnswer } from '@/lib/policy/answer/decide'
import { type Bits, emptyBits, fullBits, intersect, members } from '@/lib/policy/compiled/bits'
import { type DayNumber, dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { courseKnown, courseOf } from '@/lib/policy/standing/course'
import type { Status } from '@/lib/policy/standing/governing'
import { sameStatus } from '@/lib/policy/standing/status'
import type { HistoryOptions } from './history'

/** The days, in order, on which the answer to any case of the dossier changes. */
export function turningDays(compiled: Compiled, options: HistoryOptions = {}): Day[] {
  const turnings = turningsOf(compiled, options)
  return turnings.days.filter((_, at) => isTurning(turnings, at)).map(dayOfNumber)
}

/** The turning days nearest to a day, the day itself left aside; null where there is none. */
export function turningDaysAround(
  compiled: Compiled,
  day: Day,
  options: HistoryOptions = {},
): { previous: Day | null; next: Day | null } {
  const turnings = turningsOf(compiled, options)
  const on = dayNumber(day)
  const previous = turnings.days.findLast((candidate, at) => candidate < on && isTurning(turnings, at))
  const next = turnings.days.find((candidate, at) => candidate > on && isTurning(turnings, at))
  return {
    previous: previous === undefined ? null : dayOfNumber(previous),
    next: next === undefined ? null : dayOfNumber(next),
  }
}

/** The days on which rules come to say something else, and on which of them an answer turns, as far as that was asked. */
interface Turnings {
  compiled: Compiled
  days: DayNumber[]
  turns: RuleTurn[][]
  turning: (boolean | undefined)[]
  /** What all rules say from the day at that place on; place -1 is the silence before the first. */
  latest: { at: number; chorus: Chorus }
}

const wholeTurnings = remember((compiled: Compiled) => findTurns(compiled, courseOf))

const turningsOf = (compiled: Compiled, { known }: HistoryOptions): Turnings =>
  known === undefined ? wholeTurnings(compiled) : findTurns(compiled, (rule) => courseKnown(rule, dayNumber(known)))

function findTurns(compiled: Compiled, course: typeof courseOf): Turnings {
  const found = new Map<DayNumber, RuleTurn[]>()
  for (const rule of compiled.rules) {
    const { turns, standings } = course(rule)
    let before: Status | null = null
    turns.forEach((day, at) => {
      const status = standings[at]?.status ?? null
      const turning = found.get(day) ?? []
      if (!sameStatus(status, before)) found.set(day, [...turning, { rule, status }])
      before = status
    })
  }
  const sorted = [...found].sort(([a], [b]) => a - b)
  return {
    compiled,
    days: sorted.map(([day]) => day),
    turns: sorted.map(([, turns]) => turns),
    turning: [],
    latest: { at: -1, chorus: noChorus(compiled) },
  }
}

/**
 * Whether some answer turns on the day at a place. It turns only with what a rule says, so the cases in the scopes of the
 * rules that turn are asked before and after until one differs; few of them first.
 */
function isTurning(turnings: Turnings, at: number): boolean {
  const kept = turnings.turning[at]
  if (kept !== undefined) return kept
  const { compiled } = turnings
  const before = chorusAfter(turnings, at - 1)
  const after = chorusAfter(turnings, at)
  const rules = (turnings.turns[at] ?? []).map(({ rule }) => rule).sort((a, b) => breadth(a) - breadth(b))
  const turning = rules.some((rule) => anyDiffers(compiled, before, after, rule))
  turnings.turning[at] = turning
  return turning
}

function chorusAfter(turnings: Turnings, at: number): Chorus {
  const { latest, turns, compiled } = turnings
  const start = latest.at <= at ? latest : { at: -1, chorus: noChorus(compiled) }
  const since = turns.slice(start.at + 1, at + 1).flat()
  if (since.length === 0) return start.chorus
  turnings.latest = { at, chorus: afterTurns(start.chorus, since) }
  return turnings.latest.chorus
}

const breadth = ({ scope }: CompiledRule): number =>
  scope.reduce((product, leaves) => product * members(leaves).length, 1)

function anyDiffers(compiled: Compiled, a: Chorus, b: Chorus, { scope }: CompiledRule): boolean {
  const { dimensions, rules } = compiled
  const width = rules.length + (compiled.dossier.untracked?.length ?? 0)
  const covering = dimensions.map(() => emptyBits(width))
  const ear = newEar(compiled)
  const differs = (within: Bits, at: number): boolean => {
    const dimension = dimensions[at]
    if (!dimension) return !sameAnswer(saidTo(a, within, ear), saidTo(b, within, ear))
    const narrowed = covering[at] as Bits
    return members(scope[at] as Bits).some((leaf) => {
      intersect(narrowed, within, dimension.rulesAt[leaf] as Bits)
      return differs(narrowed, at + 1)
    })
  }
  return differs(fullBits(width), 0)
}
