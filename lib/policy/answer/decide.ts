import type { Day, Disposition, Text } from '@/lib/model'
import type { Case, Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import type { Status } from '@/lib/policy/standing/governing'
import type { Moment } from '@/lib/policy/standing/moment'
import { sameTexts, statusesAt } from '@/lib/policy/standing/status'
import { type Covered, coveredOf } from './covering'
import { type Duty, dutiesIn, type Settled, settle } from './settle'

/** What is decided for a case at a moment (model, section 2, verdict). `rule` is null when nothing speaks. */
export interface Decision {
  disposition: Disposition
  rule: string | null
  change: string | null
  since: Day | null
  conditions: Text[]
  conflict: boolean
  /** What also applies. */
  duties: Duty[]
}

/** Only what is decided for a case, without the reasons: for matrices and comparisons. */
export const decide = (moment: Moment, kase: Case): Decision => decideBy(moment, coveredOf(moment.compiled, kase))

/** As `decide`, for a case of which it is known what covers it. */
export const decideBy = (moment: Moment, covered: Covered): Decision =>
  decideWith(moment.compiled, covered, statusesAt(moment))

/** As `decideBy`, whatever the rules are found to say. */
export const decideWith = (
  compiled: Compiled,
  covered: Covered,
  statusOf: (rule: CompiledRule) => Status | null,
): Decision => decisionOf(compiled, settle(compiled, covered.rules, statusOf), covered.isTracked)

export function decisionOf({ dossier }: Compiled, settled: Settled, isTracked: boolean): Decision {
  const { left, first } = settled
  const duties = dutiesIn(settled)
  if (!first) return silent(isTracked ? dossier.default : 'untracked', duties)
  const { disposition, since, start, conditions, change } = first.status
  const conflict = left.some(({ status }) => status.start === start && status.disposition !== disposition)
  return { disposition, rule: first.rule.id, change, since, conditions, conflict, duties }
}

/** What a case is told, without who says it. */
export interface PlainAnswer {
  disposition: Disposition | 'mixed'
  conditions: Text[]
  duties: Duty[]
}

/** Whether two decisions give the same answer: disposition, conditions and duties. */
export const sameAnswer = (a: PlainAnswer, b: PlainAnswer): boolean =>
  a.disposition === b.disposition && sameTexts(a.conditions, b.conditions) && sameDuties(a.duties, b.duties)

/** Whether the same duties say the same; by which changes does not matter. */
export const sameDuties = (a: readonly Duty[], b: readonly Duty[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((duty, at) => {
      const other = b[at] as Duty
      return (
        duty.rule === other.rule &&
        duty.disposition === other.disposition &&
        sameTexts(duty.conditions, other.conditions)
      )
    }))

const silent = (disposition: Disposition, duties: Duty[]): Decision => ({
  disposition,
  rule: null,
  change: null,
  since: null,
  conditions: [],
  conflict: false,
  duties,
})

/** What is decided where nothing can be asked: for a case that a dossier does not have. */
export const silence: Decision = silent('unstated', [])
/** What is decided of what a dossier does not follow. */
export const notFollowed: Decision = silent('untracked', [])

/** What some decisions have in common: a rule, a change, a day that differ are null, conditions and duties that differ are none. */
export function sharedDecision(decisions: readonly Decision[]): Omit<Decision, 'disposition'> {
  const [first, ...others] = decisions
  if (!first) return silence
  const common = <T>(read: (decision: Decision) => T, same = (a: T, b: T) => a === b): T | null =>
    others.every((decision) => same(read(decision), read(first))) ? read(first) : null
  return {
    rule: common(({ rule }) => rule),
    change: common(({ change }) => change),
    since: common(({ since }) => since),
    conditions: common(({ conditions }) => conditions, sameTexts) ?? [],
    conflict: decisions.some(({ conflict }) => conflict),
    duties: common(({ duties }) => duties, sameDuties) ?? [],
  }
}
