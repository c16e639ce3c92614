import { addDays, type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import { findRule } from '@/lib/policy/compiled/find'
import { dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { mayTurnOn, stepsOfRule } from '@/lib/policy/standing/course'
import { lifeAt } from '@/lib/policy/standing/life'
import { type Moment, newMoment } from '@/lib/policy/standing/moment'
import { silencedBy } from '@/lib/policy/standing/silence'
import { standingAt } from '@/lib/policy/standing/status'
import { type HistoryOptions, type Period, periodsOf, ruleHistory } from './history'

/** Why a rule does not speak yet: a change is in force but alters it only from a later date, or has since been taken back. */
export interface Waiting {
  change: string
  /** `in_force` while it waits. */
  stage: Stage
  /** When it is to begin; null once it is taken back. */
  from: DateText | null
}

/**
 * The time before a rule first spoke, from the day a change was in force that was to let it speak later. It is the whole history
 * of a rule whose change was suspended or taken back before that date. Empty for a rule that spoke at once.
 */
export function waitingHistory(
  compiled: Compiled,
  ruleId: string,
  options: HistoryOptions = {},
): readonly Period<Waiting | null>[] {
  const rule = findRule(compiled, ruleId)
  if (!rule) return []
  return options.known === undefined ? wholeWaiting(compiled, rule) : workOutWaiting(compiled, rule, options)
}

const wholeWaiting = rememberEach((compiled: Compiled, rule: CompiledRule) => workOutWaiting(compiled, rule, {}))

function workOutWaiting(compiled: Compiled, rule: CompiledRule, options: HistoryOptions): Period<Waiting | null>[] {
  // Without a date from which something applies nothing is waited for.
  if (!rule.lastStarts.some((start) => start > 0)) return []
  const spoke = ruleHistory(compiled, rule.id, options)[0]?.from
  const periods = periodsOf(
    [rule],
    options,
    (on) => waitingAt(newMoment(compiled, on, options.known ?? null), rule),
    (a, b) => a?.change === b?.change && a?.stage === b?.stage && a?.from === b?.from,
    daysOf(rule, options).filter((day) => spoke === undefined || day < spoke),
  )
  const begin = periods.findIndex(({ value }) => value !== null && value.from !== null)
  const waiting = begin === -1 ? [] : periods.slice(begin)
  const last = waiting.at(-1)
  return waiting.map((period) => (period === last && spoke ? { ...period, until: addDays(spoke, -1) } : period))
}

/** All days on which the rule, or what is to let it speak, may stand otherwise. */
const daysOf = (rule: CompiledRule, { known }: HistoryOptions): Day[] =>
  [...mayTurnOn(rule, stepsOfRule(rule, known === undefined ? Number.POSITIVE_INFINITY : dayNumber(known)))].map(
    dayOfNumber,
  )

function waitingAt(moment: Moment, rule: CompiledRule): Waiting | null {
  if (standingAt(moment, rule).status) return null
  const coming = rule.alteredBy
    .filter(({ change }) => lifeAt(moment, change)?.stage === 'in_force')
    .flatMap(({ change, alterations }) =>
      alterations.flatMap(({ to, from }): Waiting[] =>
        from !== null && firstDay(from) > moment.on && to !== 'none'
          ? [{ change: change.id, stage: 'in_force', from }]
          : [],
      ),
    )
    .sort((a, b) => (firstDay(a.from ?? '') < firstDay(b.from ?? '') ? -1 : 1))
  const silenced = coming[0] ? null : silencedBy(moment, rule.id)
  return coming[0] ?? (silenced && { change: silenced.change, stage: silenced.stage, from: null })
}
