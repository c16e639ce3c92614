import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import { search, type Tx } from '@/db/dialect'
import { effects, expectations, months, positions, relations, reports } from '@/db/schema'
import {
  type AnyRecord,
  type DossierRecords,
  type RecordKind,
  type Report,
  type Source,
  standingReports,
} from '@/lib/model'
import { keyText, type RecordKey, recordKey } from '../key'
import { atEdition, open } from '../queries/at-edition'
import { searchedKinds } from '../queries/search'
import { monthsOf } from '../queries/timeline'
import { reportRows } from './report-rows'
import { inChunks } from './rows'
import { namesIn, searchText } from './search-text'

/** What an edition changed, and what then was public of the dossiers it touched. */
export interface Turn {
  edition: number
  steps: readonly { key: RecordKey; before: { data: AnyRecord } | null; next: AnyRecord | null }[]
  dossiers: readonly DossierRecords[]
  sources: readonly Source[]
  /** The revision that each record is at, by `keyText`. */
  revisions: ReadonlyMap<string, number>
}

/** Brings lists and search to an edition: what it changed ends there, and its new states begin. */
export async function writeLists(tx: Tx, turn: Turn): Promise<void> {
  const changed = new Set(turn.steps.map(({ key }) => keyText(key)))
  const gone = turn.steps
    .filter(({ next }) => next === null || ('retracted' in next && next.retracted !== undefined))
    .map(({ key }) => key)
  for (const kind of searchedKinds)
    for (const [dossier, ids] of byDossier(gone.filter((key) => key.kind === kind)))
      await endSearch(tx, { kind, dossier, ids, edition: turn.edition })
  const removed = byDossier(gone.filter(({ kind }) => kind === 'report'))
  for (const dossier of new Set([...removed.keys(), ...turn.dossiers.map((records) => records.dossier.id)])) {
    const records = turn.dossiers.find((candidate) => candidate.dossier.id === dossier)
    const written = records ? reportsToFlatten(records, turn, changed) : []
    await writeReports(tx, { dossier, records, written, removed: removed.get(dossier) ?? [], turn })
    if (records) await writeSearch(tx, records, turn, changed)
  }
}

function byDossier(keys: readonly RecordKey[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { dossier, id } of keys) ids.set(dossier, [...(ids.get(dossier) ?? []), id])
  return ids
}

/** Those that changed; all of them when the dossier's own record did, whose time zone decides on which day a report is. */
function reportsToFlatten({ dossier, reports }: DossierRecords, { steps }: Turn, changed: Set<string>): Report[] {
  const all = standingReports(reports)
  const step = steps.find(({ key }) => key.kind === 'dossier' && key.id === dossier.id)
  const before = step?.before?.data
  if (before && 'timeZone' in before && before.timeZone !== dossier.timeZone) return all
  return all.filter((report) => changed.has(keyText(recordKey('report', dossier.id, report.id))))
}

interface Writing {
  dossier: string
  records: DossierRecords | undefined
  written: Report[]
  removed: string[]
  turn: Turn
}

async function writeReports(tx: Tx, { dossier, records, written, removed, turn }: Writing): Promise<void> {
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
      const revision = revisions.get(keyText(recordKey('report', dossier, report.id))) ?? 1
      return reportRows(report, (records as DossierRecords).dossier, { edition, until: open, revision })
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
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) return
  await tx.delete(months).where(and(eq(months.dossier, dossier), gte(months.month, first), lte(months.month, last)))
  const counted = await monthsOf(tx, { dossier, filter: { from: `${first}-01`, to: `${last}-31` } })
  for (const chunk of inChunks(counted)) await tx.insert(months).values(chunk.map((row) => ({ dossier, ...row })))
}

/** Begins a new search text of what changed, and of reports that name something that did. */
async function writeSearch(tx: Tx, records: DossierRecords, turn: Turn, changed: Set<string>): Promise<void> {
  const { edition, revisions } = turn
  const dossier = records.dossier.id
  const names = namesIn(records, turn.sources)
  const has = (kind: RecordKind, id: string) => changed.has(keyText(recordKey(kind, dossier, id)))
  const namesChanged = (report: Report) =>
    has('source', report.source) ||
    [...report.effects, ...report.positions, ...report.expectations].some((remark) => has('change', remark.change)) ||
    report.positions.some((position) => has('actor', position.actor))
  const of = {
    report: standingReports(records.reports),
    rule: records.rules,
    change: records.changes,
    actor: records.actors,
  }
  for (const kind of searchedKinds) {
    const rows = of[kind].filter(
      (record) => has(kind, record.id) || (kind === 'report' && namesChanged(record as Report)),
    )
    await endSearch(tx, { kind, dossier, ids: rows.map(({ id }) => id), edition })
    for (const chunk of inChunks(rows))
      await tx.insert(search).values(
        chunk.map((record) => {
          const key = recordKey(kind, dossier, record.id)
          const revision = revisions.get(keyText(key)) ?? 1
          return { ...key, edition, until: open, revision, text: searchText(kind, record, names) }
        }),
      )
  }
}

async function endSearch(
  tx: Tx,
  { kind, dossier, ids, edition }: { kind: RecordKind; dossier: string; ids: string[]; edition: number },
): Promise<void> {
  for (const chunk of inChunks(ids))
    await tx
      .update(search)
      .set({ until: edition })
      .where(and(eq(search.kind, kind), eq(search.dossier, dossier), inArray(search.id, chunk), atEdition(search)))
}
