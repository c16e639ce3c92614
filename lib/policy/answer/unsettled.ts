import { addDays, type Day, type Expectation, lastDay } from '@/lib/model'
import { isLater } from '@/lib/policy/compiled/announced'
import { findChange } from '@/lib/policy/compiled/find'
import { order } from '@/lib/policy/compiled/order'
import type { Compiled, CompiledChange, CompiledReport, CompiledRule } from '@/lib/policy/compiled/types'
import { remember, rememberEach } from '@/lib/policy/remember'
import type { Status } from '@/lib/policy/standing/governing'
import { lifeAt } from '@/lib/policy/standing/life'
import { assumingAlso, type Moment } from '@/lib/policy/standing/moment'
import { sameTexts, statusOf } from '@/lib/policy/standing/status'
import type { Covered } from './covering'
import { decideBy } from './decide'
import { type AnswerGiven, answerShared } from './next'

/** A suspended change of which a report expected that it would be in force again by a day that has passed without news. */
export interface Overdue {
  change: CompiledChange
  /** The last day of what was expected. */
  due: Day
  report: CompiledReport
  expectation: Expectation
}

/** What is therefore not known of an answer: what it would be if the change were in force again (model, section 2, verdict). */
export interface Unsettled {
  change: string
  due: Day
  wouldBe: AnswerGiven
}

interface Expected {
  report: CompiledReport
  expectation: Expectation
}

const expectedStarts = remember((expecting: Compiled['expecting']): Map<string, Expected[]> => {
  const found = new Map<string, Expected[]>()
  for (const report of expecting)
    for (const expectation of report.report.expectations)
      if (expectation.stage === 'in_force')
        found.set(expectation.change, [...(found.get(expectation.change) ?? []), { report, expectation }])
  return found
})

/** The latest expectation that counts: a bare date is the start of its day; of one time the greater report id, then the later in it. */
function latestOf(expected: readonly Expected[], { limits }: Moment): Expected | undefined {
  let latest: Expected | undefined
  for (const one of expected)
    if (one.report.last <= limits.known && (!latest || byTime(one.report, latest.report) >= 0)) latest = one
  return latest
}

const byTime = (a: CompiledReport, b: CompiledReport): number =>
  a.last - b.last || startOf(a) - startOf(b) || order(a.report.id, b.report.id)

const startOf = ({ instant }: CompiledReport): number => instant ?? 0

/** The changes of a dossier that are unsettled at a moment, in their order. */
export const unsettledChanges: (moment: Moment) => readonly Overdue[] = remember((moment) =>
  [...expectedStarts(moment.compiled.expecting)]
    .flatMap(([id, expected]): Overdue[] => {
      const change = findChange(moment.compiled, id)
      if (!change || lifeAt(moment, change)?.stage !== 'suspended') return []
      const latest = latestOf(expected, moment)
      const date = latest?.expectation.until ?? latest?.expectation.from
      if (!latest || date === undefined) return []
      const due = lastDay(date)
      const isNews = change.effects.some(({ told }) => told.last <= moment.limits.known && isLater(told, latest.report))
      return due < moment.on && !isNews ? [{ change, due, ...latest }] : []
    })
    .sort((a, b) => a.change.index - b.change.index),
)

/** The moment with the change in force again from the day after it was due. */
export const ifRestored = rememberEach((overdue: Overdue, moment: Moment) =>
  assumingAlso(moment, new Map([[overdue.change.id, addDays(overdue.due, 1)]])),
)

/** What is not known of a rule: what it says if a change that is suspended is in force again; null: it is silent then. */
export interface RuleDoubt {
  overdue: Overdue
  again: Status | null
}

/** Whether nobody knows what a rule says at a moment: as a change may be in force again by which it says something else. */
export function doubtOfRule(moment: Moment, { id }: CompiledRule): RuleDoubt | null {
  const now = statusOf(moment, id)
  for (const overdue of unsettledChanges(moment)) {
    if (!overdue.change.change.alterations.some(({ rule }) => rule === id)) continue
    const again = statusOf(ifRestored(overdue, moment), id)
    const isSame = again?.disposition === now?.disposition && sameTexts(again?.conditions ?? [], now?.conditions ?? [])
    if (!isSame) return { overdue, again }
  }
  return null
}

/** What is not known of the answer to some cases, by change id; they are given by their classes. */
export function unsettledOf(moment: Moment, classes: readonly Covered[]): Unsettled[] {
  const overdue = unsettledChanges(moment)
  if (overdue.length === 0) return []
  const ids = new Set(classes.flatMap(({ rules }) => rules.map(({ id }) => id)))
  return overdue
    .filter(({ change }) => change.change.alterations.some(({ rule }) => ids.has(rule)))
    .map((one) => {
      const restored = ifRestored(one, moment)
      const wouldBe = answerShared(classes.map((covered) => decideBy(restored, covered)))
      return { change: one.change.id, due: one.due, wouldBe }
    })
    .sort((a, b) => (a.change < b.change ? -1 : 1))
}
