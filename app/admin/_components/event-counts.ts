import type { EventKind } from '@/db/event'

/** One and several events of a kind, as the desk calls them. */
const called: Record<Exclude<EventKind, 'edition'>, readonly [string, string]> = {
  reported: ['report', 'reports'],
  step: ['step', 'steps'],
  answers: ['move of answers', 'moves of answers'],
  postponed: ['date moved', 'dates moved'],
  contradiction: ['contradiction found', 'contradictions found'],
  settled: ['contradiction settled', 'contradictions settled'],
  forecast: ['forecast decided', 'forecasts decided'],
  corrected: ['correction', 'corrections'],
  retracted: ['retraction', 'retractions'],
}

/** How many events of each kind, in words: “2 reports · 1 step”; the edition itself is none of them. */
export const countsInWords = (counts: Partial<Record<EventKind, number>>): string =>
  (Object.keys(called) as (keyof typeof called)[])
    .flatMap((kind) => {
      const count = counts[kind] ?? 0
      return count > 0 ? [`${count} ${called[kind][count === 1 ? 0 : 1]}`] : []
    })
    .join(' · ')
