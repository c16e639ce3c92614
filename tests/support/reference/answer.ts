import type { Day, Text } from '@/lib/model'
import { decisionOf, type ReferenceDuty } from './decision'
import type { KnownRecords } from './life'
import { type Asked, casesAsked, covers } from './question'

/** What a reader is told: what two days or two editions are compared by, and whence it comes. */
export interface ReferenceAnswer {
  disposition: string
  rule: string | null
  change: string | null
  conditions: Text[]
  duties: ReferenceDuty[]
}

/** The answer for a case (a leaf in each dimension) on a day. */
export function answerOfCase(known: KnownRecords, kase: Asked, on: Day): ReferenceAnswer {
  const { first, duties } = decisionOf(known, kase, on)
  if (first) {
    const { disposition, rule, change, conditions } = first
    return { disposition, rule: rule.id, change, conditions, duties }
  }
  const { records } = known
  const untracked = (records.dossier.untracked ?? []).some(({ scope }) => covers(records, scope, kase))
  const disposition = untracked ? 'untracked' : records.dossier.default
  return { disposition, rule: null, change: null, conditions: [], duties }
}

/** What makes two answers the same: disposition, conditions, and of each duty its rule and what it says. */
export const saidIn = ({ disposition, conditions, duties }: ReferenceAnswer): string =>
  JSON.stringify([disposition, conditions, duties.map((duty) => [duty.rule, duty.disposition, duty.conditions])])

const common = <T>(list: readonly T[], none: T): T =>
  list.every((one) => JSON.stringify(one) === JSON.stringify(list[0])) ? (list[0] ?? none) : none

/** The answer to any question on a day: of several cases what they have in common, `mixed` where their dispositions differ. */
export function referenceAnswer(known: KnownRecords, asked: Asked, on: Day): ReferenceAnswer {
  const silent = { rule: null, change: null, conditions: [], duties: [] }
  const cases = casesAsked(known.records, asked, on)
  if (cases === null) return { disposition: 'untracked', ...silent }
  const answers = cases.map((kase) => answerOfCase(known, kase, on))
  const disposition = common(
    answers.map((answer) => answer.disposition),
    'mixed',
  )
  if (disposition === 'mixed') return { disposition, ...silent }
  return {
    disposition,
    rule: common(
      answers.map(({ rule }) => rule),
      null,
    ),
    change: common(
      answers.map(({ change }) => change),
      null,
    ),
    conditions: common(
      answers.map(({ conditions }) => conditions),
      [],
    ),
    duties: common(
      answers.map(({ duties }) => duties),
      [],
    ),
  }
}
