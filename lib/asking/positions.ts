import { type Actor, type Change, firstDay, lastDay } from '@/lib/model'
import type { StandsAsked } from '@/lib/policy'
import type { Query } from './query'
import { dateOf, idOf } from './read'
import { BadParameter } from './refusal'

/** The time that a list of positions is narrowed to. Throws `BadParameter` where it ends before it begins. */
export function rangeOf(query: Query<'from' | 'to'>): Pick<StandsAsked, 'from' | 'to'> {
  const [from, to] = [dateOf(query, 'from'), dateOf(query, 'to')]
  if (from && to && lastDay(to) < firstDay(from)) throw new BadParameter('to', to, { code: 'badRange' })
  return { from, to }
}

interface AskedPositions {
  query: Query<'actor' | 'change' | 'from' | 'to'>
  records: { actors: readonly Actor[]; changes: readonly Change[] }
}

/** Which positions an address asks for. Throws `BadParameter`. */
export const positionsAsked = ({ query, records }: AskedPositions): StandsAsked => ({
  actor: idOf<'actor'>(query, 'actor', records.actors),
  change: idOf<'change'>(query, 'change', records.changes),
  ...rangeOf(query),
})
