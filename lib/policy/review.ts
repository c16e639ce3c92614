import { type Day, firstDay, type Report } from '@/lib/model'
import { compareMoments, type Difference } from './compare'
import type { Compiled } from './compile'
import { momentAt } from './moment'

/** The answers that would change on one day if a dossier were published in another form. */
export interface MovedOn {
  day: Day
  differences: Difference[]
}

/**
 * What publishing would move: the answers that differ between two forms of a dossier today, and on every day that the
 * reports given take effect. Days on which nothing differs are left out.
 */
export function whatPublishingMoves(
  before: Compiled,
  after: Compiled,
  today: Day,
  reports: readonly Report[],
): MovedOn[] {
  const days = new Set([today])
  for (const { published, effects } of reports)
    for (const { kind, on } of effects) if (kind === 'moves') days.add(firstDay(on ?? published.slice(0, 10)))
  return [...days].sort().flatMap((day) => {
    const differences = compareMoments(momentAt(before, { on: day }), momentAt(after, { on: day }))
    return differences.length > 0 ? [{ day, differences }] : []
  })
}
