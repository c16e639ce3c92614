import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { drafts } from '@/db/schema'
import type { Draft } from '../../queries/draft'
import { writeAudit } from '../audit'
import { requireDraft, type SavedDraft } from '../draft'
import { tell } from './notice'

/**
 * Makes a draft someone else's: taken over by them, or handed on to them. It keeps its text, its base and who wrote it last.
 * A conflict carries the copy of the same record that they have already: the two are merged then. Who had it, and who has it
 * now, is told. Throws `DraftGoneError`.
 */
export async function moveDraft(
  tx: Tx,
  { id, to, by, at }: { id: string; to: string; by: string; at: string },
): Promise<SavedDraft> {
  const draft = await requireDraft(tx, id)
  if (draft.author === to) return { ok: true, draft }
  if (!(await takePlace(tx, draft, to))) return { ok: false, conflict: (await copyOf(tx, draft, to)) ?? draft }
  await tx
    .update(drafts)
    .set({
      author: to,
      savedBy: sql`coalesce(${drafts.savedBy}, ${drafts.author})`,
      // A request of the former author's that comes again is none of the new one's.
      firstAttempt: null,
      lastAttempt: null,
    })
    .where(and(eq(drafts.id, id), eq(drafts.author, draft.author)))
  const kind = by === to ? 'taken-over' : 'handed-on'
  await writeAudit(tx, { at, by, action: `draft.${kind}`, subject: id, detail: { from: draft.author, to } })
  await tell(tx, { to: [draft.author, to], kind, by, at, draft })
  return { ok: true, draft: await requireDraft(tx, id) }
}

/**
 * Whether the person has no copy of the record. A row that stands in for it, put in and taken out again, keeps one that they begin
 * at this very moment waiting until the draft is theirs.
 */
async function takePlace(tx: Tx, { data: _, ...draft }: Draft, to: string): Promise<boolean> {
  const row = { ...draft, id: randomUUID(), author: to, data: null, bytes: 0 }
  const [placed] = await tx.insert(drafts).values(row).onConflictDoNothing().returning({ id: drafts.id })
  if (placed) await tx.delete(drafts).where(eq(drafts.id, placed.id))
  return placed !== undefined
}

async function copyOf(tx: Tx, { kind, dossier, recordId }: Draft, author: string): Promise<Draft | null> {
  const [found] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(eq(drafts.kind, kind), eq(drafts.dossier, dossier), eq(drafts.recordId, recordId), eq(drafts.author, author)),
    )
  return found ? requireDraft(tx, found.id) : null
}
