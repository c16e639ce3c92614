import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { drafts } from '@/db/schema'
import type { RecordKey } from '../key'
import { type Draft, findDraft } from '../queries/draft'
import { findRecord } from '../queries/record'
import { writeAudit } from './audit'

/** The draft was published or discarded meanwhile. */
export class DraftGoneError extends Error {
  constructor(readonly drafts: string[]) {
    super(`There is no draft ${drafts.join(', ')}: it was published or discarded.`)
    this.name = 'DraftGoneError'
  }
}

export type SavedDraft = { ok: true; draft: Draft } | { ok: false; conflict: Draft }

/**
 * Saves a working copy. Without `id` it makes one, based on what is published now; with `id` it changes that one, and with
 * `version` only if nobody has saved it since. A conflict carries the copy that is in the way: a newer version, the
 * author's other copy of the same record, or a copy that belongs to someone else. Throws `DraftGoneError`.
 */
export async function saveDraft(
  tx: Tx,
  given: {
    id?: string | undefined
    key: RecordKey
    /** null: the record is to be removed. */
    data: unknown
    author: string
    at: string
    version?: number | undefined
    note?: string | null | undefined
  },
): Promise<SavedDraft> {
  return given.id === undefined ? createDraft(tx, given) : updateDraft(tx, { ...given, id: given.id })
}

type Given = Parameters<typeof saveDraft>[1]

async function createDraft(tx: Tx, { key, data, author, at, note = null }: Given): Promise<SavedDraft> {
  const published = await findRecord(tx, key)
  const draft: Draft = {
    id: randomUUID(),
    kind: key.kind,
    dossier: key.dossier,
    recordId: key.id,
    author,
    baseRevision: published?.revision ?? null,
    data,
    version: 1,
    note,
    createdAt: at,
    updatedAt: at,
  }
  const [made] = await tx.insert(drafts).values(draft).onConflictDoNothing().returning()
  if (made) return { ok: true, draft: made }
  const own = and(
    eq(drafts.kind, key.kind),
    eq(drafts.dossier, key.dossier),
    eq(drafts.recordId, key.id),
    eq(drafts.author, author),
  )
  const [conflict] = await tx.select().from(drafts).where(own)
  if (!conflict) throw new DraftGoneError([draft.id])
  return { ok: false, conflict }
}

async function updateDraft(tx: Tx, given: Given & { id: string }): Promise<SavedDraft> {
  const { id, data, author, at, version, note } = given
  const [saved] = await tx
    .update(drafts)
    .set({ data, version: sql`${drafts.version} + 1`, updatedAt: at, ...(note === undefined ? {} : { note }) })
    .where(
      and(
        eq(drafts.id, id),
        eq(drafts.author, author),
        version === undefined ? undefined : eq(drafts.version, version),
      ),
    )
    .returning()
  if (saved) return { ok: true, draft: saved }
  const conflict = await findDraft(tx, id)
  if (!conflict) throw new DraftGoneError([id])
  return { ok: false, conflict }
}

/** Takes a draft away and returns it; null when it was gone already. The audit row keeps its text, for an undo. */
export async function discardDraft(
  tx: Tx,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<Draft | null> {
  const [gone] = await tx.delete(drafts).where(eq(drafts.id, id)).returning()
  if (!gone) return null
  await writeAudit(tx, { at, by, action: 'draft.discard', subject: id, detail: gone })
  return gone
}

/**
 * Bases a draft on another published revision (null: none), after its author has seen both texts; `data` is the text they
 * settled on, left out to keep the draft's own. Throws `DraftGoneError`.
 */
export async function rebaseDraft(
  tx: Tx,
  { id, by, at, data, onto }: { id: string; by: string; at: string; data?: unknown; onto: number | null },
): Promise<Draft> {
  const [rebased] = await tx
    .update(drafts)
    .set({
      baseRevision: onto,
      version: sql`${drafts.version} + 1`,
      updatedAt: at,
      ...(data === undefined ? {} : { data }),
    })
    .where(eq(drafts.id, id))
    .returning()
  if (!rebased) throw new DraftGoneError([id])
  await writeAudit(tx, { at, by, action: 'draft.rebase', subject: id, detail: { onto } })
  return rebased
}
