import type { FileProblem } from '@/lib/content/document'
import { type DossierRecords, findDoubts, type Problem, validateDossier } from '@/lib/model'
import { withRecords } from '../with-records'
import { decoded, type FileParts, others } from './encoding'
import type { Unfound } from './names'
import type { CsvPlan } from './plan'
import { PositionTaker } from './positions'
import { type CsvBase, CsvReading, type CsvRecords } from './reading'
import { ReportTaker } from './reports'
import { type CsvRow, csvRows } from './rows'

/** What a CSV comes to: the records that it brings, or what keeps them from being brought. */
export type ReadCsv = {
  /** Names that no record has, with what was chosen for them. */
  unfound: Unfound[]
  hasMoreUnfound: boolean
} & (
  | { ok: true; records: CsvRecords; after: DossierRecords; warnings: FileProblem[] }
  | { ok: false; problems: FileProblem[]; isFull: boolean }
)

/** Rows after which others have their turn. */
const atOnce = 50

/**
 * Reads a CSV by its plan beside what is public; nobody waits for long meanwhile. `file` is what problems call it. Throws `CsvRefusedError`
 * for one that cannot be read to its end.
 */
export async function readCsv(
  parts: FileParts,
  { plan, base, file }: { plan: CsvPlan; base: CsvBase; file: string },
): Promise<ReadCsv> {
  const rows = csvRows(decoded(parts, plan.encoding), plan.delimiter)
  const first = await rows.next()
  const head: CsvRow = first.done ? { line: 1, cells: [] } : first.value
  const reading = new CsvReading(file, plan, base, head)
  const taken = plan.rows === 'reports' ? new ReportTaker(reading) : new PositionTaker(reading)
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    reading.rows++
    if (reading.isReadable(row)) taken.take(reading.reader(row))
    if (reading.isFull) break
    if (reading.rows % atOnce === 0) await others()
  }
  if (taken instanceof PositionTaker) taken.finish()
  const { unfound, names, problems } = reading
  const waits = unfound.some(({ choice }) => choice === '') || names.hasMore
  const told = { unfound, hasMoreUnfound: names.hasMore }
  const isWrong = () => problems.length > 0 || waits
  if (isWrong()) return { ...told, ok: false, problems, isFull: reading.isFull }
  await others()
  const records: CsvRecords = {
    sources: names.newSources,
    actors: names.newActors,
    reports: taken.reports,
    same: taken.same,
    leftOut: reading.leftOut,
    rows: reading.rows,
  }
  const { actors, reports } = records
  const after = withRecords(base.records, { ...base.records, actors, reports, rules: [], changes: [] })
  const touched = new Set([...records.reports, ...records.actors].map(({ id }) => id))
  const place = ({ kind, id, path, message }: Problem) => {
    if (kind !== 'report' || !reading.placed(id, path, message)) reading.problem(head.line, `${kind} ${id}`, message)
  }
  for (const problem of validateDossier(after, [...base.sources, ...records.sources]))
    if (touched.has(problem.id)) place(problem)
  if (isWrong()) return { ...told, ok: false, problems, isFull: reading.isFull }
  await others()
  for (const doubt of findDoubts(after)) if (touched.has(doubt.id)) place(doubt)
  return { ...told, ok: true, records, after, warnings: [...problems] }
}
