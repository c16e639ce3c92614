import { type Day, firstDay, type Stage, stageRank, stages } from '@/lib/model'
import type { AlteredBy, CompiledAlteration, CompiledRule } from '@/lib/policy/compiled/compile'
import type { DayNumber, Steps } from '@/lib/policy/compiled/steps'
import { type Limits, lastStep, runStart } from './life'
import type { OrderedPending, Standing, Status } from './status'

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
 * How a rule stands within limits (design, section 2, status of a rule): the change in force latest governs, of equals the
 * greater id; within it the alteration that starts latest, of equals the later in the list. The steps are those of the
 * changes that alter the rule, or assumed ones. Most changes fall out by their numbers alone; what remains is looked up.
 */
export function workOut(limits: Limits, { rule, alteredBy, lastStarts }: CompiledRule, steps: Steps): Standing {
  const pending: OrderedPending[] = []
  let governing: Governing | null = null
  for (let at = alteredBy.length - 1; at >= 0; at--) {
    const last = lastStep(limits, steps, at)
    const rank = last < 0 ? ended : (steps.rank[last] ?? ended)
    if (rank > inForce) continue
    const altered = alteredBy[at] as AlteredBy
    if (rank < inForce || (lastStarts[at] ?? 0) > limits.on) addPending(pending, rule.id, altered, rank, limits.on)
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
  const change = altered.change.change.id
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
function addPending(pending: OrderedPending[], rule: string, altered: AlteredBy, rank: number, on: DayNumber): void {
  for (const alteration of altered.alterations)
    if (rank < inForce || (alteration.start ?? 0) > on) pending.push(pendingForm(rule, altered, rank, alteration))
}

/** Made once for each stage: they are many, and the same for every question. */
function pendingForm(rule: string, altered: AlteredBy, rank: number, alteration: CompiledAlteration): OrderedPending {
  const made = alteration.pendingAt[rank]
  if (made) return made
  const { to, conditions, from } = alteration
  const pending = { change: altered.change.change.id, rule, stage: stages[rank] as Stage, to, conditions, from }
  const form = { order: altered.order, pending }
  alteration.pendingAt[rank] = form
  return form
}
