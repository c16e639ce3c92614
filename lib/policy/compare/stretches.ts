import { addDays, type Day } from '@/lib/model'
import type { Compiled } from '@/lib/policy/compiled/types'
import { turningDays } from '@/lib/policy/over-time/turning'
import { newMoment } from '@/lib/policy/standing/moment'
import { countDiffering } from './comparison'

/** Days on end on which as many answers differ between two forms of a dossier; `until` is the last, null while it lasts. */
export interface DifferingStretch {
  from: Day
  until: Day | null
  /** How many cases. */
  count: number
}

export interface DifferingStretches {
  stretches: DifferingStretch[]
  /** Days before this one were not compared; null: all were. */
  since: Day | null
}

const mostDays = 400
/** Cases that are compared in all; the days past that are not compared. */
const mostCompared = 250_000

/**
 * On which days from `first` on, and of how many cases, the answers differ between two forms of a dossier, in order. Between two
 * turning days of either form nothing changes, so each is compared once; of more than `most` days, or more cases than can be
 * compared at once, only the latest. Others get their turn between any two days.
 */
export async function differingStretches(
  before: Compiled,
  after: Compiled,
  { first, most = mostDays, compare = mostCompared }: { first: Day; most?: number; compare?: number },
): Promise<DifferingStretches> {
  const turns = [...turningDays(before), ...turningDays(after)].filter((day) => day > first)
  const all = [first, ...new Set(turns.sort())]
  const counts: { day: Day; count: number }[] = []
  let spent = 0
  for (const day of all.slice(-most).reverse()) {
    if (spent > compare) break
    const { count, looked } = countDiffering(newMoment(before, day, null), newMoment(after, day, null))
    spent += looked
    counts.unshift({ day, count })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const stretches: DifferingStretch[] = []
  for (const { day, count } of counts) {
    const last = stretches.at(-1)
    if (last && last.until === null) {
      if (last.count === count) continue
      last.until = addDays(day, -1)
    }
    if (count > 0) stretches.push({ from: day, until: null, count })
  }
  return { stretches, since: counts.length < all.length ? (counts[0]?.day ?? null) : null }
}
