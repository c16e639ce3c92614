import { addDays, type DateText, type Day, firstDay } from '@/lib/model'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { lifeAt } from './life'
import type { Life } from './moment'
import { type Moment, passingMoment } from './moment'

/**
 * The time after a moment as it was foreseen then: every change stays where it stands, whatever became of it later, but those
 * that are decided come into force on the day that a report gives ahead.
 */
export interface Ahead {
  /** A later day, or the same; one change may be given another life. */
  on: (day: Day, other?: [change: string, life: Life | null]) => Moment
  /** When a change that is decided comes into force; undefined where no report gives the day. */
  comes: (change: string) => DateText | undefined
}

export function aheadOf(moment: Moment): Ahead {
  const { compiled, on, known } = moment
  const still = new Map<string, Life | null>()
  const dated = new Map<string, DateText>()
  for (const compiledChange of compiled.changes) {
    const { change, moves } = compiledChange
    if ((moves.at(-1)?.on ?? '') <= on) continue
    const life = lifeAt(moment, compiledChange)
    still.set(change.id, life)
    const step = moves.find(
      (move) => move.stage === 'in_force' && move.on > on && (known === null || move.day <= known),
    )
    if (life?.stage === 'decided' && step) dated.set(change.id, step.effect.on ?? step.on)
  }
  const made = new Map<string, Moment>()
  return {
    comes: (change) => dated.get(change),
    on: (day, other) => {
      const key = `${day} ${other?.[0] ?? ''} ${other?.[1]?.stage ?? ''} ${other?.[1]?.inForceOn ?? ''}`
      const kept = made.get(key)
      if (kept) return kept
      const assume = new Map(still)
      for (const [change, date] of dated) if (firstDay(date) <= day) assume.set(change, inForceSince(firstDay(date)))
      if (other) assume.set(...other)
      const later = passingMoment(moment, day, assume)
      made.set(key, later)
      return later
    },
  }
}

/** The life of a change that is assumed to be in force since a day. */
export const inForceSince = (day: Day): Life => ({ stage: 'in_force', on: day, inForceOn: day, last: null })

/** The dates after a day on which what these rules say may turn without any change moving, as they are written, in order. */
export function turningDates(rules: readonly CompiledRule[], on: Day, more: readonly DateText[] = []): DateText[] {
  const dates = new Map<Day, DateText>()
  const add = (date: DateText | null) => {
    if (date !== null && firstDay(date) > on) dates.set(firstDay(date), date)
  }
  for (const rule of rules)
    for (const { alterations } of rule.alteredBy)
      for (const { from, until } of alterations) {
        add(from)
        add(until === null || until >= '9999-12-31' ? null : addDays(firstDay(until), 1))
      }
  more.forEach(add)
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date)
}
