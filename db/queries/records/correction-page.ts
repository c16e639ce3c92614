import { type AnyColumn, and, asc, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { byReason, corrections, revisions } from '@/db/schema'
import type { PlacedCorrection } from '@/lib/bulk/tables/publishing'
import { instantDay } from '@/lib/words/dates'
import { atMost } from '../limit'
import { as } from '../record'
import { isRevision } from '../revision'

/** Where a page of corrections ends. */
export type CorrectionPlace = Pick<PlacedCorrection, 'dossier' | 'report' | 'revision' | 'verb'> & { stored: number }

/**
 * Corrections and retractions that came with editions up to one, by their key, from behind a place on: of one dossier or of all. One walk
 * along the key. Each with its place in the walk.
 */
export async function listCorrectionPage(
  db: Db,
  {
    dossier,
    edition,
    behind,
    limit,
  }: { dossier?: string | undefined; edition: number; behind: CorrectionPlace | null; limit: number },
): Promise<(PlacedCorrection & CorrectionPlace)[]> {
  const page = db
    .select()
    .from(corrections)
    .where(
      and(
        dossier === undefined ? undefined : eq(corrections.dossier, dossier),
        lte(corrections.edition, edition),
        behind === null ? undefined : isBehind(behind),
      ),
    )
    .orderBy(...keyOf(corrections))
    .limit(atMost(limit))
    .as('page')
  const rows = await db
    .select({
      ...{
        dossier: page.dossier,
        report: page.report,
        revision: page.revision,
        verb: page.verb,
        edition: page.edition,
      },
      ...{ stored: page.position, at: revisions.at, reason: revisions.reason, data: revisions.data },
    })
    .from(page)
    .leftJoin(revisions, isRevision({ kind: 'report', dossier: page.dossier, id: page.report, number: page.revision }))
    .orderBy(...keyOf(page))
  return rows.map(({ at, reason, data, ...row }) => {
    const report = as<'report'>(data ?? {})
    const own = row.verb === 'retracted' ? report.retracted : report.corrections?.[row.stored]
    const instead = { on: instantDay(at ?? ''), note: reason ?? '' }
    const note = row.stored === byReason ? instead : (own ?? instead)
    return { ...row, position: Math.max(row.stored, 0), at: at ?? '', note }
  })
}

type Keyed = 'dossier' | 'report' | 'revision' | 'verb' | 'position'
const keyOf = ({ dossier, report, revision, verb, position }: { [Name in Keyed]: AnyColumn }) =>
  [dossier, report, revision, verb, position].map((one) => asc(one))

const isBehind = ({ dossier, report, revision, verb, stored }: CorrectionPlace): SQL =>
  sql`(${corrections.dossier}, ${corrections.report}, ${corrections.revision}, ${corrections.verb}, ${corrections.position}) > (${dossier}, ${report}, ${revision}, ${verb}, ${stored})`
