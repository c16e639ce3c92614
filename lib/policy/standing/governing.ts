import {
  type AlterationTarget,
  type DateText,
  type Day,
  firstDay,
  type Spoken,
  type Stage,
  stageRank,
  stages,
  type Text,
} from '@/lib/model'
import type { DayNumber, Steps } from '@/lib/policy/compiled/steps'
import type { AlteredBy, CompiledAlteration, CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { type Limits, lastStep, runStart } from './limits'

/** What a rule says at a moment, and by which change. */
export interface Status {
  disposition: Spoken
  conditions: Text[]
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
const ended = inForce + 1

interface Governing {
  altered: AlteredBy
  alteration: CompiledAlteration
  /** Since when the change is in force: the day, and as a number. */
  day: Day
  inForceOn: DayNumber
}

/**
 * How a rule stands within limits (model, section 2, status of a rule): the change in force latest governs, of equals the
 * greater id; within it the alteration that starts latest, of equals the later in the list. The steps are those of the
 * changes that alter the rule, or assumed ones. Most changes fall out by their numbers alone; what remains is looked up.
 */
export function workOut(limits: Limits, rule: CompiledRule, steps: Steps): Standing {
  const { alteredBy, lastStarts } = rule
  const pending: OrderedPending[] = []
  let governing: Governing | null = null
  for (let at = alteredBy.length - 1; at >= 0; at--) {
    const last = lastStep(limits, steps, at)
    const rank = last < 0 ? ended : (steps.rank[last] ?? ended)
    if (rank > inForce) continue
    const altered = alteredBy[at] as AlteredBy
    if (rank < inForce || (lastStarts[at] ?? 0) > limits.on) addPending(pending, rule, altered, rank, limits.on)
    if (rank < inForce) continue
    const start = runStart(limits, steps, at, last)
    const inForceOn = steps.on[start] ?? 0
    if (governing && inForceOn < governing.inForceOn) continue
    if (governing && inForceOn === governing.inForceOn && altered.order < governing.altered.order) continue
    const alteration = latestApplying(limits.on, altered.alterations, inForceOn)
    if (alteration) governing = { altered, alteration, day: steps.days[start] ?? '', inForceOn }
  }
  return { status: governing && statusBy(governing), pending }
}

function statusBy({ altered, alteration, day, inForceOn }: Governing): Status | null {
  const { to, conditions, from, start } = alteration
  if (to === 'none') return null
  const change = altered.change.id
  return from !== null && start !== null && start > inForceOn
    ? { disposition: to, conditions, since: firstDay(from), start, change }
    : { disposition: to, conditions, since: day, start: inForceOn, change }
}

function latestApplying(on: DayNumber, alterations: readonly CompiledAlteration[], inForceOn: DayNumber) {
  let latest: CompiledAlteration | null = null
  for (const alteration of alterations) {
    const start = alteration.start ?? inForceOn
    if (start > on || (alteration.end !== null && on > alteration.end)) continue
    if (!latest || start >= (latest.start ?? inForceOn)) latest = alteration
  }
  return latest
}

/** All alterations by a change at a pending stage; by one in force those still to start. */
function addPending(
  pending: OrderedPending[],
  rule: CompiledRule,
  altered: AlteredBy,
  rank: number,
  on: DayNumber,
): void {
  for (const alteration of altered.alterations)
    if (rank < inForce || (alteration.start ?? 0) > on) pending.push(pendingForm(rule, altered, rank, alteration))
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
