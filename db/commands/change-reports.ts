import type { Tx } from '@/db/dialect'
import { isSameRecord, type Report } from '@/lib/model'
import { type RecordKey, recordKey } from '../key'
import { findRecord } from '../queries/record'
import { writeAudit } from './audit'
import { saveDraft } from './draft'
import { DraftsInTheWayError } from './errors'

/** What became of reports that were to be changed alike. */
export interface ChangedReports {
  /** Drafts that change them, in the order asked for. */
  drafts: string[]
  /** Ids of those that say so already, and of those that are not public. */
  same: string[]
  gone: string[]
}

/**
 * Makes a draft of each of these public reports, changed by `change`, all in one write; one's own draft that says the same
 * goes along. Nothing is public before they are published. Throws `DraftsInTheWayError`, and then nothing is made.
 */
export async function changeReports(
  tx: Tx,
  {
    dossier,
    reports,
    change,
    by,
    at,
    note,
  }: {
    dossier: string
    reports: readonly string[]
    /** Calls nothing of the database. */
    change: (report: Report) => Report
    by: string
    at: string
    note: string
  },
): Promise<ChangedReports> {
  const changed: ChangedReports = { drafts: [], same: [], gone: [] }
  const inTheWay: RecordKey[] = []
  for (const id of new Set(reports)) {
    const key = recordKey('report', dossier, id)
    const published = await findRecord(tx, key)
    if (!published) {
      changed.gone.push(id)
      continue
    }
    const data = change(published.record)
    if (isSameRecord(data, published.record)) {
      changed.same.push(id)
      continue
    }
    const saved = await saveDraft(tx, { key, data, author: by, at, note, isOneOfMany: true })
    if (saved.ok) changed.drafts.push(saved.draft.id)
    else if (isSameRecord(saved.conflict.data, data)) changed.drafts.push(saved.conflict.id)
    else inTheWay.push(key)
  }
  if (inTheWay.length > 0) throw new DraftsInTheWayError(inTheWay)
  if (changed.drafts.length > 0)
    await writeAudit(tx, { at, by, action: 'reports.change', subject: dossier, detail: { note, ...changed } })
  return changed
}
