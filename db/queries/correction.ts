import { and, asc, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { type CorrectionVerb, corrections, revisions } from '@/db/schema'
import type { Correction, Report } from '@/lib/model'
import { as } from './record'
import { isPrevious, previous } from './revision'

/** A published report was materially changed, or retracted, with a public note. */
export interface CorrectionEntry {
  dossier: string
  verb: CorrectionVerb
  note: Correction
  /** The state that carries the note. */
  report: Report
  /** What stood before; null when the report came to this site with its note. */
  before: Report | null
  revision: number
  edition: number
  at: string
}

/**
 * Corrections and retractions, the newest first, of one report, one dossier or all; `edition`: as they stood then.
 */
export async function listCorrections(
  db: Db,
  {
    dossier,
    report,
    edition,
    limit,
  }: { dossier?: string; report?: string; edition?: number | undefined; limit: number },
): Promise<CorrectionEntry[]> {
  const rows = await db
    .select({ entry: corrections, at: revisions.at, data: revisions.data, before: previous.data })
    .from(corrections)
    .innerJoin(
      revisions,
      and(
        eq(revisions.kind, 'report'),
        eq(revisions.dossier, corrections.dossier),
        eq(revisions.id, corrections.report),
        eq(revisions.number, corrections.revision),
      ),
    )
    .leftJoin(previous, isPrevious)
    .where(
      and(
        dossier === undefined ? undefined : eq(corrections.dossier, dossier),
        report === undefined ? undefined : eq(corrections.report, report),
        edition === undefined ? undefined : lte(corrections.edition, edition),
      ),
    )
    .orderBy(
      desc(corrections.edition),
      desc(corrections.dossier),
      desc(corrections.report),
      desc(corrections.verb),
      asc(corrections.position),
    )
    .limit(limit)
  return rows.flatMap(({ entry: { report: _, position, ...entry }, at, data, before }) => {
    const state = as<'report'>(data)
    const note = entry.verb === 'retracted' ? state.retracted : state.corrections?.[position]
    return note ? [{ ...entry, at, note, report: state, before: before === null ? null : as<'report'>(before) }] : []
  })
}
