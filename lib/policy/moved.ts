import { addDays, type Day } from '@/lib/model'
import { comparisonOf } from './comparison'
import type { Compiled } from './compile'
import { newMoment } from './moment'
import { turningDays } from './turning'

/** Days on end on which as many answers differ between two forms of a dossier; `until` is the last, null while it lasts. */
export interface MovedStretch {
  from: Day
  until: Day | null
  /** How many cases. */
  count: number
}

export interface MovedStretches {
  stretches: MovedStretch[]
  /** Days before this one were not compared; null: all were. */
  since: Day | null
}

const mostDays = 400

/**
 * On which days from `first` on, and of how many cases, the answers differ between two forms of a dossier, in order. Between two
 * turning days of either form nothing changes, so each is compared once; of more than `most` days only the latest.
 */
export function movedStretches(
  before: Compiled,
  after: Compiled,
  { first, most = mostDays }: { first: Day; most?: number },
): MovedStretches {
  const turns = [...turningDays(before), ...turningDays(after)].filter((day) => day > first)
  const all = [first, ...new Set(turns.sort())]
  const days = all.slice(-most)
  const stretches: MovedStretch[] = []
  for (const day of days) {
    const count = comparisonOf(newMoment(before, day, null), newMoment(after, day, null)).differences.length
    const last = stretches.at(-1)
    if (last && last.until === null) {
      if (last.count === count) continue
      last.until = addDays(day, -1)
    }
    if (count > 0) stretches.push({ from: day, until: null, count })
  }
  return { stretches, since: days.length < all.length ? (days[0] ?? null) : null }
}
