import { addDays, type DateText, type Day, firstDay } from '@/lib/model'
import type { CompiledAlteration, CompiledChange, CompiledRule, Move } from './compile'
import { lifeAt, type Moment } from './moment'

/** Something that is to happen on a coming date. */
export type Coming = { on: Day; shown: DateText; change: CompiledChange } & (
  | { kind: 'begins'; rule: CompiledRule; alteration: CompiledAlteration }
  | { kind: 'ends'; rule: CompiledRule; alteration: CompiledAlteration }
  | { kind: 'step'; move: Move }
)

/**
 * The dates after the moment on which something is due: alterations of changes in force or decided that begin or end, and steps
 * that reports date ahead. In order of time.
 */
export function comingDates(moment: Moment): Coming[] {
  const { compiled, on, known } = moment
  const found: Coming[] = []
  for (const rule of compiled.rules)
    for (const { change, alterations } of rule.alteredBy) {
      const stage = lifeAt(moment, change)?.stage
      if (stage !== 'in_force' && stage !== 'decided') continue
      for (const alteration of alterations) {
        const { from, until } = alteration.alteration
        if (from !== null && firstDay(from) > on)
          found.push({ kind: 'begins', on: firstDay(from), shown: from, change, rule, alteration })
        if (until !== null && firstDay(until) >= on)
          found.push({ kind: 'ends', on: addDays(firstDay(until), 1), shown: until, change, rule, alteration })
      }
    }
  for (const change of compiled.changes)
    for (const move of change.moves)
      if (move.on > on && (known === null || move.day <= known))
        found.push({ kind: 'step', on: move.on, shown: move.effect.on ?? move.on, change, move })
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.change.index - b.change.index))
}
