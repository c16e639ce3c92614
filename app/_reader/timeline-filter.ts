import type { TimelineFilter } from '@/db/queries/timeline'
import { timelineFilter } from '@/lib/addresses/pages'
import { dateOf, idOf, shortTextOf, wordOf } from '@/lib/asking/read'
import { changesOfRule, discreditedFilters, effectKinds, firstDay, lastDay, stages } from '@/lib/model'
import type { Reading } from './reading'
import { BadParameter } from './refusal'

export type FilterName = keyof typeof timelineFilter
export const filterNames = Object.keys(timelineFilter) as FilterName[]
export type Parameters = Partial<Record<FilterName, string>>

const mostCharacters = 200

/** The filter that an address asks for, as the query takes it and as the address spells it. Throws `BadParameter`. */
export function readFilter({ query, records, sources }: Pick<Reading<FilterName>, 'query' | 'records' | 'sources'>): {
  filter: TimelineFilter
  parameters: Parameters
} {
  const parameters: Parameters = {
    rule: idOf(query, 'rule', records.rules),
    change: idOf(query, 'change', records.changes),
    actor: idOf(query, 'actor', records.actors),
    stage: wordOf(query, 'stage', stages),
    effect: wordOf(query, 'effect', effectKinds),
    source: idOf(query, 'source', [...sources.values()]),
    from: dateOf(query, 'from'),
    to: dateOf(query, 'to'),
    words: shortTextOf(query, 'words', mostCharacters),
    discredited: wordOf(query, 'discredited', discreditedFilters),
  }
  for (const name of filterNames) if (parameters[name] === undefined) delete parameters[name]
  const { rule, change, actor, source, from, to, words } = parameters
  if (from && to && lastDay(to) < firstDay(from)) throw new BadParameter('to', to, { code: 'badRange' })
  const altering = rule === undefined ? undefined : changesOfRule(records.changes, rule)
  const changes = change === undefined ? altering : altering ? altering.filter((id) => id === change) : [change]
  const filter = {
    changes,
    actor,
    source,
    words,
    stage: wordOf(query, 'stage', stages),
    effect: wordOf(query, 'effect', effectKinds),
    discredited: wordOf(query, 'discredited', discreditedFilters),
    from: from && firstDay(from),
    to: to && lastDay(to),
  }
  return { filter, parameters }
}
