import type { Text } from '@/lib/model'
import { findRule } from '@/lib/policy/compiled/find'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { courseOf, standingIn } from './course'
import { type OrderedPending, type Pending, type Standing, type Status, workOut } from './governing'
import type { Moment } from './moment'

/** Whether two lists of conditions say the same. */
export const sameTexts = (a: readonly Text[], b: readonly Text[]): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b))

/** Whether a rule has the same part in every answer under both; by which change does not matter. */
export const sameStatus = (a: Status | null, b: Status | null): boolean =>
  a?.start === b?.start && a?.disposition === b?.disposition && sameTexts(a?.conditions ?? [], b?.conditions ?? [])

/** What a rule says at the moment; null when it does not speak. */
export function statusOf(moment: Moment, ruleId: string): Status | null {
  const rule = findRule(moment.compiled, ruleId)
  return rule ? standingAt(moment, rule).status : null
}

type Standings = (rule: CompiledRule) => Standing

/** Tells how each compiled rule stands at the moment. What may be asked again is worked out once. */
export const standingsAt = (moment: Moment): Standings =>
  moment.isPassing && moment.known === null && !moment.assumed
    ? (rule) => standingIn(courseOf(rule), moment.limits.on)
    : keptStandings(moment)

const keptStandings: (moment: Moment) => Standings = remember((moment) => {
  const { assumed, limits, known, compiled } = moment
  const standings: (Standing | undefined)[] = new Array(compiled.rules.length)
  return (rule) => {
    const steps = assumed ? assumed.steps.get(rule.index) : rule.steps
    if (assumed && !steps) return standingAt(assumed.without, rule)
    const found = standings[rule.index]
    if (found) return found
    const standing =
      known === null && !assumed
        ? standingIn(courseOf(rule), limits.on)
        : workOut(assumed ? { on: limits.on, known: Number.POSITIVE_INFINITY } : limits, rule, steps ?? rule.steps)
    standings[rule.index] = standing
    return standing
  }
})

/** What each rule says at the moment. */
export const statusesAt = (moment: Moment): ((rule: CompiledRule) => Status | null) => {
  const standingOf = standingsAt(moment)
  return (rule) => standingOf(rule).status
}

/** As `standingsAt`, of one rule. */
export const standingAt = (moment: Moment, rule: CompiledRule): Standing => standingsAt(moment)(rule)

/** Alterations on these rules still to come: of changes floated to decided, and those in force with a later `from`. */
export function pendingOn(moment: Moment, rules: readonly CompiledRule[]): Pending[] {
  const found: OrderedPending[] = []
  const standingOf = standingsAt(moment)
  for (const rule of rules) found.push(...standingOf(rule).pending)
  return found.sort((a, b) => a.order - b.order).map(({ pending }) => pending)
}
