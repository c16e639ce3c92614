import { addDays, type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import type { CaseClass } from '@/lib/policy/answer/classes'
import { coveredOf } from '@/lib/policy/answer/covering'
import { type Decision, decideBy, sameAnswer, sharedDecision } from '@/lib/policy/answer/decide'
import { findRule } from '@/lib/policy/compiled/find'
import { dayAfter, dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Case, Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { remember, rememberEach } from '@/lib/policy/remember'
import { type Course, courseOf, standingIn, workOutCourse } from '@/lib/policy/standing/course'
import type { Status } from '@/lib/policy/standing/governing'
import { stepsKnown } from '@/lib/policy/standing/known'
import { type Moment, newMoment } from '@/lib/policy/standing/moment'
import { silencedBy } from '@/lib/policy/standing/silence'
import { sameTexts, standingAt } from '@/lib/policy/standing/status'

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
  known === undefined ? courseOf(rule) : workOutCourse(rule, dayNumber(known))

function periodsOf<T>(
  rules: readonly CompiledRule[],
  options: HistoryOptions,
  read: (day: Day) => T,
  same: (a: T, b: T) => boolean,
  courses = rules.map((rule) => courseAs(rule, options)),
): Period<T>[] {
  const dates = datesNamed(rules, options)
  const periods: Period<T>[] = []
  for (const day of turnsOf(courses)) {
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
    [course],
  )
  return periods[0]?.value === null ? periods.slice(1) : periods
}

/** Why a rule does not speak yet: a change is in force but alters it only from a later date, or has since been taken back. */
export interface Waiting {
  change: string
  /** `in_force` while it waits. */
  stage: Stage
  /** When it is to begin; null once it is taken back. */
  from: DateText | null
}

/**
 * The time before a rule first spoke, from the day a change was in force that was to let it speak later. It is the whole history
 * of a rule whose change was suspended or taken back before that date. Empty for a rule that spoke at once.
 */
export function waitingHistory(
  compiled: Compiled,
  ruleId: string,
  options: HistoryOptions = {},
): readonly Period<Waiting | null>[] {
  const rule = findRule(compiled, ruleId)
  if (!rule) return []
  return options.known === undefined ? wholeWaiting(compiled, rule) : workOutWaiting(compiled, rule, options)
}

const wholeWaiting = rememberEach((compiled: Compiled, rule: CompiledRule) => workOutWaiting(compiled, rule, {}))

function workOutWaiting(compiled: Compiled, rule: CompiledRule, options: HistoryOptions): Period<Waiting | null>[] {
  const spoke = ruleHistory(compiled, rule.id, options)[0]?.from
  const periods = periodsOf(
    [rule],
    options,
    (on) => waitingAt(newMoment(compiled, on, options.known ?? null), rule),
    (a, b) => a?.change === b?.change && a?.stage === b?.stage && a?.from === b?.from,
  ).filter(({ from }) => spoke === undefined || from < spoke)
  const begin = periods.findIndex(({ value }) => value !== null && value.from !== null)
  const waiting = begin === -1 ? [] : periods.slice(begin)
  const last = waiting.at(-1)
  return waiting.map((period) => (period === last && spoke ? { ...period, until: addDays(spoke, -1) } : period))
}

function waitingAt(moment: Moment, rule: CompiledRule): Waiting | null {
  const { status, pending } = standingAt(moment, rule)
  if (status) return null
  const coming = pending
    .flatMap(({ pending: { change, stage, from } }) => (stage === 'in_force' && from ? [{ change, stage, from }] : []))
    .sort((a, b) => (firstDay(a.from) < firstDay(b.from) ? -1 : 1))
  const silenced = coming[0] ? null : silencedBy(moment, rule.id)
  return coming[0] ?? (silenced && { change: silenced.change, stage: silenced.stage, from: null })
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
    historyOf(compiled, classes, options),
  { key: ({ options }) => options.known ?? '', most: mostKnown },
)

/** As `caseHistory`, for the cases of a question in classes; remembered for as long as they are. */
export const questionHistory = (
  compiled: Compiled,
  classes: readonly CaseClass[],
  options: HistoryOptions = {},
): readonly Period<SharedDecision>[] => historiesOf(classes, { compiled, options })

function historyOf(
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
      const decisions = classes.map((one) => decideBy(moment, one))
      const [first] = decisions
      const agree = decisions.every(({ disposition }) => disposition === first?.disposition)
      return { ...sharedDecision(decisions), disposition: agree && first ? first.disposition : 'mixed' }
    },
    (a, b) => sameAnswer(a, b) && a.rule === b.rule && a.change === b.change,
  )
  return periods[0]?.value.rule === null && periods[0].value.disposition !== 'mixed' ? periods.slice(1) : periods
}
