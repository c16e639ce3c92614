import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { corrections, effects, expectations, months, positions, relations, reports, subjects } from '@/db/schema'
import { type DossierRecords, discreditedReports, type Report, reportsNamed, standingReports } from '@/lib/model'
import { inChunks } from '../../chunks'
import { keyText, type RecordKey, recordKey } from '../../key'
import { atEdition, ofIdsAtEdition, open } from '../../queries/at-edition'
import { monthsOf } from '../../queries/timeline'
import { broughtBy, Changed, revisionsOf } from './changed'
import { correctionRows } from './correction-rows'
import { insertRows } from './insert-rows'
import { NewIds } from './new-ids'
import { reportRows } from './report-rows'
import { writeSearch } from './search-rows'
import type { Turn } from './turn'

/** Brings lists and search to an edition: what it changed ends there, and its new states begin. */
export async function writeLists(tx: Tx, turn: Turn): Promise<void> {
  const changed = new Changed()
  for (const { key } of turn.steps) changed.add(key)
  const gone = turn.steps
    .filter(({ next }) => next === null || ('retracted' in next && next.retracted !== undefined))
    .map(({ key }) => key)
  const removed = byDossier(gone.filter(({ kind }) => kind === 'report'))
  for (const dossier of new Set([...removed.keys(), ...turn.dossiers.map((records) => records.dossier.id)])) {
    const records = turn.dossiers.find((candidate) => candidate.dossier.id === dossier)
    const discredited = records ? discreditedReports(records) : new Set<string>()
    if (records) {
      const before = turn.before?.get(dossier)
      const listed = before ? discreditedReports(before) : await listedDiscredited(tx, dossier)
      for (const id of otherwiseListed(listed, discredited)) changed.add(recordKey('report', dossier, id))
    }
    const written = records ? reportsToFlatten(records, turn, changed) : []
    await writeReports(tx, { dossier, records, written, removed: removed.get(dossier) ?? [], discredited, turn })
  }
  await writeCorrections(tx, turn)
  await writeSearch(tx, turn, { changed, gone, moved: turn.dossiers.filter((records) => hasMoved(records, turn)) })
}

/** Reports that are listed as discredited and no longer are, or the other way round; a resolution decides it, not their own text. */
const otherwiseListed = (before: ReadonlySet<string>, after: ReadonlySet<string>): string[] => [
  ...[...before].filter((id) => !after.has(id)),
  ...[...after].filter((id) => !before.has(id)),
]

async function listedDiscredited(tx: Tx, dossier: string): Promise<ReadonlySet<string>> {
  const listed = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.dossier, dossier), atEdition(reports), eq(reports.discredited, true)))
  return new Set(listed.map(({ id }) => id))
}

async function writeCorrections(tx: Tx, { edition, steps, revisions }: Turn): Promise<void> {
  const ids = new NewIds(steps)
  const rows = steps.flatMap((step) => {
    const { key, next } = step
    if (key.kind !== 'report' || next === null) return []
    const before = ids.before(step) as Report | null
    // What only stands in a dossier with another id is the very same.
    if (before === next) return []
    const state = { dossier: key.dossier, revision: revisions.get(keyText(key)) ?? 1, edition }
    return correctionRows(next as Report, before, state)
  })
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
function reportsToFlatten(records: DossierRecords, turn: Turn, changed: Changed): Report[] {
  if (hasMoved(records, turn)) return standingReports(records.reports)
  return standingReports(reportsNamed(records.reports, changed.of('report', records.dossier.id)))
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
  const { edition } = turn
  const touched = new Set<string>()
  const revisions = await revisionsOf(tx, turn, { kind: 'report', dossier, ids: written.map(({ id }) => id) })
  const brought = broughtBy(turn)
  const there = written.flatMap(({ id }) => (brought.has(keyText(recordKey('report', dossier, id))) ? [] : [id]))
  for (const chunk of inChunks([...removed, ...there])) {
    const ended = await tx
      .update(reports)
      .set({ until: edition })
      .where(and(eq(reports.dossier, dossier), inArray(reports.id, chunk), ofIdsAtEdition(reports)))
      .returning({ day: reports.day })
    await tx
      .update(subjects)
      .set({ until: edition })
      .where(and(eq(subjects.dossier, dossier), inArray(subjects.report, chunk), sql`+${subjects.until} = ${open}`))
    for (const { day } of ended) touched.add(day.slice(0, 7))
  }
  for (const chunk of records ? inChunks(written) : []) {
    const rows = chunk.map((report) => {
      return reportRows(report, (records as DossierRecords).dossier, {
        edition,
        until: open,
        revision: revisions.get(report.id) ?? 1,
        discredited: discredited.has(report.id),
      })
    })
    for (const { day } of rows.flatMap((row) => row.reports)) touched.add(day.slice(0, 7))
    await insertRows(
      tx,
      reports,
      rows.flatMap((row) => row.reports),
    )
    await insertRows(
      tx,
      effects,
      rows.flatMap((row) => row.effects),
    )
    await insertRows(
      tx,
      positions,
      rows.flatMap((row) => row.positions),
    )
    await insertRows(
      tx,
      expectations,
      rows.flatMap((row) => row.expectations),
    )
    await insertRows(
      tx,
      relations,
      rows.flatMap((row) => row.relations),
    )
    await insertRows(
      tx,
      subjects,
      rows.flatMap((row) => row.subjects),
    )
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
