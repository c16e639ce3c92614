import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { recordKey } from '@/db/key'
import { type Draft, draftsOfRecord, findDraft, listDrafts } from '@/db/queries/draft'
import { freeId } from '@/db/queries/newsroom/free-id'
import { findRecord } from '@/db/queries/record'
import { listRevisionEntries } from '@/db/queries/revision'
import { drafts } from '@/db/schema'
import { followingId } from '@/lib/forms/following-id'
import { bytesOf, type Mentionable, type Renaming, renameIn } from '@/lib/model'
import { writeAudit } from '../audit'
import { requireDraft } from '../draft'

/**
 * Lets the id of a record that was never public follow its name (`followingId`), in the transaction that saves its draft; `before`
 * is its text until then. Every open draft that names it follows, whoever's it is. An id that is or was public stays, and so does
 * one of which another has a draft as well. Returns the draft as it is then.
 */
export async function followName(
  tx: Tx,
  { draft, before, by, at }: { draft: Draft; before: unknown; by: string; at: string },
): Promise<Draft> {
  const { kind, dossier, recordId: id, data } = draft
  const wanted = data === null || draft.baseRevision !== null ? null : followingId(kind, id, before, data)
  if (wanted === null || (await isKnown(tx, draft))) return draft
  const to = await freeId(tx, kind, dossier, wanted)
  const renaming: Renaming = { what: { kind: kind as Mentionable, id }, to }
  const own = { ...(renameIn(kind, data, renaming) as object), id: to }
  await tx
    .update(drafts)
    .set({ recordId: to, data: own, bytes: bytesOf(own) })
    .where(eq(drafts.id, draft.id))
  for (const entry of await listDrafts(tx)) {
    if (entry.id !== draft.id && (kind === 'source' || entry.dossier === dossier))
      await nameAnew(tx, entry.id, renaming)
  }
  await writeAudit(tx, { at, by, action: 'draft.rename', subject: draft.id, detail: { kind, dossier, from: id, to } })
  return requireDraft(tx, draft.id)
}

/** Whether somebody else may know it by its id. */
async function isKnown(tx: Tx, { kind, dossier, recordId }: Draft): Promise<boolean> {
  const key = recordKey(kind, dossier, recordId)
  if ((await draftsOfRecord(tx, key)).length > 1 || (await findRecord(tx, key)) !== null) return true
  return (await listRevisionEntries(tx, key)).length > 0
}

/** A draft that names it says the same as before, so that what was said of it still holds; its open forms are told that it moved on. */
async function nameAnew(tx: Tx, id: string, renaming: Renaming): Promise<void> {
  const draft = await findDraft(tx, id)
  if (!draft || draft.data === null) return
  const data = renameIn(draft.kind, draft.data, renaming)
  if (data === draft.data) return
  await tx
    .update(drafts)
    .set({ data, bytes: bytesOf(data), version: sql`${drafts.version} + 1` })
    .where(eq(drafts.id, id))
}
