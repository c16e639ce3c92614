import 'server-only'
import { database } from '@/db/client'
import { type CorrectionEntry, listCorrections } from '@/db/queries/correction'
import type { Correction } from '@/lib/model'
import { findDossier } from './site'

const mostNotes = 20

/** The entry of the newest edition, or of one asked for, by which a report was retracted; undefined where there is none. */
export async function findRetraction(
  dossier: string,
  report: string,
  edition?: number,
): Promise<CorrectionEntry | undefined> {
  const { db } = await database()
  const entries = await listCorrections(db, { dossier, report, edition, limit: mostNotes })
  return entries.find(({ verb }) => verb === 'retracted')
}

/** A note of retraction, and the edition that brought it, where that is known. */
export interface Withdrawal {
  note: Correction
  edition: number | undefined
}

/** How a report has been retracted by now; null where it stands, or where there is no such report. */
export async function findWithdrawal(dossier: string, report: string): Promise<Withdrawal | null> {
  const now = await findDossier(dossier)
  const note = now?.compiled.records.reports.find(({ id }) => id === report)?.retracted
  return note ? { note, edition: (await findRetraction(dossier, report))?.edition } : null
}
