import { type Day, type Disposition, dispositions, type Text } from '@/lib/model'
import { type Bits, commonMembers, emptyBits, hasBit, meet, setBit } from '@/lib/policy/compiled/bits'
import type { Case, Compiled, CompiledEffect, CompiledRule } from '@/lib/policy/compiled/types'
import type { Pending, Status } from '@/lib/policy/standing/governing'
import { effectsOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { pendingOn, sameTexts, standingsAt } from '@/lib/policy/standing/status'
import { UnknownCaseError } from './question'

export type OverrideReason = 'overrides' | 'narrower' | 'later' | 'stricter'

/** A rule that covers the case and speaks, but does not decide it: which rule sets it aside, and why. */
export interface Overridden {
  rule: string
  by: string
  reason: OverrideReason
  disposition: Disposition
}

export interface Decision {
  disposition: Disposition
  rule: string | null
  change: string | null
  since: Day | null
  conditions: Text[]
  conflict: boolean
}

/** The answer for a case at a moment (model, sections 1 and 2). `rule` is null when nothing speaks. */
export interface Verdict extends Decision {
  case: Case
  evidence: CompiledEffect[]
  /** By rule id. */
  overridden: Overridden[]
  pending: Pending[]
  on: Day
  known: Day | null
}

/** All rules whose scope covers the case, speaking or not. */
export const rulesCovering = (compiled: Compiled, kase: Case): CompiledRule[] =>
  commonMembers(rulesPerDimension(compiled, kase)).map((index) => compiled.rules[index] as CompiledRule)

/** Per dimension the rules whose scope holds the leaf of the case. Throws `UnknownCaseError`. */
const rulesPerDimension = ({ dimensions }: Compiled, kase: Case): Bits[] =>
  dimensions.map(({ dimension, leafIndex, rulesAt }) => {
    const leaf = kase[dimension.id] ?? ''
    const rules = rulesAt[leafIndex.get(leaf) ?? -1]
    if (!rules) throw new UnknownCaseError(dimension.id, `“${leaf}” is not a leaf of ${dimension.id}`)
    return rules
  })

interface Speaker {
  rule: CompiledRule
  status: Status
}

/** The stricter, the smaller. */
export const restriction = (disposition: Disposition): number => dispositions.indexOf(disposition)

/** The latest, then the strictest, then the smaller id: negative where `a` comes first. Rules are in the order of their ids. */
const byWeight = (a: Speaker, b: Speaker): number =>
  b.status.start - a.status.start ||
  restriction(a.status.disposition) - restriction(b.status.disposition) ||
  a.rule.index - b.rule.index

function firstOf(speakers: readonly Speaker[]): Speaker | null {
  let first: Speaker | null = null
  for (const speaker of speakers) if (!first || byWeight(speaker, first) < 0) first = speaker
  return first
}

interface Settled {
  covering: CompiledRule[]
  speakers: Speaker[]
  /** The speakers that no other sets aside; all of them when that would be none. */
  left: Speaker[]
  first: Speaker | null
}

function settle(moment: Moment, covering: CompiledRule[]): Settled {
  const speaking = emptyBits(moment.compiled.rules.length)
  const speakers: Speaker[] = []
  const standingOf = standingsAt(moment)
  for (const rule of covering) {
    const { status } = standingOf(rule)
    if (!status) continue
    speakers.push({ rule, status })
    setBit(speaking, rule.index)
  }
  const unopposed = speakers.filter(({ rule }) => !meet(rule.setAsideBy, speaking))
  const left = unopposed.length > 0 ? unopposed : speakers
  return { covering, speakers, left, first: firstOf(left) }
}

/** Only what is decided for a case, without the reasons: for matrices and comparisons. */
export const decide = (moment: Moment, kase: Case): Decision => decideBy(moment, rulesCovering(moment.compiled, kase))

/** As `decide`, for a case of which it is known which rules cover it. */
export const decideBy = (moment: Moment, covering: CompiledRule[]): Decision =>
  decisionOf(moment, settle(moment, covering))

function decisionOf({ compiled }: Moment, { left, first }: Settled): Decision {
  if (!first) return silent(compiled.dossier.default)
  const { disposition, since, start, conditions, change } = first.status
  const conflict = left.some(({ status }) => status.start === start && status.disposition !== disposition)
  return { disposition, rule: first.rule.id, change, since, conditions, conflict }
}

/** What a case is told, without who says it. */
export interface PlainAnswer {
  disposition: Disposition | 'mixed'
  conditions: Text[]
}

/** Whether two decisions give the same answer: disposition and conditions. */
export const sameAnswer = (a: PlainAnswer, b: PlainAnswer): boolean =>
  a.disposition === b.disposition && sameTexts(a.conditions, b.conditions)

const silent = (disposition: Disposition): Decision => ({
  disposition,
  rule: null,
  change: null,
  since: null,
  conditions: [],
  conflict: false,
})

/** What is decided where nothing can be asked: for a case that a dossier does not have. */
export const silence: Decision = silent('unstated')

/** What some decisions have in common: a rule, a change, a day that differ are null, conditions that differ are none. */
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
  }
}

/** Whether a dossier has the case: a leaf of each of its dimensions. */
export const isCaseOf = (compiled: Compiled, kase: Case): boolean =>
  compiled.dimensions.every(({ dimension, leafIndex }) => leafIndex.has(kase[dimension.id] ?? ''))

/** The verdict for a case at a moment. Throws `UnknownCaseError` when the case is not one of the dossier. */
export function verdictOf(moment: Moment, kase: Case): Verdict {
  const settled = settle(moment, rulesCovering(moment.compiled, kase))
  const decision = decisionOf(moment, settled)
  return {
    case: kase,
    ...decision,
    evidence: decision.change === null ? [] : effectsOf(moment, decision.change),
    overridden: overriddenIn(settled),
    pending: pendingOn(moment, settled.covering),
    on: moment.on,
    known: moment.known,
  }
}

function overriddenIn({ speakers, left, first }: Settled): Overridden[] {
  const ranked = speakers.toSorted(byWeight)
  const overridden: Overridden[] = []
  for (const speaker of speakers) {
    const { rule, status } = speaker
    const aside = left.includes(speaker) ? null : setAside(rule, ranked)
    const by = aside?.by ?? first
    const reason = aside?.reason ?? afterwards(speaker, first)
    if (by && reason) overridden.push({ rule: rule.id, by: by.rule.id, reason, disposition: status.disposition })
  }
  return overridden
}

/** Who overrides the rule explicitly, else who is narrower; of several the one that comes first. */
function setAside(rule: CompiledRule, ranked: readonly Speaker[]): { by: Speaker; reason: OverrideReason } | null {
  const explicit = ranked.find((speaker) => hasBit(rule.overriddenBy, speaker.rule.index))
  if (explicit) return { by: explicit, reason: 'overrides' }
  const narrower = ranked.find((speaker) => hasBit(rule.setAsideBy, speaker.rule.index))
  return narrower ? { by: narrower, reason: 'narrower' } : null
}

/** Why a rule that nobody sets aside comes after the first; null when it says the same since the same day. */
function afterwards({ status }: Speaker, first: Speaker | null): OverrideReason | null {
  if (!first || status.start < first.status.start) return 'later'
  return status.disposition === first.status.disposition ? null : 'stricter'
}
