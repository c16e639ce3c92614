import 'server-only'
import { cache } from 'react'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { type CorrectionEntry, listCorrections } from '@/db/queries/correction'
import { listRevisionEntries } from '@/db/queries/revision'
import type { Correction, Instant, RecordKind } from '@/lib/model'
import { findDossier } from './site'

const mostNotes = 20

/** The entry of the newest edition, or of one asked for, by which a report was retracted; undefined where there is none. */
export async function findRetraction(
  dossier: string,
  report: string,
  edition?: number,
): Promise<CorrectionEntry | undefined> {
  const open = await findDossier(dossier, edition)
  const entries = await correctionsOf(open?.dossier ?? { id: dossier }, { id: report }, { edition, limit: mostNotes })
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

/** What has an id, and may have had others. */
interface Called {
  id: string
  formerly?: string[] | undefined
}

const idsOf = ({ id, formerly = [] }: Called): string[] => [id, ...formerly]

interface Asked {
  edition: number | undefined
  limit: number
}

/** The corrections of a report, the newest first, those that it or its dossier had under former ids too. */
export const correctionsOf = (dossier: Called, report: Called, asked: Asked): Promise<CorrectionEntry[]> =>
  newestOf(
    idsOf(dossier).flatMap((of) => idsOf(report).map((id) => ({ dossier: of, report: id }))),
    asked,
  )

/** The corrections in a dossier, the newest first, those that it had under former ids too; without one those of all. */
export const correctionsIn = (dossier: Called | undefined, asked: Asked): Promise<CorrectionEntry[]> =>
  newestOf(dossier ? idsOf(dossier).map((id) => ({ dossier: id })) : [{}], asked)

async function newestOf(
  places: readonly { dossier?: string; report?: string }[],
  { edition, limit }: Asked,
): Promise<CorrectionEntry[]> {
  const { db } = await database()
  const found = await Promise.all(places.map((place) => listCorrections(db, { ...place, edition, limit })))
  if (found.length === 1) return found.flat()
  return found
    .flat()
    .sort((a, b) => b.edition - a.edition)
    .slice(0, limit)
}

/** That a record was removed: when, by which edition, and why. */
export interface Removal {
  at: Instant
  edition: number
  reason: string
}

/** Whether a dossier was public, and was removed whole: all its addresses answer 410. */
export const wasDossierRemoved = async (id: string): Promise<boolean> => (await findRemoval('dossier', id, id)) !== null

/** How a record that is not public was removed; null where there never was one, or where it is public. */
export const findRemoval = cache(async (kind: RecordKind, dossier: string, id: string): Promise<Removal | null> => {
  const { db } = await database()
  const [last] = await listRevisionEntries(db, recordKey(kind, dossier, id))
  return last?.removed ? { at: last.at, edition: last.edition, reason: last.reason } : null
})
