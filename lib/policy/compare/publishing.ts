import type { Day } from '@/lib/model'
import { sameAnswer } from '@/lib/policy/answer/decide'
import { type Bits, meet } from '@/lib/policy/compiled/bits'
import { type DayNumber, dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { courseOf } from '@/lib/policy/standing/course'
import { newMoment } from '@/lib/policy/standing/moment'
import { sameStatus } from '@/lib/policy/standing/status'
import { compareMoments, type Difference, sameQuestions, sameRule } from './differences'

/** The answers that would be others from one day on if a dossier were published in another form. */
export interface DifferencesFrom {
  day: Day
  differences: Difference[]
}

export interface PublishingDifferences {
  /** In order. */
  moved: DifferencesFrom[]
  /** How many days on which rules turn were not looked at: those farthest from today. */
  leftOut: number
}

const mostDays = 100

/**
 * What publishing would move: the answers that differ between two forms of a dossier today, and from every day on which
 * others differ than before it. Between two days on which a rule turns that shares cases with one that differs, nothing does.
 */
export function differencesOfPublishing(before: Compiled, after: Compiled, today: Day): PublishingDifferences {
  const all = daysToCompare(before, after)
  const now = dayNumber(today)
  const near = [...all].sort((a, b) => Math.abs(a - now) - Math.abs(b - now)).slice(0, mostDays)
  const days = [...new Set([now, ...near])].sort((a, b) => a - b)
  const moved: DifferencesFrom[] = []
  let last: Difference[] = []
  for (const number of days) {
    const day = dayOfNumber(number)
    const differences = compareMoments(newMoment(before, day, null), newMoment(after, day, null))
    if (differences.length > 0 && (number === now || !sameDifferences(last, differences)))
      moved.push({ day, differences })
    last = differences
  }
  return { moved, leftOut: all.size - near.length }
}

const sameDifferences = (a: readonly Difference[], b: readonly Difference[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at] as Difference
    return (
      Object.entries(one.case).every(([dimension, leaf]) => other.case[dimension] === leaf) &&
      sameAnswer(one.before, other.before) &&
      sameAnswer(one.after, other.after)
    )
  })

/** The days on which a difference may begin or end. */
function daysToCompare(before: Compiled, after: Compiled): Set<DayNumber> {
  const alike = sameQuestions(before, after)
  const differing = alike ? rulesThatDiffer(before, after) : []
  const sharesCases = (rule: CompiledRule) =>
    !alike || differing.some(({ scope }) => scope.every((leaves, at) => meet(leaves, rule.scope[at] as Bits)))
  const days = new Set<DayNumber>()
  for (const { rules } of [before, after])
    for (const rule of rules) if (sharesCases(rule)) for (const day of courseOf(rule).turns) days.add(day)
  return days
}

/** The rules, in whichever form, that say something else on some day, cover other cases, or are not in both. */
function rulesThatDiffer(before: Compiled, after: Compiled): CompiledRule[] {
  const others = new Map(before.rules.map((rule) => [rule.id, rule]))
  const differing: CompiledRule[] = []
  for (const rule of after.rules) {
    const other = others.get(rule.id)
    others.delete(rule.id)
    if (!other) differing.push(rule)
    else if (!(sameRule(rule, other) && sameCourse(rule, other))) differing.push(rule, other)
  }
  return [...differing, ...others.values()]
}

function sameCourse(a: CompiledRule, b: CompiledRule): boolean {
  const [one, other] = [courseOf(a), courseOf(b)]
  return (
    one.turns.length === other.turns.length &&
    one.turns.every((day, at) => day === other.turns[at]) &&
    one.standings.every(({ status }, at) => sameStatus(status, other.standings[at]?.status ?? null))
  )
}
