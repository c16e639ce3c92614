import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { positions, relations, reports, revisions } from '@/db/schema'
import type { Report } from '@/lib/model'
import { atEdition } from './at-edition'
import { as } from './record'

interface At {
  /** As they were public at this edition; left out: as they are now. */
  edition?: number | undefined
}

/** Reports that name this one as related or are named by it, newest first. */
export async function relatedReports(db: Db, dossier: string, id: string, at: At = {}): Promise<Report[]> {
  const naming = db
    .select({ id: relations.report, edition: relations.edition })
    .from(relations)
    .where(and(eq(relations.dossier, dossier), eq(relations.related, id)))
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
    .where(and(eq(relations.dossier, dossier), eq(relations.report, id), atEdition(reports, at.edition)))
  const either = or(sql`(${reports.id}, ${reports.edition}) IN ${naming}`, inArray(reports.id, named))
  return select(db, dossier, at, either, desc)
}

/** Reports that carry a position on the change, or of the actor, or both; oldest first: stances change. */
export async function reportsWithPositions(
  db: Db,
  dossier: string,
  { change, actor, ...at }: At & { change?: string; actor?: string },
): Promise<Report[]> {
  const carrying = db
    .select({ id: positions.report, edition: positions.edition })
    .from(positions)
    .where(
      and(
        eq(positions.dossier, dossier),
        change === undefined ? undefined : eq(positions.change, change),
        actor === undefined ? undefined : eq(positions.actor, actor),
      ),
    )
  return select(db, dossier, at, sql`(${reports.id}, ${reports.edition}) IN ${carrying}`, asc)
}

async function select(
  db: Db,
  dossier: string,
  { edition }: At,
  where: SQL | undefined,
  order: typeof asc,
): Promise<Report[]> {
  const rows = await db
    .select({ data: revisions.data })
    .from(reports)
    .innerJoin(
      revisions,
      and(
        eq(revisions.kind, 'report'),
        eq(revisions.dossier, reports.dossier),
        eq(revisions.id, reports.id),
        eq(revisions.number, reports.revision),
      ),
    )
    .where(and(eq(reports.dossier, dossier), atEdition(reports, edition), where))
    .orderBy(order(reports.day), order(reports.id))
  return rows.map((row) => as<'report'>(row.data))
}
