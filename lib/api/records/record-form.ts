import { type RecordKind, usualLocale } from '@/lib/model'
import type { RemovedForm } from './schemas'

/** A record where it stands: as it was published, by which edition, and in which dossier ('' for a publisher). */
export interface PlacedRecord {
  dossier: string
  id: string
  edition: number
  data: object
}

const folders: Partial<Record<RecordKind, string>> = {
  rule: 'rules',
  change: 'changes',
  actor: 'actors',
  report: 'reports',
}

/** The address of the page of a record, in the usual language; `root` is scheme and host. Publishers have none of their own. */
export function pageOfRecord(
  kind: RecordKind,
  { dossier, id }: { dossier: string; id: string },
  root: string,
): string | null {
  if (kind === 'dossier') return `${root}/${usualLocale}/${id}`
  const folder = folders[kind]
  return folder === undefined ? null : `${root}/${usualLocale}/${dossier}/${folder}/${id}`
}

/** What a record has always, whatever fields are asked for. */
export const alwaysThere = ['id', 'dossier', 'edition'] as const

/**
 * A record as the API gives it: its fields as in the file form with what may be left out there, the dossier and the edition that last
 * changed it, and its page. With `fields`, of these only some.
 */
export function recordForm(
  kind: RecordKind,
  { dossier, id, edition, data }: PlacedRecord,
  { root, fields }: { root: string; fields: readonly string[] | undefined },
): object {
  const page = pageOfRecord(kind, { dossier, id }, root)
  const form = { ...data, dossier: dossier === '' ? null : dossier, edition, ...(page === null ? {} : { page }) }
  if (fields === undefined) return form
  const kept = new Set<string>([...alwaysThere, ...fields])
  return Object.fromEntries(Object.entries(form).filter(([name]) => kept.has(name)))
}

/** That a record is gone, and into which it was merged or which it became, where one says so. */
export const removedForm = (
  kind: RecordKind,
  { dossier, id, edition }: Omit<PlacedRecord, 'data'>,
  mergedInto: string | undefined,
): RemovedForm => ({
  kind,
  id,
  dossier: dossier === '' ? null : dossier,
  edition,
  removed: true,
  ...(mergedInto === undefined ? {} : { mergedInto }),
})
