import { and, desc, eq, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { editions, records, reports, revisions } from '@/db/schema'
import type { Day, Instant, Report } from '@/lib/model'
import { atMost } from './limit'
import { as } from './record'
import { isRevision } from './revision'
import { matches, type TimelineFilter } from './timeline-filter'

/** A report with the moment it first became public here. */
export interface NewReport {
  dossier: string
  report: Report
  /** When the edition that brought it was published. */
  appeared: Instant
}

/**
 * Reports in the order in which they came to this site, the newest first, those of one edition by day: an old document
 * that is entered today is news to a subscriber. `dossier` null: of all that `days` has. The filter is that of the timeline.
 * A report that is dated ahead is left out until its first day; `days` tells the current day of each dossier, in its own zone.
 */
export async function newestReports(
  db: Db,
  {
    dossier,
    filter,
    days,
    limit,
  }: { dossier: string | null; filter: TimelineFilter; days: ReadonlyMap<string, Day>; limit: number },
): Promise<NewReport[]> {
  const rows = await db
    .select({ dossier: reports.dossier, data: records.data, appeared: editions.publishedAt })
    .from(reports)
    .innerJoin(revisions, isRevision({ kind: 'report', dossier: reports.dossier, id: reports.id, number: 1 }))
    .innerJoin(editions, eq(editions.number, revisions.edition))
    .innerJoin(
      records,
      and(eq(records.kind, 'report'), eq(records.dossier, reports.dossier), eq(records.id, reports.id)),
    )
    .where(and(matches(db, { dossier, filter }), hasCome(dossier, days)))
    .orderBy(desc(revisions.edition), desc(reports.day), desc(reports.id), desc(reports.dossier))
    .limit(atMost(limit))
  return rows.map(({ data, ...row }) => ({ ...row, report: as<'report'>(data) }))
}

/** Whether the day of a report has come where its dossier is. */
function hasCome(dossier: string | null, days: ReadonlyMap<string, Day>): SQL | undefined {
  const asked = [...days].filter(([id]) => dossier === null || id === dossier)
  return asked.length === 0
    ? sql`1 = 0`
    : or(...asked.map(([id, day]) => and(eq(reports.dossier, id), lte(reports.day, day))))
}
