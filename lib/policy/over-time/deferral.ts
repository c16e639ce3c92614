import { type DateText, type Day, firstDay } from '@/lib/model'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import type { Moment } from '@/lib/policy/standing/moment'
import { delayOf } from '@/lib/policy/standing/silence'
import { ruleHistory } from './history'

/** A date of a rule that a change in force has put off. */
export interface Deferral {
  rule: CompiledRule
  /** Which change put it off, and since when that is so. */
  change: string
  since: Day
  /** From when it was to apply, and from when it does now, as they are told. */
  from: DateText
  to: DateText
}

/** The dates that changes in force by the moment have put off, by the dates that hold now. */
export const deferralsOf: (moment: Moment) => readonly Deferral[] = remember((moment) => {
  const found = moment.compiled.rules.flatMap((rule) => deferralsOfRule(moment, rule))
  return found.sort((a, b) =>
    firstDay(a.to) < firstDay(b.to) ? -1 : firstDay(a.to) > firstDay(b.to) ? 1 : a.rule.index - b.rule.index,
  )
})

/** Those of one rule, in the order in which they came to be. */
export function deferralsOfRule({ compiled, on, known }: Moment, rule: CompiledRule): Deferral[] {
  // Without a date from which something applies there is none to put off, nor one to put it off to.
  if (!rule.lastStarts.some((start) => start > 0)) return []
  return ruleHistory(compiled, rule.id, { known: known ?? undefined }).flatMap(({ from: since, value }): Deferral[] => {
    const delay = value && since <= on ? delayOf(compiled, value, rule.id) : undefined
    if (!value?.change || !delay?.from) return []
    return [{ rule, change: value.change, since, from: delay.from, to: delay.to }]
  })
}
