import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { editions, records, reports, revisions } from '@/db/schema'
import type { Instant, Report } from '@/lib/model'
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
 * that is entered today is news to a subscriber. `dossier` null: of all dossiers. The filter is that of the timeline.
 */
export async function newestReports(
  db: Db,
  { dossier, filter, limit }: { dossier: string | null; filter: TimelineFilter; limit: number },
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
    .where(matches(db, { dossier, filter }))
    .orderBy(desc(revisions.edition), desc(reports.day), desc(reports.id), desc(reports.dossier))
    .limit(atMost(limit))
  return rows.map(({ data, ...row }) => ({ ...row, report: as<'report'>(data) }))
}
