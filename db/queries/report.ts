import { and, asc, desc, eq, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type Db, prepared } from '@/db/dialect'
import { positions, relations, reports, revisions } from '@/db/schema'
import type { Report } from '@/lib/model'
import { atEdition } from './at-edition'
import { keep } from './keep'
import { as } from './record'
import { isRevision } from './revision'

interface At {
  /** As they were public at this edition; left out: as they are now. */
  edition?: number | undefined
}

/** Reports that name this one as related or are named by it, newest first. */
export function relatedReports(db: Db, dossier: string, id: string, { edition }: At = {}): Promise<Report[]> {
  const which = (asked: Asked) => {
    const naming = db
      .select({ id: relations.report, edition: relations.edition })
      .from(relations)
      .where(and(eq(relations.dossier, asked.dossier), eq(relations.related, asked.id)))
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
        and(eq(relations.dossier, asked.dossier), eq(relations.report, asked.id), atEdition(reports, asked.edition)),
      )
    return or(sql`(${reports.id}, ${reports.edition}) IN ${naming}`, inArray(reports.id, named))
  }
  return select(db, 'related_reports', which, { dossier, id, edition }, desc)
}

/** Reports that carry a position on the change, or of the actor, or both; oldest first: stances change. */
export function reportsWithPositions(
  db: Db,
  dossier: string,
  { change, actor, edition }: At & { change?: string; actor?: string },
): Promise<Report[]> {
  const which = (asked: Asked) => {
    const carrying = db
      .select({ id: positions.report, edition: positions.edition })
      .from(positions)
      .where(
        and(
          eq(positions.dossier, asked.dossier),
          change === undefined ? undefined : eq(positions.change, asked.change),
          actor === undefined ? undefined : eq(positions.actor, asked.actor),
        ),
      )
    return sql`(${reports.id}, ${reports.edition}) IN ${carrying}`
  }
  return select(db, 'reports_with_positions', which, { dossier, change, actor, edition }, asc)
}

const { placeholder } = sql
const asked = {
  dossier: placeholder('dossier'),
  id: placeholder('id'),
  change: placeholder('change'),
  actor: placeholder('actor'),
}
type Asked = typeof asked & { edition: Placeholder | undefined }

/** The query is made ready once for each set of values that are given. */
async function select(
  db: Db,
  name: string,
  which: (asked: Asked) => SQL | undefined,
  values: At & { dossier: string; [Name: string]: string | number | undefined },
  order: typeof asc,
): Promise<Report[]> {
  const given = Object.keys(values).filter((value) => values[value] !== undefined)
  const query = keep(db, [name, ...given].join('_'), (whole) => {
    const edition = values.edition === undefined ? undefined : placeholder('edition')
    const found = db
      .select({ data: revisions.data })
      .from(reports)
      .innerJoin(
        revisions,
        isRevision({ kind: 'report', dossier: reports.dossier, id: reports.id, number: reports.revision }),
      )
      .where(and(eq(reports.dossier, asked.dossier), atEdition(reports, edition), which({ ...asked, edition })))
      .orderBy(order(reports.day), order(reports.id))
    return prepared(found, whole)
  })
  const rows = await query.execute(values)
  return rows.map((row) => as<'report'>(row.data))
}
