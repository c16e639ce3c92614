import { type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import type { AlteredBy, Compiled, CompiledAlteration, CompiledChange, CompiledRule } from './compile'
import { lifeAt } from './life'
import type { Moment } from './moment'
import { type Status, standingAt } from './standing'
import { type DayNumber, dayNumber } from './steps'

/** Why a rule does not speak: the change that was suspended, repealed or the like, or the one in force that stopped it. */
export interface Silenced {
  change: string
  stage: Stage
  /** The day of that step. */
  on: Day
  /** The same as its report dates it. */
  last: DateText
  /** What the change made, or would have made, of the rule; the last of its alterations. */
  alteration: CompiledAlteration | undefined
}

const over: readonly Stage[] = ['suspended', 'repealed', 'lapsed', 'withdrawn']

/** What silences a rule at a moment, the latest step first; null when no change that altered it has been taken back. */
export function silencedBy(moment: Moment, ruleId: string): Silenced | null {
  const rule = moment.compiled.rules[moment.compiled.ruleIndex.get(ruleId) ?? -1]
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
        change: change.change.id,
        stage: life.stage,
        on: life.on,
        last: life.last?.effect.on ?? life.on,
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

/**
 * The date to which a change puts off what it brings to a rule: while it says `not_required`, the next date from which the same
 * change says otherwise (design, section 2: a postponement is a change with two alterations). Undefined when it puts off nothing.
 */
export function postponement(compiled: Compiled, status: Status, ruleId: string): DateText | undefined {
  if (status.disposition !== 'not_required') return undefined
  const rule = compiled.rules[compiled.ruleIndex.get(ruleId) ?? -1]
  const own = rule?.alteredBy.find(({ change }) => change.change.id === status.change)
  return own && startAfter(own, dayNumber(status.since))
}

/** The first date after a day from which a change lets a rule say more than that it need not be done. */
function startAfter({ alterations }: AlteredBy, day: DayNumber): DateText | undefined {
  const later = alterations
    .filter(({ start, to }) => start !== null && start > day && to !== 'not_required')
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return later[0]?.from ?? undefined
}

/** A date that was moved: to when, by which change, and since when that change is in force. */
export interface Moved {
  to: DateText
  by: CompiledChange
  since: Day
}

/**
 * The date to which the beginning of a change has been moved by others that came into force after a day: they put off every
 * rule that the change alters or marks the start of. Of several that put off one rule the latest counts, of several rules the
 * first to begin. Null when a rule keeps its date.
 */
export function movedAfter(moment: Moment, { change }: CompiledChange, day: Day): Moved | null {
  const rules = new Set([...change.alterations.map(({ rule }) => rule), ...(change.starts ?? [])])
  let first: Moved | null = null
  for (const rule of rules) {
    const moved = putOffAfter(moment, rule, day, change.id)
    if (!moved) return null
    if (!first || firstDay(moved.to) < firstDay(first.to)) first = moved
  }
  return first
}

function putOffAfter(moment: Moment, ruleId: string, day: Day, without: string): Moved | null {
  const rule = moment.compiled.rules[moment.compiled.ruleIndex.get(ruleId) ?? -1]
  let latest: Moved | null = null
  for (const altered of rule?.alteredBy ?? []) {
    const { change, alterations } = altered
    const since = lifeAt(moment, change)?.inForceOn
    if (change.change.id === without || !since || since <= day) continue
    const waits = alterations.find(({ to }) => to === 'not_required')
    const to = waits && startAfter(altered, waits.start ?? dayNumber(since))
    if (to && (!latest || since > latest.since || (since === latest.since && change.change.id > latest.by.change.id)))
      latest = { to, by: change, since }
  }
  return latest
}
