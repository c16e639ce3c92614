import { and, eq, exists, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { contains, type Db, search } from '@/db/dialect'
import { effects, expectations, positions, reports } from '@/db/schema'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import { partsOf } from '@/lib/search/query'
import { needlesOf } from '@/lib/search/stored'
import { atEdition } from './at-edition'

/** Which reports: of a dossier or, with null, of all; as they were public at an edition or, without one, are now. */
export interface Timeline {
  dossier: string | null
  filter: TimelineFilter
  edition?: number | SQL | undefined
}

/** A timeline as a condition on rows of `reports`. */
export function matches(db: Db, { dossier, filter, edition }: Timeline): SQL | undefined {
  return and(
    dossier === null ? undefined : eq(reports.dossier, dossier),
    atEdition(reports, edition),
    filter.source === undefined ? undefined : eq(reports.source, filter.source),
    // A tilde comes after all that an id is made of.
    filter.idStart === undefined ? undefined : gte(reports.id, filter.idStart),
    filter.idStart === undefined ? undefined : lte(reports.id, `${filter.idStart}~`),
    filter.kinds === undefined ? undefined : inArray(reports.kind, [...filter.kinds]),
    filter.from === undefined ? undefined : gte(reports.day, filter.from),
    filter.to === undefined ? undefined : lte(reports.day, filter.to),
    filter.discredited === 'with' ? undefined : eq(reports.discredited, filter.discredited === 'only'),
    touches(db, dossier, filter),
    filter.actor === undefined ? undefined : speaksOf(db, filter.actor),
    hasWords(db, filter.words, edition),
  )
}

function touches(db: Db, dossier: string | null, { changes, stage, effect }: TimelineFilter): SQL | undefined {
  if (changes?.length === 0) return sql`1 = 0`
  if (changes && !stage && !effect) return touchesAnyhow(db, dossier, changes)
  if (!changes && !stage && !effect) return undefined
  const such = and(
    ofRow(effects),
    changes && inArray(effects.change, changes),
    stage && eq(effects.stage, stage),
    effect && eq(effects.kind, effect),
  )
  return exists(db.select({ one: sql`1` }).from(effects).where(such))
}

/** A change has few reports, so they are gathered by its index instead of asking every report about it. */
function touchesAnyhow(db: Db, dossier: string | null, changes: string[]): SQL {
  const naming = (table: typeof effects | typeof positions | typeof expectations) =>
    db
      .select({ dossier: table.dossier, report: table.report, edition: table.edition })
      .from(table)
      .where(and(inArray(table.change, changes), dossier === null ? undefined : eq(table.dossier, dossier)))
  const touching = naming(effects).union(naming(positions)).union(naming(expectations))
  return sql`(${reports.dossier}, ${reports.id}, ${reports.edition}) IN ${touching}`
}

const speaksOf = (db: Db, actor: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(positions)
      .where(and(ofRow(positions), eq(positions.actor, actor))),
  )

/** The texts that a filter by words asks for, as `contains` takes them; none: it asks for nothing. */
export const wordsOf = (text: string | undefined): (readonly string[])[] =>
  text === undefined ? [] : partsOf(text).map(needlesOf)

function hasWords(db: Db, text: string | undefined, edition: number | SQL | undefined): SQL | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  const inReport = and(eq(search.kind, 'report'), eq(search.dossier, reports.dossier), eq(search.id, reports.id))
  return exists(
    db
      .select({ one: sql`1` })
      .from(search)
      .where(and(inReport, atEdition(search, edition), contains(words))),
  )
}

const ofRow = (table: typeof effects | typeof positions | typeof expectations) =>
  and(eq(table.dossier, reports.dossier), eq(table.report, reports.id), eq(table.edition, reports.edition))
