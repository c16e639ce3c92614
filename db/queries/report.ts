import { and, asc, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { positions, records, relations, reports } from '@/db/schema'
import type { Report } from '@/lib/model'
import { as } from './record'

/** Reports that name this one as related or are named by it, newest first. */
export async function relatedReports(db: Db, dossier: string, id: string): Promise<Report[]> {
  const naming = db
    .select({ id: relations.report })
    .from(relations)
    .where(of(dossier, eq(relations.related, id)))
  const named = db
    .select({ id: relations.related })
    .from(relations)
    .where(of(dossier, eq(relations.report, id)))
  return select(db, dossier, or(inArray(reports.id, naming), inArray(reports.id, named)), desc)
}

const of = (dossier: string, where: SQL) => and(eq(relations.dossier, dossier), where)

/** Reports that carry a position on the change, or of the actor, or both; oldest first: stances change. */
export async function reportsWithPositions(
  db: Db,
  dossier: string,
  { change, actor }: { change?: string; actor?: string },
): Promise<Report[]> {
  const carrying = db
    .select({ id: positions.report })
    .from(positions)
    .where(
      and(
        eq(positions.dossier, dossier),
        change === undefined ? undefined : eq(positions.change, change),
        actor === undefined ? undefined : eq(positions.actor, actor),
      ),
    )
  return select(db, dossier, inArray(reports.id, carrying), asc)
}

async function select(db: Db, dossier: string, where: SQL | undefined, order: typeof asc): Promise<Report[]> {
  const rows = await db
    .select({ data: records.data })
    .from(reports)
    .innerJoin(
      records,
      and(eq(records.kind, 'report'), eq(records.dossier, reports.dossier), eq(records.id, reports.id)),
    )
    .where(and(eq(reports.dossier, dossier), where))
    .orderBy(order(reports.day), order(reports.id))
  return rows.map((row) => as<'report'>(row.data))
}
