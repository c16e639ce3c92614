import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { corrections, drafts, records } from '@/db/schema'
import { mostBytes, type Report } from '@/lib/model'
import { atMost } from '../limit'
import { as } from '../record'
import { formerDossiers } from '../records/former-dossier'

/** A report that is public as a note only: it was retracted. */
export interface RetractedReport {
  dossier: string
  report: Report
  edition: number
}

/** Retracted reports, those changed last first; of one dossier or, with null, of all. Order of time: all that ever were. */
export async function listRetracted(
  db: Db,
  { dossier, limit }: { dossier: string | null; limit: number },
): Promise<RetractedReport[]> {
  // What was retracted in a dossier that had another id then stands in it now.
  const former = [...(await formerDossiers(db))]
  const present = former.reduce<SQL<string>>(
    (so, [from, to]) => sql`CASE WHEN ${corrections.dossier} = ${from} THEN ${to} ELSE ${so} END`,
    sql<string>`${corrections.dossier}`,
  )
  const ids = former.flatMap(([from, to]) => (to === dossier ? [from] : []))
  const once = db
    .selectDistinct({ dossier: present.as('present'), report: corrections.report })
    .from(corrections)
    .where(
      and(
        eq(corrections.verb, 'retracted'),
        dossier === null ? undefined : inArray(corrections.dossier, [dossier, ...ids]),
      ),
    )
    .as('once')
  // LEFT keeps the planner to this order: with an inner join it may read every record instead.
  const rows = await db
    .select({ dossier: once.dossier, data: records.data, edition: records.edition })
    .from(once)
    .leftJoin(records, and(eq(records.kind, 'report'), eq(records.dossier, once.dossier), eq(records.id, once.report)))
    .orderBy(desc(records.edition), asc(once.dossier), once.report)
  return rows
    .flatMap(({ dossier: of, data, edition }) =>
      data === null || edition === null ? [] : [{ dossier: of, report: as<'report'>(data), edition }],
    )
    .filter(({ report }) => report.retracted !== undefined)
    .slice(0, limit)
}

/** A draft of a report with its text, which may be no report yet. */
export interface ReportDraft {
  id: string
  dossier: string
  recordId: string
  title: string
  author: string
  state: string
  data: unknown
}

/** Open drafts of reports, those touched last first; those larger than a report may be come without their text. */
export async function listReportDrafts(
  db: Db,
  { dossier, limit }: { dossier: string | null; limit: number },
): Promise<ReportDraft[]> {
  const entries = await db
    .select({
      id: drafts.id,
      dossier: drafts.dossier,
      recordId: drafts.recordId,
      title: drafts.title,
      author: drafts.author,
      state: drafts.state,
      bytes: drafts.bytes,
    })
    .from(drafts)
    .where(and(eq(drafts.kind, 'report'), dossier === null ? undefined : eq(drafts.dossier, dossier)))
    .orderBy(desc(drafts.updatedAt), drafts.id)
    .limit(atMost(limit))
  const small = entries.filter(({ bytes }) => bytes <= mostBytes('report')).map(({ id }) => id)
  const texts =
    small.length === 0
      ? []
      : await db.select({ id: drafts.id, data: drafts.data }).from(drafts).where(inArray(drafts.id, small))
  const dataOf = new Map(texts.map(({ id, data }) => [id, data]))
  return entries.map(({ bytes: _, ...entry }) => ({
    ...entry,
    title: entry.title || entry.recordId,
    data: dataOf.get(entry.id) ?? null,
  }))
}
