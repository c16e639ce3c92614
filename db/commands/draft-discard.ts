import { and, eq, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { discardedDrafts, drafts } from '@/db/schema'
import { type DraftEntry, findDiscarded, findDraft, restorableSince, titled } from '../queries/draft'
import { writeAudit } from './audit'
import { requireRoom, type SavedDraft } from './draft'
import { DraftGoneError } from './errors'
import { tell } from './newsroom/notice'

/**
 * Takes a draft away and returns what lists tell of it; null when it was gone already. It can be restored for 30 days. What
 * was discarded longer ago is forgotten.
 */
export async function discardDraft(
  tx: Tx,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<DraftEntry | null> {
  await pruneDiscarded(tx, { at })
  const [gone] = await tx.delete(drafts).where(eq(drafts.id, id)).returning()
  if (!gone) return null
  await tx.insert(discardedDrafts).values({ ...gone, discardedBy: by, discardedAt: at })
  const { data: _, firstAttempt: _first, lastAttempt: _last, ...row } = gone
  const entry = titled(row)
  const { titles, ...detail } = entry
  await writeAudit(tx, { at, by, action: 'draft.discard', subject: id, detail })
  await tell(tx, { to: [gone.author], kind: 'discarded', by, at, draft: { id, titles } })
  return entry
}

/**
 * Puts a discarded draft back as it was, under the id it had. A conflict carries another copy of the same record that its
 * author has begun since. Throws `DraftGoneError` when it was restored already or its time is over, and
 * `DraftTooLargeError` for one that is larger than a draft may be by now.
 */
export async function restoreDraft(
  tx: Tx,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<SavedDraft> {
  const found = await findDiscarded(tx, { id, at })
  if (!found) throw new DraftGoneError([id])
  requireRoom(found.kind, found.recordId, found.data)
  // Locked by the deletion, so that of two who restore at once one finds it gone.
  const [taken] = await tx.delete(discardedDrafts).where(eq(discardedDrafts.id, id)).returning()
  if (!taken) throw new DraftGoneError([id])
  const { discardedBy: _, discardedAt: _at, ...text } = taken
  // The request that made it may have come again meanwhile, and made another one.
  const draft = { ...text, firstAttempt: null }
  const [restored] = await tx.insert(drafts).values(draft).onConflictDoNothing().returning({ id: drafts.id })
  if (!restored) {
    await tx.insert(discardedDrafts).values(taken)
    return { ok: false, conflict: await inTheWay(tx, draft) }
  }
  await writeAudit(tx, { at, by, action: 'draft.restore', subject: id })
  const back = await findDraft(tx, id)
  if (!back) throw new DraftGoneError([id])
  return { ok: true, draft: back }
}

async function inTheWay(tx: Tx, { id, kind, dossier, recordId, author }: typeof drafts.$inferInsert) {
  const [other] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(eq(drafts.kind, kind), eq(drafts.dossier, dossier), eq(drafts.recordId, recordId), eq(drafts.author, author)),
    )
  const conflict = other && (await findDraft(tx, other.id))
  if (!conflict) throw new DraftGoneError([id])
  return conflict
}

/** Forgets the drafts that were discarded so long ago that they can no longer be restored. */
export async function pruneDiscarded(tx: Tx, { at }: { at: string }): Promise<void> {
  await tx.delete(discardedDrafts).where(lte(discardedDrafts.discardedAt, restorableSince(at)))
}
