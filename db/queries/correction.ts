import { type AnyColumn, and, asc, between, count, desc, eq, gt, lte, sql } from 'drizzle-orm'
import { type Db, prepared } from '@/db/dialect'
import { byReason, type CorrectionVerb, corrections, revisions } from '@/db/schema'
import type { Correction, Report } from '@/lib/model'
import { instantDay } from '@/lib/words/dates'
import { keep } from './keep'
import { atMost } from './limit'
import { as } from './record'
import { isPrevious, isRevision, previous } from './revision'

/** A published report was materially changed, or retracted, with a public note. */
export interface CorrectionEntry {
  dossier: string
  verb: CorrectionVerb
  /** Its own, or what the edition that changed it gave as its reason, on the day of that edition. */
  note: Correction
  /** The state that it brought. */
  report: Report
  /** What stood before; null when the report came to this site with its note. */
  before: Report | null
  revision: number
  edition: number
  at: string
}

interface Asked {
  dossier?: string
  report?: string
  edition?: number | undefined
}

/**
 * Corrections and retractions, the newest first, of one report, one dossier or all; `edition`: as they stood then.
 */
export async function listCorrections(db: Db, { limit, ...of }: Asked & { limit: number }): Promise<CorrectionEntry[]> {
  const asked = new Set(Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [name])))
  const query = keep(db, ['corrections', limit, ...[...asked].sort()].join('_'), (name) =>
    prepared(entriesOf(db, asked, limit), name),
  )
  const rows = await query.execute({ ...of })
  return rows.flatMap(({ position, at, reason, data, before, ...entry }) => {
    if (at === null || reason === null) return []
    const report = as<'report'>(data)
    const own = entry.verb === 'retracted' ? report.retracted : report.corrections?.[position]
    const note = position === byReason ? { on: instantDay(at), note: reason } : own
    return note ? [{ ...entry, at, note, report, before: before === null ? null : as<'report'>(before) }] : []
  })
}

function entriesOf(db: Db, asked: ReadonlySet<string>, limit: number) {
  // The few are found by their index, and only then is it looked up what they say: left joins keep that order.
  const few = db
    .select()
    .from(corrections)
    .where(
      and(
        asked.has('dossier') ? eq(corrections.dossier, sql.placeholder('dossier')) : undefined,
        asked.has('report') ? eq(corrections.report, sql.placeholder('report')) : undefined,
        asked.has('edition') ? lte(corrections.edition, sql.placeholder('edition')) : undefined,
      ),
    )
    .orderBy(...newestFirst(corrections))
    .limit(atMost(limit))
    .as('few')
  return db
    .select({
      ...{ dossier: few.dossier, verb: few.verb, position: few.position, revision: few.revision, edition: few.edition },
      ...{ at: revisions.at, reason: revisions.reason, data: revisions.data, before: previous.data },
    })
    .from(few)
    .leftJoin(revisions, isRevision({ kind: 'report', dossier: few.dossier, id: few.report, number: few.revision }))
    .leftJoin(previous, isPrevious)
    .orderBy(...newestFirst(few))
}

/** How many published reports each of some editions retracted, by its number; those that retracted none are left out. */
export async function countRetractions(
  db: Db,
  { from, to }: { from: number; to: number },
): Promise<Map<number, number>> {
  const query = keep(db, 'retractions', (name) =>
    prepared(
      db
        .select({ edition: corrections.edition, count: count() })
        .from(corrections)
        .where(
          and(
            eq(corrections.verb, 'retracted'),
            // One that came to this site as retracted was never published here.
            gt(corrections.revision, 1),
            between(corrections.edition, sql.placeholder('from'), sql.placeholder('to')),
          ),
        )
        .groupBy(corrections.edition),
      name,
    ),
  )
  const rows = await query.execute({ from, to })
  return new Map(rows.map(({ edition, count }) => [edition, count]))
}

type Order = 'edition' | 'dossier' | 'report' | 'verb' | 'position'

const newestFirst = (rows: { [Name in Order]: AnyColumn }) => [
  ...[rows.edition, rows.dossier, rows.report, rows.verb].map((column) => desc(column)),
  asc(rows.position),
]
