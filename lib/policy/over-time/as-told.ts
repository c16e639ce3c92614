import { addDays, type DateText, type Day, firstDay } from '@/lib/model'
import { isCaseOf, rulesCovering } from '@/lib/policy/answer/verdict'
import { findChange } from '@/lib/policy/compiled/find'
import { dayNumber } from '@/lib/policy/compiled/steps'
import type { Case, Compiled } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { stepsKnown } from '@/lib/policy/standing/known'
import { datesNamed } from './history'

/** Who brings it about that something is said from a day on. */
interface SaidBy {
  rule: string | null
  change: string | null
}

const mostExact = (dates: readonly DateText[]): DateText | undefined => dates.toSorted((a, b) => b.length - a.length)[0]

/**
 * A day on which a rule comes to say something by a change, as that is told: a month or a year where the sources give no more. By what
 * is known on a day, or all of it. What is told of no source, as an assumption, is the day itself.
 */
export function dayAsTold(compiled: Compiled, day: Day, { rule, change }: SaidBy, known: Day | null = null): DateText {
  const by = findChange(compiled, change)
  if (!by) return day
  const { steps } = stepsKnown(by, known === null ? Number.POSITIVE_INFINITY : dayNumber(known))
  const ofSteps = steps.filter((step) => step.day === day).map(({ move }) => move.date)
  const ofAlterations = by.change.alterations.flatMap((one) =>
    one.rule === rule && one.from !== null && firstDay(one.from) === day ? [one.from] : [],
  )
  return mostExact([...ofSteps, ...ofAlterations]) ?? day
}

/** The same of a day on which the answer to a case turns, whoever turns it. */
export function turnAsTold(compiled: Compiled, day: Day, kase: Case, by: SaidBy): DateText {
  const told = dayAsTold(compiled, day, by)
  if (told !== day || !isCaseOf(compiled, kase)) return told
  return datesNamed(rulesCovering(compiled, kase), {}).get(day) ?? day
}

/** An empty one: all that is known. */
const datesOf = rememberEach(
  (compiled: Compiled, known: string) => datesNamed(compiled.rules, { known: known === '' ? undefined : known }),
  { key: (known) => known, most: 16 },
)

/** A day on which answers of a dossier turn, as the sources date it: the most exact of what they tell. */
export const turningDayAsTold = (compiled: Compiled, day: Day, known: Day | null = null): DateText =>
  datesOf(compiled, known ?? '').get(day) ?? day

/** The last day before such a turn, no more exactly than the turn itself is told: the month before a month, the year before a year. */
export const dayBeforeTurn = (compiled: Compiled, until: Day): DateText =>
  until.slice(0, turningDayAsTold(compiled, addDays(until, 1)).length)
