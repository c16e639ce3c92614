import type { AlterationTarget, DateText, Day, Spoken, Stage, Text } from '@/lib/model'
import type { CompiledRule } from '@/lib/policy/compiled/compile'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import { standingOn } from './course'
import { workOut } from './governing'
import type { Moment } from './moment'

/** What a rule says at a moment, and by which change. */
export interface Status {
  disposition: Spoken
  conditions: Text[]
  since: Day
  /** The same as a number. */
  start: DayNumber
  change: string
}

/** Whether two lists of conditions say the same. */
export const sameTexts = (a: readonly Text[], b: readonly Text[]): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b))

/** Whether a rule has the same part in every answer under both; by which change does not matter. */
export const sameStatus = (a: Status | null, b: Status | null): boolean =>
  a?.start === b?.start && a?.disposition === b?.disposition && sameTexts(a?.conditions ?? [], b?.conditions ?? [])

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

/** What a rule says at the moment; null when it does not speak. */
export function statusOf(moment: Moment, ruleId: string): Status | null {
  const rule = moment.compiled.rules[moment.compiled.ruleIndex.get(ruleId) ?? -1]
  return rule ? standingAt(moment, rule).status : null
}

/** How a compiled rule stands at the moment. What may be asked again is worked out once. */
export function standingAt(moment: Moment, rule: CompiledRule): Standing {
  const { assumed, standings, limits } = moment
  const steps = assumed ? assumed.steps.get(rule.index) : rule.steps
  if (assumed && !steps) return standingAt(assumed.without, rule)
  const found = standings[rule.index]
  if (found) return found
  const standing =
    moment.known === null && !assumed ? standingOn(rule, limits.on) : workOut(limits, rule, steps ?? rule.steps)
  standings[rule.index] = standing
  return standing
}

/** Alterations on these rules still to come: of changes floated to decided, and those in force with a later `from`. */
export function pendingOn(moment: Moment, rules: readonly CompiledRule[]): Pending[] {
  const found: OrderedPending[] = []
  for (const rule of rules) found.push(...standingAt(moment, rule).pending)
  return found.sort((a, b) => a.order - b.order).map(({ pending }) => pending)
}
