import { and, desc, eq, exists, inArray, or, sql } from 'drizzle-orm'
import { type Db, prepared } from '@/db/dialect'
import { relations, reports, revisions } from '@/db/schema'
import type { Report } from '@/lib/model'
import { ofIdsAtEdition } from './at-edition'
import { keep } from './keep'
import { as } from './record'
import { isRevision } from './revision'

interface At {
  /** As they were public at this edition; left out: as they are now. */
  edition?: number | undefined
}

/** Reports that name this one as related or are named by it, newest first. */
export async function relatedReports(db: Db, dossier: string, id: string, { edition }: At = {}): Promise<Report[]> {
  const query = keep(db, edition === undefined ? 'related_reports' : 'related_reports_at', (whole) => {
    const { placeholder } = sql
    const asked = {
      dossier: placeholder('dossier'),
      id: placeholder('id'),
      edition: edition === undefined ? undefined : placeholder('edition'),
    }
    const named = db
      .select({ id: relations.related })
      .from(relations)
      .innerJoin(
        reports,
        and(
          eq(reports.dossier, relations.dossier),
          eq(reports.id, relations.report),
          eq(reports.edition, relations.edition),
        ),
      )
      .where(
        and(
          eq(relations.dossier, asked.dossier),
          eq(relations.report, asked.id),
          ofIdsAtEdition(reports, asked.edition),
        ),
      )
    const mayName = db
      .select({ id: relations.report })
      .from(relations)
      .where(and(eq(relations.dossier, asked.dossier), eq(relations.related, asked.id)))
    const naming = db
      .select({ id: relations.report })
      .from(relations)
      .where(
        and(
          eq(relations.dossier, reports.dossier),
          eq(relations.report, reports.id),
          eq(relations.edition, reports.edition),
          eq(relations.related, asked.id),
        ),
      )
    const found = db
      .select({ data: revisions.data })
      .from(reports)
      .innerJoin(
        revisions,
        isRevision({ kind: 'report', dossier: reports.dossier, id: reports.id, number: reports.revision }),
      )
      .where(
        and(
          eq(reports.dossier, asked.dossier),
          inArray(reports.id, mayName.unionAll(named)),
          ofIdsAtEdition(reports, asked.edition),
          or(exists(naming), inArray(reports.id, named)),
        ),
      )
      .orderBy(desc(reports.day), desc(reports.id))
    return prepared(found, whole)
  })
  const rows = await query.execute({ dossier, id, edition })
  return rows.map((row) => as<'report'>(row.data))
}
