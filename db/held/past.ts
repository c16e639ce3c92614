import { and, eq, gt, min, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { DossierRecords } from '@/lib/model'
import { currentEditionNumber } from '../queries/edition'
import { as } from '../queries/record'
import { recordsAtEdition } from '../queries/revision'
import type { PlacedChange } from './form'
import { besidesReports } from './held'
import { heldOf } from './of-process'

/**
 * A dossier as it was public at an earlier edition, its reports by their ids; null when it was not. It is what is held now but for what
 * has changed since, so that it costs no more than that, and shares all that stayed.
 */
export async function dossierAt(db: Db, dossier: string, edition: number): Promise<DossierRecords | null> {
  const now = await heldOf(db).at(db, dossier, await currentEditionNumber(db))
  // Asked for after the form was read: what an edition since has changed as well is taken back too.
  const reports = await reportsBefore(db, dossier, edition)
  const others = await recordsAtEdition(db, dossier, edition, besidesReports)
  const placed = others.map(({ kind, id, number, ord, data }) => ({
    key: { kind, dossier, id },
    revision: number,
    ord,
    data: as<typeof kind>(data),
  }))
  return now.withOthers(placed).with(reports).records
}

/** Of the reports that an edition after this one changed, what they were at this one. */
async function reportsBefore(db: Db, dossier: string, edition: number): Promise<PlacedChange[]> {
  const isReport = and(eq(revisions.dossier, dossier), eq(revisions.kind, 'report'))
  const next = db
    .select({ id: revisions.id, number: min(revisions.number).as('next') })
    .from(revisions)
    .where(and(isReport, gt(revisions.edition, edition)))
    .groupBy(revisions.id)
    .as('next')
  const rows = await db
    .select({ id: next.id, number: revisions.number, ord: revisions.ord, data: revisions.data })
    .from(next)
    .leftJoin(revisions, and(isReport, eq(revisions.id, next.id), eq(revisions.number, sql`${next.number} - 1`)))
  return rows.map(({ id, number, ord, data }) => ({
    key: { kind: 'report', dossier, id },
    revision: number ?? 0,
    ord: ord ?? 0,
    data: data === null ? null : as<'report'>(data),
  }))
}
