import { type AnyColumn, and, asc, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { contains, type Db, like, search } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { AnyRecord, Day } from '@/lib/model'
import type { SearchedKind } from '@/lib/search/fields'
import { searchedKinds } from '@/lib/search/fields'
import type { Part } from '@/lib/search/query'
import { needlesOf } from '@/lib/search/stored'
import type { SearchQuery } from '@/lib/search/synonyms'
import { atEdition } from './at-edition'
import { atMost } from './limit'
import { isRevision } from './revision'

interface Asked {
  query: SearchQuery
  /** As it was public then; left out: as it is now. */
  edition?: number | undefined
}

/** A record that was found. For a publisher the dossier is ''. */
export interface Hit {
  kind: SearchedKind
  dossier: string
  id: string
  /** The day of a report, in the time zone of its dossier; else ''. */
  day: Day | ''
  record: AnyRecord
}

/**
 * Published records that hold every part of a search, best first: all of it in the title before elsewhere, as asked for before
 * by other terms, then by kind (dossiers, rules, changes, actors, publishers, reports), newer reports first, then by
 * dossier and id. The same list on both engines. None when nothing is asked for.
 */
export async function searchRecords(
  db: Db,
  {
    kind,
    dossier,
    limit,
    offset = 0,
    ...asked
  }: Asked & { kind?: SearchedKind | undefined; dossier?: string | undefined; limit: number; offset?: number },
): Promise<Hit[]> {
  const where = condition(asked)
  if (!where) return []
  const rank = rankOf(asked.query).as('rank')
  const page = db
    .select({
      kind: search.kind,
      dossier: search.dossier,
      id: search.id,
      revision: search.revision,
      day: search.day,
      rank,
    })
    .from(search)
    .where(and(where, kind && eq(search.kind, kind), dossier === undefined ? undefined : eq(search.dossier, dossier)))
    .orderBy(...order(sql`${rank}`, search))
    .limit(atMost(limit))
    .offset(offset)
    .as('page')
  // Only the few records of the page are read; LEFT keeps the planner to that order.
  const rows = await db
    .select({ kind: page.kind, dossier: page.dossier, id: page.id, day: page.day, data: revisions.data })
    .from(page)
    .leftJoin(revisions, isRevision({ kind: page.kind, dossier: page.dossier, id: page.id, number: page.revision }))
    .orderBy(...order(sql`${page.rank}`, page))
  return rows.map(({ data, ...row }) => ({ ...row, kind: row.kind as SearchedKind, record: data as AnyRecord }))
}

/** How many records a search finds, by kind and dossier; what finds none is left out. */
export async function searchCounts(
  db: Db,
  asked: Asked,
): Promise<{ kind: SearchedKind; dossier: string; hits: number }[]> {
  const where = condition(asked)
  if (!where) return []
  const rows = await db
    .select({ kind: search.kind, dossier: search.dossier, hits: count() })
    .from(search)
    .where(where)
    .groupBy(search.kind, search.dossier)
    .orderBy(asc(search.kind), asc(search.dossier))
  return rows.map((row) => ({ ...row, kind: row.kind as SearchedKind }))
}

const groupsOf = (parts: readonly Part[]) => parts.map(needlesOf)

function condition({ query: { parts, readings }, edition }: Asked): SQL | undefined {
  if (parts.length === 0) return undefined
  const within = readings.map((reading) => and(eq(search.dossier, reading.dossier), contains(groupsOf(reading.parts))))
  return and(atEdition(search, edition), or(contains(groupsOf(parts)), ...within))
}

function rankOf({ parts, readings }: SearchQuery): SQL<number> {
  const asked = groupsOf(parts)
  const within = readings.map((reading) =>
    and(eq(search.dossier, reading.dossier), like(search.title, groupsOf(reading.parts))),
  )
  if (within.length === 0) return sql<number>`CASE WHEN ${like(search.title, asked)} THEN 0 ELSE 2 END`
  return sql<number>`CASE WHEN ${like(search.title, asked)} THEN 0 WHEN ${or(...within)} THEN 1
    WHEN ${contains(asked)} THEN 2 ELSE 3 END`
}

type Columns = Record<'kind' | 'day' | 'dossier' | 'id', AnyColumn>

const order = (rank: SQL, { kind, day, dossier, id }: Columns) => [
  rank,
  sql`CASE ${kind} ${sql.join(
    searchedKinds.map((one, place) => sql`WHEN ${one} THEN ${sql.raw(String(place))}`),
    sql` `,
  )} END`,
  desc(day),
  asc(dossier),
  asc(id),
]
