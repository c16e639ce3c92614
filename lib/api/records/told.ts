import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import type { Effect, Expectation, Position, Report } from '@/lib/model'

/** What reports tell that is listed item by item. */
export const toldLists = ['effects', 'positions', 'expectations'] as const
export type ToldList = (typeof toldLists)[number]

/** One of the items that a report tells, and its place among them, from 0. */
export interface ToldItem {
  place: number
  item: Effect | Position | Expectation
}

/** What a report tells of a kind, as far as the filter lets it through, in its order. */
export function toldBy(report: Report, list: ToldList, filter: TimelineFilter): ToldItem[] {
  const items: readonly (Effect | Position | Expectation)[] = report[list]
  return items.flatMap((item, place) => (isTold(item, list, filter) ? [{ place, item }] : []))
}

function isTold(
  item: Effect | Position | Expectation,
  list: ToldList,
  { changes, stage, effect, actor }: TimelineFilter,
): boolean {
  if (changes && !changes.includes(item.change)) return false
  if (list === 'positions') return actor === undefined || ('actor' in item && item.actor === actor)
  if (stage !== undefined && !('stage' in item && item.stage === stage)) return false
  return list !== 'effects' || effect === undefined || ('kind' in item && item.kind === effect)
}
