import { type AnyColumn, and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type Db, search } from '@/db/dialect'
import { records, reports, subjects } from '@/db/schema'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import { isId, type Report } from '@/lib/model'
import { BadCursorError } from '../cursor'
import { atMost } from '../limit'
import { as } from '../record'
import { type ReportWay, reportWay } from './report-way'

/** By day of publication and by edition the newest first, by title from A on. */
export const reportSorts = ['published', 'changed', 'title'] as const
export type ReportSort = (typeof reportSorts)[number]

/** What the desk tells of a public report. */
export interface ListedReport {
  dossier: string
  report: Report
  /** The edition that changed it last. */
  edition: number
  discredited: boolean
}

export interface ReportListPage {
  reports: ListedReport[]
  /** Cursors of the pages before and after this one; null where the list ends. */
  before: string | null
  after: string | null
}

interface ReportList {
  /** Of one dossier or, with null, of all. */
  dossier: string | null
  filter: TimelineFilter
  sort: ReportSort
  /** The way of that filter, where it is known already. */
  way?: ReportWay
}

/**
 * One page of the public reports as the desk lists them, retracted ones excepted; each page is found in an index. A cursor
 * stands next to a report, whether or not that is still there. Throws `BadCursorError`.
 */
export async function reportListPage(
  db: Db,
  { cursor, limit, ...list }: ReportList & { cursor?: string | undefined; limit: number },
): Promise<ReportListPage> {
  const from = cursor === undefined ? null : readPlace(cursor, list.sort)
  const towards = from?.towards ?? 'after'
  const rows = await rowsFrom(db, list, from, towards, limit + 1)
  const shown = rows.slice(0, limit)
  if (towards === 'before') shown.reverse()
  const back = towards === 'after' ? 'before' : 'after'
  // Whoever came from the other side may go back, and an end is shown as one only where it was seen.
  const onward = { before: false, after: false, [towards]: rows.length > limit, [back]: from !== null }
  const edge = { before: shown.at(0), after: shown.at(-1) }
  const cursorTo = (side: 'before' | 'after') => {
    const row = edge[side]
    if (!onward[side]) return null
    return row ? writePlace({ towards: side, at: String(row.at), id: row.id, dossier: row.dossier }) : null
  }
  return {
    reports: shown.map(({ dossier, data, edition, discredited }) => ({
      dossier,
      report: as<'report'>(data),
      edition,
      discredited,
    })),
    before: cursorTo('before'),
    after: cursorTo('after'),
  }
}

/** How many reports the list holds, counted no further than `most`. */
export async function countReports(db: Db, { most, ...list }: Omit<ReportList, 'sort'> & { most: number }) {
  const way = list.way ?? (await reportWay(db, list))
  return db.$count(foundAlong(db, way, undefined, [], most))
}

interface Place {
  towards: 'before' | 'after'
  /** What the list sorts by, as text. */
  at: string
  id: string
  dossier: string
}

/** What a list sorts by, found where the way to it begins. */
const columns: Record<ReportWay['from'], Record<ReportSort, AnyColumn>> = {
  reports: { published: reports.day, changed: reports.edition, title: reports.title },
  subjects: { published: subjects.day, changed: subjects.edition, title: reports.title },
  search: { published: reports.day, changed: reports.edition, title: reports.title },
}
const keys = {
  reports: { id: reports.id, dossier: reports.dossier },
  subjects: { id: subjects.report, dossier: subjects.dossier },
  search: { id: search.id, dossier: search.dossier },
}

async function rowsFrom(
  db: Db,
  { sort, ...list }: ReportList,
  from: Place | null,
  towards: Place['towards'],
  limit: number,
) {
  const way = list.way ?? (await reportWay(db, list))
  const { id, dossier: of } = sort === 'title' ? keys.reports : keys[way.from]
  const column = columns[way.from][sort]
  const isDown = (sort === 'title') === (towards === 'before')
  const order = isDown ? desc : asc
  const past = beyond(from, { at: column, id, dossier: list.dossier === null ? of : null }, { sort, isDown })
  const page = foundAlong(db, way, past, [order(column), order(id), order(of)], limit, column)
  return db
    .select({
      dossier: page.dossier,
      id: page.id,
      edition: page.edition,
      discredited: page.discredited,
      at: page.at,
      data: records.data,
    })
    .from(page)
    .leftJoin(records, and(eq(records.kind, 'report'), eq(records.dossier, page.dossier), eq(records.id, page.id)))
    .orderBy(order(page.at), order(page.id), order(page.dossier))
}

/** Reports in the order in which a way finds them: CROSS keeps SQLite to it. */
function foundAlong(
  db: Db,
  { from, where }: ReportWay,
  past: SQL | undefined,
  order: SQL[],
  limit: number,
  column: AnyColumn = reports.day,
) {
  const fields = {
    dossier: reports.dossier,
    id: reports.id,
    edition: reports.edition,
    discredited: reports.discredited,
    at: sql<string | number>`${column}`.as('at'),
  }
  const [both, most] = [and(where, past), atMost(limit)]
  const begun = db.select(fields)
  if (from === 'subjects')
    return begun
      .from(subjects)
      .crossJoin(reports)
      .where(both)
      .orderBy(...order)
      .limit(most)
      .as('page')
  if (from === 'search')
    return begun
      .from(search)
      .crossJoin(reports)
      .where(both)
      .orderBy(...order)
      .limit(most)
      .as('page')
  return begun
    .from(reports)
    .where(both)
    .orderBy(...order)
    .limit(most)
    .as('page')
}

/** Row values, so that the index of the order is entered at the place. `dossier` null: they are of one dossier. */
function beyond(
  from: Place | null,
  { at, id, dossier }: { at: AnyColumn; id: AnyColumn; dossier: AnyColumn | null },
  { sort, isDown }: { sort: ReportSort; isDown: boolean },
): SQL | undefined {
  if (!from) return undefined
  const sign = sql.raw(isDown ? '<' : '>')
  const place = sort === 'changed' ? Number(from.at) : from.at
  return dossier === null
    ? sql`(${at}, ${id}) ${sign} (${place}, ${from.id})`
    : sql`(${at}, ${id}, ${dossier}) ${sign} (${place}, ${from.id}, ${from.dossier})`
}

const writePlace = ({ towards, at, id, dossier }: Place): string =>
  Buffer.from(JSON.stringify([towards, at, id, dossier])).toString('base64url')

function readPlace(text: string, sort: ReportSort): Place {
  const read = partsOf(text)
  const [towards, at, id, dossier, ...rest] = Array.isArray(read) ? read : []
  if ((towards !== 'before' && towards !== 'after') || rest.length > 0) throw new BadCursorError()
  if (typeof at !== 'string' || typeof id !== 'string' || typeof dossier !== 'string') throw new BadCursorError()
  if (!isId(id) || !isId(dossier) || at.includes('\0')) throw new BadCursorError()
  if (sort === 'changed' && !/^\d{1,9}$/.test(at)) throw new BadCursorError()
  return { towards, at, id, dossier }
}

function partsOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursorError()
  }
}
