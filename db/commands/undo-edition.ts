import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import { isSameRecord } from '@/lib/model'
import { type RecordKey, recordKey } from '../key'
import { findRevision } from '../queries/revision'
import { writeAudit } from './audit'
import { saveDraft } from './draft'
import { DraftsInTheWayError } from './errors'

/** Drafts that undo an edition, and the records of it that were published again since: those are left as they are. */
export interface UndoneEdition {
  drafts: string[]
  changedSince: RecordKey[]
}

/**
 * Makes a draft of every record that an edition changed, which brings back the state before it: the text before, or a removal
 * of what was new. Nothing is public before they are published. Throws `DraftsInTheWayError`, and then nothing is made.
 */
export async function undoEdition(
  tx: Tx,
  { edition, by, at }: { edition: number; by: string; at: string },
): Promise<UndoneEdition> {
  const changed = await tx
    .select({ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(eq(revisions.edition, edition))
    .orderBy(asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
  const undone: UndoneEdition = { drafts: [], changedSince: [] }
  const inTheWay: RecordKey[] = []
  for (const { kind, dossier, id, number } of changed) {
    const key = recordKey(kind, dossier, id)
    const revision = await findRevision(tx, key, number)
    if (!(await isNewest(tx, key, number, revision?.data === null))) {
      undone.changedSince.push(key)
      continue
    }
    const before = number === 1 ? null : ((await findRevision(tx, key, number - 1))?.data ?? null)
    if (before === null && revision?.data === null) continue
    const note = `Undoes edition ${edition}`
    const saved = await saveDraft(tx, { key, data: before, author: by, at, note })
    if (saved.ok) undone.drafts.push(saved.draft.id)
    else if (isSameRecord(saved.conflict.data, before)) undone.drafts.push(saved.conflict.id)
    else inTheWay.push(key)
  }
  if (inTheWay.length > 0) throw new DraftsInTheWayError(inTheWay)
  await writeAudit(tx, { at, by, action: 'edition.undo', subject: `edition ${edition}`, detail: undone })
  return undone
}

/** Whether a revision is what is public of its record now, or, of a removal, nothing is. */
async function isNewest(tx: Tx, { kind, dossier, id }: RecordKey, number: number, removed: boolean): Promise<boolean> {
  const [current] = await tx
    .select({ revision: records.revision })
    .from(records)
    .where(and(eq(records.kind, kind), eq(records.dossier, dossier), eq(records.id, id)))
  return removed ? current === undefined : current?.revision === number
}
