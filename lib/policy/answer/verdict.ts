import type { Day } from '@/lib/model'
import type { Case, Compiled, CompiledEffect, CompiledRule } from '@/lib/policy/compiled/types'
import type { Pending } from '@/lib/policy/standing/governing'
import type { Moment } from '@/lib/policy/standing/moment'
import { pendingOn, statusesAt } from '@/lib/policy/standing/status'
import { coveredOf } from './covering'
import { type Decision, decisionOf, notFollowed } from './decide'
import { evidenceFor, type Grounds, groundsOf } from './evidence'
import { memberTurns, standIn } from './members'
import { type Next, nextOf, nextOfQuestion } from './next'
import { type Overridden, overriddenIn, settle } from './settle'
import { type Unsettled, unsettledOf } from './unsettled'

/** The answer for a case at a moment (model, sections 1 and 2). */
export interface Verdict extends Decision {
  /** As it was asked: it may name members. */
  case: Case
  /** The weightiest first. */
  evidence: readonly CompiledEffect[]
  grounds: Grounds | null
  /** By rule id. */
  overridden: Overridden[]
  pending: Pending[]
  next: Next | null
  unsettled: Unsettled[]
  on: Day
  known: Day | null
}

/** All rules whose scope covers the case, speaking or not. */
export const rulesCovering = (compiled: Compiled, kase: Case): CompiledRule[] => coveredOf(compiled, kase).rules

/** Whether a dossier has the case: a leaf of each of its dimensions. */
export const isCaseOf = (compiled: Compiled, kase: Case): boolean =>
  compiled.dimensions.every(({ dimension, leafIndex }) => leafIndex.has(kase[dimension.id] ?? ''))

/**
 * The verdict for a case at a moment; it may name members, which stand for the leaf that they are in on the day. Throws
 * `UnknownCaseError` when the case is not one of the dossier.
 */
export function verdictOf(moment: Moment, kase: Case): Verdict {
  const leaves = standIn(moment.compiled, kase, moment.on)
  if (!leaves)
    return { ...unfollowed, case: kase, next: nextOfQuestion(moment, kase), on: moment.on, known: moment.known }
  const covered = coveredOf(moment.compiled, leaves)
  const settled = settle(moment.compiled, covered.rules, statusesAt(moment))
  const decision = decisionOf(moment.compiled, settled, covered.isTracked)
  const { disposition, rule, change, since, conditions, conflict, duties } = decision
  const evidence = change === null ? [] : evidenceFor(moment, change, rule)
  const follows = memberTurns(moment.compiled, kase).length > 0
  return {
    case: kase,
    disposition,
    rule,
    change,
    since,
    conditions,
    conflict,
    duties,
    evidence,
    grounds: groundsOf(moment, change, evidence),
    overridden: overriddenIn(settled),
    pending: pendingOn(moment, covered.rules),
    next: follows ? nextOfQuestion(moment, kase) : nextOf(moment, [covered], [decision]),
    unsettled: unsettledOf(moment, [covered]),
    on: moment.on,
    known: moment.known,
  }
}

type Answered = Omit<Verdict, 'case' | 'on' | 'known'>

const unfollowed: Answered = {
  ...notFollowed,
  evidence: [],
  grounds: null,
  overridden: [],
  pending: [],
  next: null,
  unsettled: [],
}
