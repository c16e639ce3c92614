import type { TimelineFilter } from '@/db/queries/timeline'
import { firstDay, isDate, titleOf } from '@/lib/model'

/** What may be filtered by of a report that stands in no public list; of a draft anything may be missing. */
type Told = Readonly<Record<string, unknown>>

/**
 * Whether a draft or a retracted report fits the filter of the list, by what its text says. Words are found anywhere in it,
 * whatever their case; an id by its beginning.
 */
export function fitsFilter(id: string, data: unknown, filter: TimelineFilter): boolean {
  const report: Told = typeof data === 'object' && data !== null ? (data as Told) : {}
  const effects = itemsOf(report.effects)
  const { changes, actor, source, kinds, effect, stage, from, to, words, idStart } = filter
  const published = typeof report.published === 'string' ? report.published.slice(0, 10) : ''
  const day = isDate(published) ? firstDay(published) : ''
  const touching = [...effects, ...itemsOf(report.positions), ...itemsOf(report.expectations)]
  return (
    (idStart === undefined || id.startsWith(idStart)) &&
    (source === undefined || report.source === source) &&
    (kinds === undefined || kinds.some((kind) => kind === (report.kind ?? 'news'))) &&
    (from === undefined || day >= from) &&
    (to === undefined || (day !== '' && day <= to)) &&
    (actor === undefined || itemsOf(report.positions).some((item) => item.actor === actor)) &&
    (effect !== undefined || stage !== undefined
      ? effects.some(
          (item) =>
            (effect === undefined || item.kind === effect) &&
            (stage === undefined || item.stage === stage) &&
            (changes === undefined || changes.some((change) => change === item.change)),
        )
      : changes === undefined || touching.some((item) => changes.some((change) => change === item.change))) &&
    (words === undefined || hasWords(`${id} ${titleOf(data)} ${JSON.stringify(report)}`, words))
  )
}

const itemsOf = (list: unknown): Told[] =>
  Array.isArray(list) ? list.filter((item): item is Told => typeof item === 'object' && item !== null) : []

function hasWords(text: string, words: string): boolean {
  const plain = (some: string) => some.normalize('NFKC').toLowerCase()
  const all = plain(text)
  return plain(words)
    .split(/[\s"]+/)
    .every((word) => all.includes(word))
}
