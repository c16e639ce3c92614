import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { months, reports, revisions } from '@/db/schema'
import type { Day, Report } from '@/lib/model'
import { type Cursor, readCursor, writeCursor } from './cursor'
import { atMost } from './limit'
import { as } from './record'
import { isRevision } from './revision'
import { matches, type Timeline } from './timeline-filter'

export type { TimelineFilter } from '@/lib/asking/timeline-filter'
export { BadCursorError } from './cursor'
export type { Timeline } from './timeline-filter'

export interface TimelineEntry {
  dossier: string
  report: Report
  /** The day it sorts by, in the dossier's time zone. */
  day: Day
}

export interface TimelinePage {
  reports: TimelineEntry[]
  /** Cursors of the pages next to this one; null where the list ends. */
  newer: string | null
  older: string | null
}

/**
 * One page of a timeline, newest first (day, then id, then dossier, all descending). Pages hold while new reports arrive:
 * a cursor stands next to a report, whether or not that is still there. Throws `BadCursorError`.
 */
export async function timelinePage(
  db: Db,
  { cursor, limit, ...timeline }: Timeline & { cursor?: string | undefined; limit: number },
): Promise<TimelinePage> {
  const from = cursor === undefined ? null : readCursor(cursor)
  const towards = from?.towards ?? 'older'
  const back = towards === 'older' ? 'newer' : 'older'
  const [rows, behind] = await Promise.all([
    select(db, and(matches(db, timeline), beyond(from, towards, timeline.dossier)), towards, limit + 1),
    from !== null && anyBehind(db, timeline, from, back),
  ])
  const shown = rows.slice(0, limit)
  if (towards === 'newer') shown.reverse()
  const edge = { older: placeOf(shown.at(-1)) ?? from, newer: placeOf(shown.at(0)) ?? from }
  const onward = { older: false, newer: false, [towards]: rows.length > limit, [back]: behind }
  const cursorTo = (side: 'older' | 'newer') => {
    const place = edge[side]
    return onward[side] && place ? writeCursor({ ...place, towards: side }) : null
  }
  return {
    reports: shown.map((row) => ({ dossier: row.dossier, report: as<'report'>(row.data), day: row.day })),
    newer: cursorTo('newer'),
    older: cursorTo('older'),
  }
}

/** How many reports the timeline holds. */
export async function timelineCount(db: Db, timeline: Timeline): Promise<number> {
  if (!isWhole(timeline)) return db.$count(reports, matches(db, timeline))
  const counted = await reportsPerMonth(db, timeline)
  return counted.reduce((sum, month) => sum + month.reports, 0)
}

/** Whether this is all that is public now, which is counted when it is published. */
const isWhole = ({ filter, edition }: Timeline): boolean =>
  edition === undefined && Object.values(filter).every((asked) => asked === undefined)

/** Months that have reports, and years of those dated by no more than that, oldest first, with how many. */
export async function reportsPerMonth(db: Db, timeline: Timeline): Promise<{ month: string; reports: number }[]> {
  if (isWhole(timeline))
    return db
      .select({ month: months.month, reports: sql<number>`sum(${months.reports})`.mapWith(Number) })
      .from(months)
      .where(timeline.dossier === null ? undefined : eq(months.dossier, timeline.dossier))
      .groupBy(months.month)
      .orderBy(months.month)
  return monthsOf(db, timeline)
}

/** As `reportsPerMonth`, always counted. */
export async function monthsOf(db: Db, timeline: Timeline): Promise<{ month: string; reports: number }[]> {
  const month = sql<string>`CASE WHEN length(${reports.published}) = 4 THEN ${reports.published} ELSE substr(${reports.day}, 1, 7) END`
  return db.select({ month, reports: count() }).from(reports).where(matches(db, timeline)).groupBy(month).orderBy(month)
}

type Place = Pick<Cursor, 'day' | 'id' | 'dossier'>

async function select(db: Db, where: SQL | undefined, towards: Cursor['towards'], limit: number) {
  const order = towards === 'older' ? desc : asc
  // The page is found in an index, and each of its few reports then gets its text. LEFT keeps the planner to that
  // order: with an inner join it may read and sort every revision instead.
  const page = db
    .select({ dossier: reports.dossier, id: reports.id, revision: reports.revision, day: reports.day })
    .from(reports)
    .where(where)
    .orderBy(order(reports.day), order(reports.id), order(reports.dossier))
    .limit(atMost(limit))
    .as('page')
  return db
    .select({ dossier: page.dossier, id: page.id, day: page.day, data: revisions.data })
    .from(page)
    .leftJoin(revisions, isRevision({ kind: 'report', dossier: page.dossier, id: page.id, number: page.revision }))
    .orderBy(order(page.day), order(page.id), order(page.dossier))
}

const placeOf = (row: Place | undefined): Place | null =>
  row ? { day: row.day, id: row.id, dossier: row.dossier } : null

/** What lies behind a place: row values, so that an index on (dossier, day, id), or on (day, id, dossier) across dossiers, is entered at the place. */
export function beyond(
  place: Place | null,
  towards: Cursor['towards'],
  dossier: string | null,
  orAt: '' | '=' = '',
): SQL | undefined {
  if (!place) return undefined
  const sign = sql.raw((towards === 'older' ? '<' : '>') + orAt)
  return dossier === null
    ? sql`(${reports.day}, ${reports.id}, ${reports.dossier}) ${sign} (${place.day}, ${place.id}, ${place.dossier})`
    : sql`(${reports.day}, ${reports.id}) ${sign} (${place.day}, ${place.id})`
}

/** Whether anything is where the reader came from: at the place, which no page in the other direction shows, or past it. */
async function anyBehind(db: Db, timeline: Timeline, place: Place, back: Cursor['towards']): Promise<boolean> {
  const order = back === 'older' ? desc : asc
  const found = await db
    .select({ id: reports.id })
    .from(reports)
    .where(and(matches(db, timeline), beyond(place, back, timeline.dossier, '=')))
    .orderBy(order(reports.day), order(reports.id), order(reports.dossier))
    .limit(atMost(1))
  return found.length > 0
}
