import { and, desc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { Correction, Report } from '@/lib/model'
import { as } from './record'
import { isPrevious, previous } from './revision'

/** A published report was materially changed, or retracted, with a public note. */
export interface CorrectionEntry {
  dossier: string
  verb: 'corrected' | 'retracted'
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
  const { data, ...columns } = getTableColumns(revisions)
  const rows = await db
    .select({ ...columns, data, before: previous.data })
    .from(revisions)
    .leftJoin(previous, isPrevious)
    .where(
      and(
        eq(revisions.kind, 'report'),
        dossier === undefined ? undefined : eq(revisions.dossier, dossier),
        report === undefined ? undefined : eq(revisions.id, report),
        edition === undefined ? undefined : lte(revisions.edition, edition),
        sql`(${revisions.data} LIKE ${'%"corrections":%'} OR ${revisions.data} LIKE ${'%"retracted":%'})`,
      ),
    )
    .orderBy(desc(revisions.edition), desc(revisions.dossier), desc(revisions.id))
  return rows.flatMap((row) => entriesOf(row)).slice(0, limit)
}

function entriesOf(row: typeof revisions.$inferSelect & { before: unknown }): CorrectionEntry[] {
  const report = as<'report'>(row.data)
  const before = row.before === null ? null : as<'report'>(row.before)
  const known = new Set((before?.corrections ?? []).map((note) => JSON.stringify(note)))
  const shared = { dossier: row.dossier, report, before, revision: row.number, edition: row.edition, at: row.at }
  const corrected = (report.corrections ?? [])
    .filter((note) => !known.has(JSON.stringify(note)))
    .map((note): CorrectionEntry => ({ ...shared, verb: 'corrected', note }))
  const { retracted } = report
  if (!retracted || before?.retracted) return corrected
  return [{ ...shared, verb: 'retracted', note: retracted }, ...corrected]
}
