import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { corrections, effects, expectations, months, positions, relations, reports } from '@/db/schema'
import { type DossierRecords, discreditedReports, type Report, standingReports } from '@/lib/model'
import { keyText, type RecordKey, recordKey } from '../../key'
import { atEdition, open } from '../../queries/at-edition'
import { monthsOf } from '../../queries/timeline'
import { inChunks } from './chunks'
import { correctionRows } from './correction-rows'
import { reportRows } from './report-rows'
import { writeSearch } from './search-rows'
import type { Turn } from './turn'

/** Brings lists and search to an edition: what it changed ends there, and its new states begin. */
export async function writeLists(tx: Tx, turn: Turn): Promise<void> {
  const changed = new Set(turn.steps.map(({ key }) => keyText(key)))
  const gone = turn.steps
    .filter(({ next }) => next === null || ('retracted' in next && next.retracted !== undefined))
    .map(({ key }) => key)
  const removed = byDossier(gone.filter(({ kind }) => kind === 'report'))
  for (const dossier of new Set([...removed.keys(), ...turn.dossiers.map((records) => records.dossier.id)])) {
    const records = turn.dossiers.find((candidate) => candidate.dossier.id === dossier)
    const discredited = records ? discreditedReports(records) : new Set<string>()
    if (records) for (const id of await otherwiseListed(tx, dossier, discredited)) changed.add(reportKey(dossier, id))
    const written = records ? reportsToFlatten(records, turn, changed) : []
    await writeReports(tx, { dossier, records, written, removed: removed.get(dossier) ?? [], discredited, turn })
  }
  await writeCorrections(tx, turn)
  await writeSearch(tx, turn, { changed, gone, moved: turn.dossiers.filter((records) => hasMoved(records, turn)) })
}

const reportKey = (dossier: string, id: string): string => keyText(recordKey('report', dossier, id))

/** Reports that are listed as discredited and no longer are, or the other way round; a resolution decides it, not their own text. */
async function otherwiseListed(tx: Tx, dossier: string, discredited: ReadonlySet<string>): Promise<string[]> {
  const listed = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.dossier, dossier), atEdition(reports), eq(reports.discredited, true)))
  const before = new Set(listed.map(({ id }) => id))
  return [...[...before].filter((id) => !discredited.has(id)), ...[...discredited].filter((id) => !before.has(id))]
}

async function writeCorrections(tx: Tx, { edition, steps, revisions }: Turn): Promise<void> {
  const rows = steps.flatMap(({ key, before, next }) =>
    key.kind === 'report' && next !== null
      ? correctionRows(next as Report, (before?.data ?? null) as Report | null, {
          dossier: key.dossier,
          revision: revisions.get(keyText(key)) ?? 1,
          edition,
        })
      : [],
  )
  for (const chunk of inChunks(rows)) await tx.insert(corrections).values(chunk)
}

function byDossier(keys: readonly RecordKey[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { dossier, id } of keys) {
    const own = ids.get(dossier)
    if (own) own.push(id)
    else ids.set(dossier, [id])
  }
  return ids
}

/** Those that changed; all of them when the days of the dossier are others now. */
function reportsToFlatten(records: DossierRecords, turn: Turn, changed: Set<string>): Report[] {
  const all = standingReports(records.reports)
  if (hasMoved(records, turn)) return all
  return all.filter((report) => changed.has(reportKey(records.dossier.id, report.id)))
}

/** Whether the dossier's time zone is another, which decides on which day a report is. */
function hasMoved({ dossier }: DossierRecords, { steps }: Turn): boolean {
  const before = steps.find(({ key }) => key.kind === 'dossier' && key.id === dossier.id)?.before?.data
  return before !== undefined && 'timeZone' in before && before.timeZone !== dossier.timeZone
}

interface Writing {
  dossier: string
  records: DossierRecords | undefined
  written: Report[]
  removed: string[]
  discredited: ReadonlySet<string>
  turn: Turn
}

async function writeReports(tx: Tx, { dossier, records, written, removed, discredited, turn }: Writing): Promise<void> {
  const { edition, revisions } = turn
  const touched = new Set<string>()
  for (const chunk of inChunks([...removed, ...written.map(({ id }) => id)])) {
    const ended = await tx
      .update(reports)
      .set({ until: edition })
      .where(and(eq(reports.dossier, dossier), inArray(reports.id, chunk), atEdition(reports)))
      .returning({ day: reports.day })
    for (const { day } of ended) touched.add(day.slice(0, 7))
  }
  for (const chunk of records ? inChunks(written) : []) {
    const rows = chunk.map((report) => {
      return reportRows(report, (records as DossierRecords).dossier, {
        edition,
        until: open,
        revision: revisions.get(reportKey(dossier, report.id)) ?? 1,
        discredited: discredited.has(report.id),
      })
    })
    for (const { day } of rows.flatMap((row) => row.reports)) touched.add(day.slice(0, 7))
    await tx.insert(reports).values(rows.flatMap((row) => row.reports))
    for (const part of inChunks(rows.flatMap((row) => row.effects))) await tx.insert(effects).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.positions))) await tx.insert(positions).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.expectations))) await tx.insert(expectations).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.relations))) await tx.insert(relations).values(part)
  }
  await countMonths(tx, dossier, [...touched].sort())
}

async function countMonths(tx: Tx, dossier: string, touched: string[]): Promise<void> {
  // Before its months stands the year itself, of reports that name no month.
  const [first, last] = [touched[0]?.slice(0, 4), touched.at(-1)]
  if (first === undefined || last === undefined) return
  await tx.delete(months).where(and(eq(months.dossier, dossier), gte(months.month, first), lte(months.month, last)))
  const counted = await monthsOf(tx, { dossier, filter: { from: `${first}-01-01`, to: `${last}-31` } })
  for (const chunk of inChunks(counted)) await tx.insert(months).values(chunk.map((row) => ({ dossier, ...row })))
}
