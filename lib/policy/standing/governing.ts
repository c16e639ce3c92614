import {
  type AlterationTarget,
  type DateText,
  type Day,
  type Spoken,
  type Stage,
  stageRank,
  stages,
  type Text,
} from '@/lib/model'
import { type DayNumber, dayOfNumber, isUnborn, rankOf, type Steps, stretchOf } from '@/lib/policy/compiled/steps'
import type { AlteredBy, CompiledAlteration, CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { type Limits, walkedBy } from './limits'

/** What a rule says at a moment, and by which change. */
export interface Status {
  disposition: Spoken
  conditions: Text[]
  /** A short wording of this very state. */
  says?: Text
  since: Day
  /** The same as a number. */
  start: DayNumber
  change: string
}

/** An alteration of a rule that is still to come. */
export interface Pending {
  change: string
  rule: string
  stage: Stage
  to: AlterationTarget
  conditions: Text[]
  from: DateText | null
}

/** With what sorts it: its change, then its rule. */
export interface OrderedPending {
  order: number
  pending: Pending
}

/** How a rule stands at a moment: what it says, null when it does not speak, and what is pending on it. */
export interface Standing {
  status: Status | null
  pending: readonly OrderedPending[]
}

const inForce = stageRank('in_force')

interface Governing {
  altered: AlteredBy
  alteration: CompiledAlteration
  /** Since when the change is in force. */
  inForceOn: DayNumber
}

/**
 * How a rule stands within limits (model, section 2): what it says, and what is pending on it. The steps are those of the changes
 * that alter the rule, or assumed ones; within these all are known.
 */
export function workOut(limits: Limits, rule: CompiledRule, steps: Steps): Standing {
  const { alteredBy, lastStarts } = rule
  const pending: OrderedPending[] = []
  let governing: Governing | null = null
  for (let at = alteredBy.length - 1; at >= 0; at--) {
    const altered = alteredBy[at] as AlteredBy
    const walked = walkedBy(limits, steps, at, altered.change)
    const rank = rankOf(walked)
    if (isUnborn(walked) || rank > inForce) continue
    if (rank < inForce)
      for (const alteration of altered.alterations) pending.push(pendingForm(rule, altered, rank, alteration))
    else {
      if ((lastStarts[at] ?? 0) > limits.on) addComing(pending, { limits, rule, steps }, altered)
      governing = laterOf(governing, altered, stretchOf(walked), limits.on)
    }
  }
  return { status: governing && statusBy(governing), pending }
}

/** The change in force latest governs, of equals the greater id, if it has an alteration that applies on the day. */
function laterOf(
  governing: Governing | null,
  altered: AlteredBy,
  inForceOn: DayNumber,
  on: DayNumber,
): Governing | null {
  if (governing && inForceOn < governing.inForceOn) return governing
  if (governing && inForceOn === governing.inForceOn && altered.order < governing.altered.order) return governing
  const alteration = latestApplying(on, altered.alterations)
  return alteration ? { altered, alteration, inForceOn } : governing
}

/** By which alteration a rule stands within limits; null when none applies. */
function governingOf(limits: Limits, rule: CompiledRule, steps: Steps): CompiledAlteration | null {
  let governing: Governing | null = null
  rule.alteredBy.forEach((altered, at) => {
    const walked = walkedBy(limits, steps, at, altered.change)
    if (rankOf(walked) === inForce) governing = laterOf(governing, altered, stretchOf(walked), limits.on)
  })
  return (governing as Governing | null)?.alteration ?? null
}

interface Within {
  limits: Limits
  rule: CompiledRule
  steps: Steps
}

/** The alterations by a change in force that are still to start, those by which the rule will stand then. */
function addComing(pending: OrderedPending[], { limits, rule, steps }: Within, altered: AlteredBy): void {
  for (const alteration of altered.alterations) {
    const { start } = alteration
    if (start === null || start <= limits.on) continue
    if (governingOf({ on: start, known: limits.known }, rule, steps) === alteration)
      pending.push(pendingForm(rule, altered, inForce, alteration))
  }
}

function statusBy({ altered, alteration, inForceOn }: Governing): Status | null {
  const { to, conditions, says, start: from } = alteration
  if (to === 'none') return null
  const start = Math.max(inForceOn, from ?? 0)
  const change = altered.change.id
  return { disposition: to, conditions, ...(says !== undefined && { says }), since: dayOfNumber(start), start, change }
}

/** The latest to start, those without a start before all others, of equals the later in the list. */
function latestApplying(on: DayNumber, alterations: readonly CompiledAlteration[]): CompiledAlteration | null {
  let latest: CompiledAlteration | null = null
  for (const alteration of alterations) {
    const { start, end } = alteration
    if ((start !== null && start > on) || (end !== null && on > end)) continue
    if (!latest || (start ?? 0) >= (latest.start ?? 0)) latest = alteration
  }
  return latest
}

const ranks = inForce + 1

/** Made once for each alteration of a rule and each stage: they are many, and the same for every question. */
const pendingForms = remember((_: CompiledRule): OrderedPending[] => [])

function pendingForm(
  rule: CompiledRule,
  altered: AlteredBy,
  rank: number,
  alteration: CompiledAlteration,
): OrderedPending {
  const forms = pendingForms(rule)
  const at = alteration.place * ranks + rank
  const made = forms[at]
  if (made) return made
  const { to, conditions, from } = alteration
  const pending = { change: altered.change.id, rule: rule.id, stage: stages[rank] as Stage, to, conditions, from }
  const form = { order: altered.order, pending }
  forms[at] = form
  return form
}
