import {
  type AlterationTarget,
  type DateText,
  type Day,
  type Disposition,
  dispositions,
  pendingStages,
  type Stage,
  type Text,
} from '@/lib/model'
import { type Bits, isSame, isSubset, members } from './bits'
import type { Compiled, CompiledEffect, CompiledRule } from './compile'
import { effectsOf, lifeAt, type Moment, type Status, statusAt } from './moment'

/** One leaf per dimension. */
export type Case = Record<string, string>

export type OverrideReason = 'overrides' | 'narrower' | 'later' | 'stricter'

/** A rule that covers the case and speaks, but does not decide it: which rule sets it aside, and why. */
export interface Overridden {
  rule: string
  by: string
  reason: OverrideReason
  disposition: Disposition
}

export interface Pending {
  change: string
  rule: string
  stage: Stage
  to: AlterationTarget
  conditions: Text[]
  from: DateText | null
}

export interface Decision {
  disposition: Disposition
  rule: string | null
  change: string | null
  since: Day | null
  conditions: Text[]
  conflict: boolean
}

/** The answer for a case at a moment (design, sections 1 and 2). `rule` is null when nothing speaks. */
export interface Verdict extends Decision {
  case: Case
  evidence: CompiledEffect[]
  overridden: Overridden[]
  pending: Pending[]
  on: Day
  known: Day | null
}

/** A case named a dimension or a leaf that the dossier does not have. */
export class UnknownCaseError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
    this.name = 'UnknownCaseError'
  }
}

/** All rules whose scope covers the case, speaking or not. */
export function rulesCovering(compiled: Compiled, kase: Case): CompiledRule[] {
  let covering: Bits | null = null
  for (const { dimension, leafIndex, rulesAt } of compiled.dimensions) {
    const leaf = leafIndex.get(kase[dimension.id] ?? '')
    if (leaf === undefined)
      throw new UnknownCaseError(dimension.id, `“${kase[dimension.id] ?? ''}” is not a leaf of ${dimension.id}`)
    const rules = rulesAt[leaf] as Bits
    covering = covering ? covering.map((word, at) => word & (rules[at] ?? 0)) : rules
  }
  return covering ? members(covering).map((index) => compiled.rules[index] as CompiledRule) : []
}

interface Speaker {
  rule: CompiledRule
  status: Status
}

const restriction = (disposition: Disposition): number => dispositions.indexOf(disposition)

/** Whether a's scope is strictly narrower than b's: a subset in every dimension, a proper one in at least one. */
function isNarrower(a: CompiledRule, b: CompiledRule): boolean {
  let proper = false
  for (let at = 0; at < a.scope.length; at++) {
    const [inner, outer] = [a.scope[at] as Bits, b.scope[at] as Bits]
    if (!isSubset(inner, outer)) return false
    proper ||= !isSame(inner, outer)
  }
  return proper
}

function setAside({ rule }: Speaker, speakers: Speaker[]): { by: CompiledRule; reason: OverrideReason } | null {
  const explicit = speakers.find((other) => other.rule.overrides.has(rule.index))
  if (explicit) return { by: explicit.rule, reason: 'overrides' }
  const narrower = speakers.find(
    (other) => other.rule !== rule && !rule.overrides.has(other.rule.index) && isNarrower(other.rule, rule),
  )
  return narrower ? { by: narrower.rule, reason: 'narrower' } : null
}

function before(a: Speaker, b: Speaker): number {
  if (a.status.since !== b.status.since) return a.status.since > b.status.since ? -1 : 1
  const stricter = restriction(a.status.disposition) - restriction(b.status.disposition)
  return stricter || (a.rule.rule.id < b.rule.rule.id ? -1 : 1)
}

interface Settled {
  decision: Decision
  overridden: Overridden[]
  covering: CompiledRule[]
}

function settle(moment: Moment, kase: Case): Settled {
  const covering = rulesCovering(moment.compiled, kase)
  const speakers: Speaker[] = []
  for (const rule of covering) {
    const status = statusAt(moment, rule)
    if (status) speakers.push({ rule, status })
  }
  speakers.sort(before)
  const asides = speakers.map((speaker) => (speakers.length > 1 ? setAside(speaker, speakers) : null))
  const dropAll = speakers.length > 0 && asides.every((aside) => aside !== null)
  const left = dropAll ? speakers : speakers.filter((_, at) => asides[at] === null)
  const first = left[0]
  if (!first) return { decision: silent(moment.compiled.dossier.default), overridden: [], covering }
  const overridden: Overridden[] = []
  speakers.forEach((speaker, at) => {
    const { id } = speaker.rule.rule
    const { disposition } = speaker.status
    const aside = dropAll ? null : asides[at]
    if (aside) overridden.push({ rule: id, by: aside.by.rule.id, reason: aside.reason, disposition })
    else if (speaker.status.since < first.status.since)
      overridden.push({ rule: id, by: first.rule.rule.id, reason: 'later', disposition })
    else if (disposition !== first.status.disposition)
      overridden.push({ rule: id, by: first.rule.rule.id, reason: 'stricter', disposition })
  })
  const { disposition, since, conditions, change } = first.status
  const conflict = left.some(({ status }) => status.since === since && status.disposition !== disposition)
  return {
    decision: { disposition, rule: first.rule.rule.id, change, since, conditions, conflict },
    overridden,
    covering,
  }
}

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

/** Whether a dossier has the case: a leaf of each of its dimensions. */
export const isCaseOf = (compiled: Compiled, kase: Case): boolean =>
  compiled.dimensions.every(({ dimension, leafIndex }) => leafIndex.has(kase[dimension.id] ?? ''))

/** Only what is decided for a case, without the reasons: for matrices and comparisons. */
export const decide = (moment: Moment, kase: Case): Decision => settle(moment, kase).decision

/** The verdict for a case at a moment. Throws `UnknownCaseError` when the case is not one of the dossier. */
export function verdictOf(moment: Moment, kase: Case): Verdict {
  const { decision, overridden, covering } = settle(moment, kase)
  return {
    case: kase,
    ...decision,
    evidence: decision.change === null ? [] : effectsOf(moment, decision.change),
    overridden: overridden.sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    pending: pendingOn(moment, covering),
    on: moment.on,
    known: moment.known,
  }
}

/** Alterations on these rules still to come: of changes floated to decided, and those in force with a later `from`. */
export function pendingOn(moment: Moment, rules: readonly CompiledRule[]): Pending[] {
  const found: (Pending & { position: number })[] = []
  for (const { rule, alteredBy } of rules)
    for (const { change, alterations } of alteredBy) {
      const life = lifeAt(moment, change)
      if (!life) continue
      const open = pendingStages.includes(life.stage)
      for (const { alteration, start, position } of alterations) {
        if (!open && !(life.stage === 'in_force' && start !== null && start > moment.on)) continue
        const { to, conditions, from } = alteration
        found.push({ change: change.change.id, rule: rule.id, stage: life.stage, to, conditions, from, position })
      }
    }
  const key = (pending: Pending) => `${pending.change} ${pending.rule}`
  found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.position - b.position))
  return found.map(({ position: _, ...pending }) => pending)
}
