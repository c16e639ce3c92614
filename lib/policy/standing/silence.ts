import { type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import { findRule } from '@/lib/policy/compiled/find'
import { type DayNumber, dayNumber } from '@/lib/policy/compiled/steps'
import type { AlteredBy, Compiled, CompiledAlteration, CompiledChange, CompiledRule } from '@/lib/policy/compiled/types'
import { lifeAt } from './life'
import { type Moment, newMoment } from './moment'
import { standingAt } from './status'

/** Why a rule does not speak: the change that was suspended, repealed or the like, or the one in force that stopped it. */
export interface Silenced {
  change: string
  stage: Stage
  /** The day of that step. */
  on: Day
  /** The same as it is told. */
  date: DateText
  /** What the change made, or would have made, of the rule; the last of its alterations. */
  alteration: CompiledAlteration | undefined
}

const over: readonly Stage[] = ['suspended', 'repealed', 'lapsed', 'withdrawn']

/** What silences a rule at a moment, the latest step first; null when no change that altered it has been taken back. */
export function silencedBy(moment: Moment, ruleId: string): Silenced | null {
  const rule = findRule(moment.compiled, ruleId)
  return rule ? silencingOf(moment, rule) : null
}

function silencingOf(moment: Moment, rule: CompiledRule): Silenced | null {
  let latest: Silenced | null = null
  for (const { change, alterations } of rule.alteredBy) {
    const life = lifeAt(moment, change)
    if (!life) continue
    const stops = life.stage === 'in_force' && alterations.some(({ to }) => to === 'none')
    if ((over.includes(life.stage) || stops) && (!latest || life.on >= latest.on))
      latest = {
        change: change.id,
        stage: life.stage,
        on: life.on,
        date: life.date,
        alteration: alterations.at(-1),
      }
  }
  return latest
}

/** Of some rules those that are silent because a change was suspended, repealed or stopped them, with what silences each. */
export const silentAmong = (
  moment: Moment,
  rules: readonly CompiledRule[],
): { rule: CompiledRule; silenced: Silenced }[] =>
  rules.flatMap((rule) => {
    const silenced = standingAt(moment, rule).status ? null : silencingOf(moment, rule)
    return silenced ? [{ rule, silenced }] : []
  })

/** What a rule that says `not_required` waits for. */
export interface Delay {
  /** From when the same change says otherwise. */
  to: DateText
  /** From when it would have applied by an earlier change in force; null: nothing was postponed. */
  from: DateText | null
}

/**
 * What is put off while a rule says `not_required`: to the next date from which the same change says otherwise (model, section 2:
 * a postponement is a change with two alterations), from the date that a change in force before it had set. Undefined when nothing
 * is.
 */
export function delayOf(
  compiled: Compiled,
  { disposition, since, change }: { disposition: string; since: Day | null; change: string | null },
  ruleId: string,
): Delay | undefined {
  if (disposition !== 'not_required' || since === null) return undefined
  const rule = findRule(compiled, ruleId)
  const own = rule?.alteredBy.find((altered) => altered.change.id === change)
  const to = own && startAfter(own, dayNumber(since))
  if (!rule || !to) return undefined
  const moment = newMoment(compiled, since, null)
  const earlier = rule.alteredBy.flatMap((altered) => {
    const other = altered === own ? null : lifeAt(moment, altered.change)
    if (!other?.inForceOn) return []
    return altered.alterations.flatMap(({ to, from }) =>
      from !== null && to !== 'not_required' && to !== 'none' ? [from] : [],
    )
  })
  const from = earlier.filter((date) => firstDay(date) < firstDay(to)).sort()[0] ?? null
  return { to, from }
}

/** The first date after a day from which a change lets a rule say more than that it need not be done. */
function startAfter({ alterations }: AlteredBy, day: DayNumber): DateText | undefined {
  const later = alterations
    .filter(({ start, to }) => start !== null && start > day && to !== 'not_required')
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return later[0]?.from ?? undefined
}

/** A date that was moved: to when, by which change, and since when that change is in force. */
export interface Postponement {
  to: DateText
  by: CompiledChange
  since: Day
}

/**
 * The date to which the beginning of a change has been moved by others that came into force after a day: they put off every
 * rule that the change alters or marks the start of. Of several that put off one rule the latest counts, of several rules the
 * first to begin. Null when a rule keeps its date.
 */
export function postponementAfter(moment: Moment, { change }: CompiledChange, day: Day): Postponement | null {
  const rules = new Set([...change.alterations.map(({ rule }) => rule), ...(change.starts ?? [])])
  let first: Postponement | null = null
  for (const rule of rules) {
    const moved = putOffAfter(moment, rule, day, change.id)
    if (!moved) return null
    if (!first || firstDay(moved.to) < firstDay(first.to)) first = moved
  }
  return first
}

function putOffAfter(moment: Moment, ruleId: string, day: Day, without: string): Postponement | null {
  const rule = findRule(moment.compiled, ruleId)
  let latest: Postponement | null = null
  for (const altered of rule?.alteredBy ?? []) {
    const { change, alterations } = altered
    const since = lifeAt(moment, change)?.inForceOn
    if (change.id === without || !since || since <= day) continue
    const waits = alterations.find(({ to }) => to === 'not_required')
    const to = waits && startAfter(altered, waits.start ?? dayNumber(since))
    if (to && (!latest || since > latest.since || (since === latest.since && change.id > latest.by.id)))
      latest = { to, by: change, since }
  }
  return latest
}
