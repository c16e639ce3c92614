import { type DateText, type Day, firstDay } from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import { dayNumber } from '@/lib/policy/compiled/steps'
import type { CompiledAlteration, CompiledChange, CompiledRule, Step } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import type { Status } from '@/lib/policy/standing/governing'
import { stepsKnown } from '@/lib/policy/standing/known'
import { lifeAt } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { ruleHistory } from './history'

/** Something that is to happen on a coming date. */
export type Coming = { on: Day; shown: DateText; change: CompiledChange } & (
  | { kind: 'turns'; rule: CompiledRule; status: Status | null }
  | { kind: 'would'; rule: CompiledRule; alteration: CompiledAlteration }
  | { kind: 'step'; step: Step }
)

/**
 * What is due after the moment, in order of time: rules that say something else from a date on by changes in force, what changes
 * that are decided would alter from a date on, and steps that reports date ahead.
 */
export const comingDates: (moment: Moment) => readonly Coming[] = remember((moment) => {
  const { compiled, on } = moment
  const today = dayNumber(on)
  const found: Coming[] = []
  for (const rule of compiled.rules) {
    const dated = rule.alteredBy.some(({ alterations }) =>
      alterations.some(({ start, end }) => (start !== null && start > today) || (end !== null && end >= today)),
    )
    if (!dated) continue
    found.push(...turnsOf(moment, rule))
    for (const { change, alterations } of rule.alteredBy) {
      if (lifeAt(moment, change)?.stage !== 'decided') continue
      for (const alteration of alterations) {
        const { from } = alteration
        if (from !== null && firstDay(from) > on)
          found.push({ kind: 'would', on: firstDay(from), shown: from, change, rule, alteration })
      }
    }
  }
  for (const change of compiled.changes)
    for (const step of stepsKnown(change, moment.limits.known).steps)
      if (step.on > today) found.push({ kind: 'step', on: step.day, shown: step.move.date, change, step })
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.change.index - b.change.index))
})

/** The coming turns of a rule, whoever brings them; one that falls silent is told by the change that spoke. */
function turnsOf({ compiled, on, known }: Moment, rule: CompiledRule): Coming[] {
  const periods = ruleHistory(compiled, rule.id, { known: known ?? undefined })
  return periods.flatMap(({ from, shown, value }, at): Coming[] => {
    const by = value?.change ?? periods[at - 1]?.value?.change
    const change = findChange(compiled, by)
    return from > on && change ? [{ kind: 'turns', on: from, shown, change, rule, status: value }] : []
  })
}
