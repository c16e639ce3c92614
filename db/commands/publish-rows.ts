import { and, eq, inArray, sql } from 'drizzle-orm'
import { search, type Tx } from '@/db/dialect'
import { effects, expectations, positions, records, relations, reports, revisions } from '@/db/schema'
import type { DossierRecords, Report } from '@/lib/model'
import { keyText, recordKey } from '../key'
import { searchedKinds } from '../queries/search'
import type { Plan, Step } from './publish-plan'
import { reportRows } from './report-rows'
import { inChunks } from './rows'
import { namesIn, searchText } from './search-text'

/** Writes the published rows and the revisions of a plan; the edition's own row is there already. */
export async function writePlan(
  tx: Tx,
  plan: Plan,
  { edition, by, at, reason }: { edition: number; by: string; at: string; reason: string },
): Promise<void> {
  for (const chunk of inChunks(plan.steps))
    await tx.insert(revisions).values(
      chunk.map(({ key, revision, ord, next }) => ({
        ...key,
        number: revision,
        edition,
        ord,
        data: next,
        by,
        at,
        reason,
      })),
    )
  await writeRecords(tx, plan, edition)
  const changed = new Set(plan.steps.map(({ key }) => keyText(key)))
  await removeReports(tx, plan.steps)
  for (const dossier of plan.dossiers) {
    await writeReports(tx, dossier, reportsToFlatten(dossier, plan.steps, changed), edition)
    await writeSearch(tx, dossier, plan, changed)
  }
}

async function writeRecords(tx: Tx, { steps, moved }: Plan, edition: number): Promise<void> {
  const written = steps.flatMap(({ key, revision, ord, next }) =>
    next ? [{ ...key, revision, edition, ord, data: next }] : [],
  )
  for (const chunk of inChunks(written))
    await tx
      .insert(records)
      .values(chunk)
      .onConflictDoUpdate({
        target: [records.kind, records.dossier, records.id],
        set: {
          revision: sql`excluded.revision`,
          edition: sql`excluded.edition`,
          ord: sql`excluded.ord`,
          data: sql`excluded.data`,
        },
      })
  for (const { key } of steps.filter((step) => step.next === null)) {
    await tx
      .delete(records)
      .where(and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id)))
    await tx
      .delete(search)
      .where(and(eq(search.kind, key.kind), eq(search.dossier, key.dossier), eq(search.id, key.id)))
  }
  for (const { key, ord } of moved)
    await tx
      .update(records)
      .set({ ord })
      .where(and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id)))
}

async function removeReports(tx: Tx, steps: Step[]): Promise<void> {
  for (const { key, next } of steps)
    if (key.kind === 'report' && next === null)
      await tx.delete(reports).where(and(eq(reports.dossier, key.dossier), eq(reports.id, key.id)))
}

/** Those that changed; all of them when the dossier's own record did, whose time zone decides on which day a report is. */
function reportsToFlatten({ dossier, reports: all }: DossierRecords, steps: Step[], changed: Set<string>): Report[] {
  const step = steps.find(({ key }) => key.kind === 'dossier' && key.id === dossier.id)
  const before = step?.before?.data
  if (before && 'timeZone' in before && before.timeZone !== dossier.timeZone) return all
  return all.filter((report) => changed.has(keyText(recordKey('report', dossier.id, report.id))))
}

async function writeReports(tx: Tx, { dossier }: DossierRecords, written: Report[], edition: number): Promise<void> {
  for (const chunk of inChunks(written)) {
    const rows = chunk.map((report) => reportRows(report, dossier, edition))
    const ids = chunk.map((report) => report.id)
    await tx.delete(reports).where(and(eq(reports.dossier, dossier.id), inArray(reports.id, ids)))
    await tx.insert(reports).values(rows.flatMap((row) => row.reports))
    for (const part of inChunks(rows.flatMap((row) => row.effects))) await tx.insert(effects).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.positions))) await tx.insert(positions).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.expectations))) await tx.insert(expectations).values(part)
    for (const part of inChunks(rows.flatMap((row) => row.relations))) await tx.insert(relations).values(part)
  }
}

/** Rewrites the search text of what changed, and of reports that name something that did. */
async function writeSearch(tx: Tx, records: DossierRecords, plan: Plan, changed: Set<string>): Promise<void> {
  const id = records.dossier.id
  const names = namesIn(records, plan.sources)
  const has = (kind: Step['key']['kind'], record: string) => changed.has(keyText(recordKey(kind, id, record)))
  const namesChanged = (report: Report) =>
    has('source', report.source) ||
    [...report.effects, ...report.positions, ...report.expectations].some((remark) => has('change', remark.change)) ||
    report.positions.some((position) => has('actor', position.actor))
  const of = { report: records.reports, rule: records.rules, change: records.changes, actor: records.actors }
  const rows = searchedKinds.flatMap((kind) =>
    of[kind]
      .filter((record) => has(kind, record.id) || (kind === 'report' && namesChanged(record as Report)))
      .map((record) => ({ kind, dossier: id, id: record.id, text: searchText(kind, record, names) })),
  )
  for (const chunk of inChunks(rows))
    await tx
      .insert(search)
      .values(chunk)
      .onConflictDoUpdate({ target: [search.kind, search.dossier, search.id], set: { text: sql`excluded.text` } })
}
