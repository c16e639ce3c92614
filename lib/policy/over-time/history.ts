import { addDays, type DateText, type Day, firstDay } from '@/lib/model'
import type { CaseClass } from '@/lib/policy/answer/classes'
import { coveredOf } from '@/lib/policy/answer/covering'
import { type Decision, decideBy, sameAnswer, sharedDecision } from '@/lib/policy/answer/decide'
import { findRule } from '@/lib/policy/compiled/find'
import { dayAfter, dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Case, Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { remember, rememberEach } from '@/lib/policy/remember'
import { type Course, courseKnown, courseOf, standingIn } from '@/lib/policy/standing/course'
import type { Status } from '@/lib/policy/standing/governing'
import { stepsKnown } from '@/lib/policy/standing/known'
import { newMoment } from '@/lib/policy/standing/moment'
import { sameTexts } from '@/lib/policy/standing/status'

/** A stretch of days over which an answer stays the same; `until` is its last day, null while it lasts. */
export interface Period<T> {
  from: Day
  /** `from` at the precision in which the sources give it. */
  shown: DateText
  until: Day | null
  value: T
}

export interface HistoryOptions {
  known?: Day | undefined
}

/** The days that reports and alterations give for these rules, as they write them; of several dates the most precise. */
export function datesNamed(rules: readonly CompiledRule[], { known }: HistoryOptions): Map<Day, DateText> {
  const dates = new Map<Day, DateText>()
  const knownBy = known === undefined ? Number.POSITIVE_INFINITY : dayNumber(known)
  const add = (date: DateText, day = firstDay(date)) => {
    const before = dates.get(day)
    if (before === undefined || date.length > before.length) dates.set(day, date)
  }
  for (const rule of rules)
    for (const { change, alterations } of rule.alteredBy) {
      for (const { move, day } of stepsKnown(change, knownBy).steps) add(move.date, day)
      for (const { from, until } of alterations) {
        if (from) add(from)
        const after = until && dayAfter(until)
        if (after) add(after)
      }
    }
  return dates
}

/** The days on which any of these rules comes to stand otherwise, in order. */
function turnsOf(courses: readonly Course[]): Day[] {
  const turns = new Set(courses.flatMap((course) => [...course.turns]))
  return [...turns].sort((a, b) => a - b).map(dayOfNumber)
}

const courseAs = (rule: CompiledRule, { known }: HistoryOptions): Course =>
  known === undefined ? courseOf(rule) : courseKnown(rule, dayNumber(known))

/** Periods in which what is read stays the same, by the days on which it may turn. */
export function periodsOf<T>(
  rules: readonly CompiledRule[],
  options: HistoryOptions,
  read: (day: Day) => T,
  same: (a: T, b: T) => boolean,
  days = turnsOf(rules.map((rule) => courseAs(rule, options))),
): Period<T>[] {
  const dates = datesNamed(rules, options)
  const periods: Period<T>[] = []
  for (const day of days) {
    const value = read(day)
    const last = periods[periods.length - 1]
    if (last && same(last.value, value)) continue
    if (last) last.until = addDays(day, -1)
    periods.push({ from: day, shown: dates.get(day) ?? day, until: null, value })
  }
  return periods
}

const wholeHistory = remember((rule: CompiledRule) => workOutHistory(rule, {}))

/** What a rule has said over time, silence included, from the first day that anything altered it. */
export function ruleHistory(
  compiled: Compiled,
  ruleId: string,
  options: HistoryOptions = {},
): readonly Period<Status | null>[] {
  const rule = findRule(compiled, ruleId)
  if (!rule) return []
  return options.known === undefined ? wholeHistory(rule) : workOutHistory(rule, options)
}

function workOutHistory(rule: CompiledRule, options: HistoryOptions): Period<Status | null>[] {
  const course = courseAs(rule, options)
  const periods = periodsOf(
    [rule],
    options,
    (on) => standingIn(course, dayNumber(on)).status,
    (a, b) =>
      a?.disposition === b?.disposition &&
      a?.change === b?.change &&
      sameTexts(a?.conditions ?? [], b?.conditions ?? []),
    turnsOf([course]),
  )
  return periods[0]?.value === null ? periods.slice(1) : periods
}

/** What has been decided for a case over time, from the first day that a rule spoke of it. */
export const caseHistory = (compiled: Compiled, kase: Case, options: HistoryOptions = {}): Period<Decision>[] =>
  questionHistory(compiled, [{ example: kase, cases: 1, ...coveredOf(compiled, kase) }], options).map((period) => ({
    ...period,
    value: period.value as Decision,
  }))

/** What the cases of a question have had in common over time; `mixed` where they were answered differently. */
export type SharedDecision = Omit<Decision, 'disposition'> & { disposition: Decision['disposition'] | 'mixed' }

/** A history is kept for so many days of knowledge. */
const mostKnown = 16

const historiesOf = rememberEach(
  (classes: readonly CaseClass[], { compiled, options }: { compiled: Compiled; options: HistoryOptions }) =>
    workOutQuestion(compiled, classes, options),
  { key: ({ options }) => options.known ?? '', most: mostKnown },
)

/** As `caseHistory`, for the cases of a question in classes; remembered for as long as they are. */
export const questionHistory = (
  compiled: Compiled,
  classes: readonly CaseClass[],
  options: HistoryOptions = {},
): readonly Period<SharedDecision>[] => historiesOf(classes, { compiled, options })

/** What the cases of a question have in common. */
export function decisionShared(decisions: readonly Decision[]): SharedDecision {
  const [first] = decisions
  const agree = decisions.every(({ disposition }) => disposition === first?.disposition)
  return { ...sharedDecision(decisions), disposition: agree && first ? first.disposition : 'mixed' }
}

/** Whether two answers are the same, by the same rule and change. */
export const sameVoice = (a: SharedDecision, b: SharedDecision): boolean =>
  sameAnswer(a, b) && a.rule === b.rule && a.change === b.change

function workOutQuestion(
  compiled: Compiled,
  classes: readonly CaseClass[],
  options: HistoryOptions,
): Period<SharedDecision>[] {
  const rules = [...new Set(classes.flatMap((one) => one.rules))]
  const periods = periodsOf(
    rules,
    options,
    (on): SharedDecision => {
      const moment = newMoment(compiled, on, options.known ?? null)
      return decisionShared(classes.map((one) => decideBy(moment, one)))
    },
    sameVoice,
  )
  const isQuiet = ({ rule, disposition, duties }: SharedDecision) =>
    rule === null && disposition !== 'mixed' && duties.length === 0
  return periods[0] && isQuiet(periods[0].value) ? periods.slice(1) : periods
}
