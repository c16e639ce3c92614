import { timelineFilter } from '@/lib/addresses/pages'
import {
  type Actor,
  type Change,
  changesOfRule,
  type DiscreditedFilter,
  discreditedFilters,
  type EffectKind,
  effectKinds,
  firstDay,
  lastDay,
  type ReportKind,
  type Rule,
  type Source,
  type Stage,
  stages,
} from '@/lib/model'
import type { Query } from './query'
import { dateOf, idOf, shortTextOf, wordOf } from './read'
import { BadParameter } from './refusal'

/** What to keep of a timeline; everything given must hold. A filter by rule is one by the changes that alter the rule. */
export interface TimelineFilter {
  /**
   * Reports that touch one of these changes by an effect, a position or an expectation; together with `stage` or
   * `effect`, by an effect of that stage and kind. An empty list finds nothing.
   */
  changes?: string[] | undefined
  actor?: string | undefined
  stage?: Stage | undefined
  effect?: EffectKind | undefined
  source?: string | undefined
  /** Only reports whose id begins so. */
  idStart?: string | undefined
  /** Only reports of these kinds. */
  kinds?: readonly ReportKind[] | undefined
  /** First and last day, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Every word must occur, and phrases in quotes, as in the search (`lib/search/query.ts`); any script, any length. */
  words?: string | undefined
  /** Reports of which nothing holds: left out without this, with the others, or alone. */
  discredited?: DiscreditedFilter | undefined
}

export type FilterName = keyof typeof timelineFilter
export const filterNames = Object.keys(timelineFilter) as FilterName[]
export type Parameters = Partial<Record<FilterName, string>>

/** The records that a filter may name. */
export interface Filtered {
  rules: readonly Pick<Rule, 'id'>[]
  changes: readonly Change[]
  actors: readonly Pick<Actor, 'id'>[]
  sources: readonly Pick<Source, 'id'>[]
}

const mostCharacters = 200

/** The filter that an address asks for, as the query takes it and as the address spells it. Throws `BadParameter`. */
export function readFilter(
  query: Query<FilterName>,
  records: Filtered,
): { filter: TimelineFilter; parameters: Parameters } {
  const parameters: Parameters = {
    rule: idOf(query, 'rule', records.rules),
    change: idOf(query, 'change', records.changes),
    actor: idOf(query, 'actor', records.actors),
    stage: wordOf(query, 'stage', stages),
    effect: wordOf(query, 'effect', effectKinds),
    source: idOf(query, 'source', records.sources),
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
