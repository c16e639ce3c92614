import 'server-only'
import { findDossier } from '@/app/_server/site'
import type { Db } from '@/db/client'
import { recordKey } from '@/db/key'
import { currentEditionNumber } from '@/db/queries/edition'
import { type ImportedRecord, type ImportPreview, previewImport } from '@/db/queries/porting/differences'
import { readUpload, type Upload, uploadPartsOf } from '@/db/queries/porting/upload'
import { type ContentTree, type FileProblem, readContent } from '@/lib/content'
import type { AnyRecord, RecordKind } from '@/lib/model'
import type { Unfound } from '@/lib/porting/csv/names'
import type { CsvPlan } from '@/lib/porting/csv/plan'
import { readCsv } from '@/lib/porting/csv/read'
import { CsvRefusedError } from '@/lib/porting/csv/rows'
import { withUnpacked, ZipRefusedError } from '@/lib/porting/unpack'

/** What the rows of a CSV name that no record has, and how many of them are left out. */
export interface TableFindings {
  unfound: Unfound[]
  hasMoreUnfound: boolean
  leftOut: number
}

/** What a file that was sent holds, beside the edition at which it was read: content, or why it cannot be imported. */
export type OpenedUpload = { table?: TableFindings } & (
  | { ok: true; edition: number; content: ContentTree; preview: ImportPreview; warnings: FileProblem[]; doubts: number }
  | { ok: false; problems: FileProblem[]; isCut?: boolean }
  | { ok: false; refusal: ZipRefusedError | CsvRefusedError }
  | { ok: false; gone: 'dossier' }
)

/** Reads a file that waits: a zip as `check` reads a folder, a CSV by its plan. */
export async function openUpload(db: Db, { id, name, plan }: Upload): Promise<OpenedUpload> {
  try {
    return plan ? await openTable(db, { id, name, plan }) : await openZip(db, id)
  } catch (error) {
    if (!(error instanceof ZipRefusedError || error instanceof CsvRefusedError)) throw error
    return { ok: false, refusal: error }
  }
}

async function openZip(db: Db, id: string): Promise<OpenedUpload> {
  // Read first: what is published after it makes the form say that another edition is public.
  const edition = await currentEditionNumber(db)
  const read = await withUnpacked(await readUpload(db, id), readContent)
  return read.ok ? { ...read, edition, preview: await previewImport(db, read.content) } : read
}

async function openTable(
  db: Db,
  { id, name, plan }: Pick<Upload, 'id' | 'name'> & { plan: CsvPlan },
): Promise<OpenedUpload> {
  const open = await findDossier(plan.dossier)
  if (!open) return { ok: false, gone: 'dossier' }
  const { records } = open.compiled
  const base = { records, sources: [...open.sources.values()] }
  const read = await readCsv(uploadPartsOf(db, id), { plan, base, file: name })
  const { unfound, hasMoreUnfound } = read
  if (!read.ok) {
    const table = { unfound, hasMoreUnfound, leftOut: 0 }
    return { ok: false, table, problems: read.problems, isCut: read.isFull }
  }
  const { sources, actors, reports, same, leftOut } = read.records
  const before = new Map(records.reports.map((report) => [report.id, report]))
  const listed = (kind: RecordKind, all: readonly AnyRecord[], dossier = plan.dossier): ImportedRecord[] =>
    all.map((after) => ({
      key: recordKey(kind, dossier, after.id),
      before: (kind === 'report' && before.get(after.id)) || null,
      after,
    }))
  return {
    ok: true,
    table: { unfound, hasMoreUnfound, leftOut },
    edition: open.edition.number,
    content: { sources, dossiers: [{ dossier: records.dossier, rules: [], changes: [], actors, reports }] },
    preview: {
      changes: [...listed('source', sources, ''), ...listed('actor', actors), ...listed('report', reports)],
      same,
    },
    warnings: read.warnings,
    doubts: read.warnings.length,
  }
}
