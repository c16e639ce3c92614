import { randomUUID } from 'node:crypto'
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import type { RecordKey } from '@/db/key'
import { type Draft, findDraft } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { drafts } from '@/db/schema'
import {
  bytesOf,
  isSameRecord,
  isTooDeep,
  keptTitles,
  mostBytes,
  type RecordKind,
  titlesOf,
  tooDeepMessage,
  tooLargeMessage,
} from '@/lib/model'
import { auditWriting, writeAudit } from './audit'
import { DraftGoneError, DraftTooLargeError } from './errors'

export { DraftGoneError, DraftTooLargeError } from './errors'

export type SavedDraft = { ok: true; draft: Draft } | { ok: false; conflict: Draft }

/**
 * Saves a working copy. Without `id` it makes one, based on what is published now; with `id` it changes that one, and with
 * `version` only if nobody has saved it since. A conflict carries the copy that is in the way: a newer version, the
 * author's other copy of the same record, or a copy that belongs to someone else. A request that may be sent twice carries
 * a key of its own as `attempt`: the second time the draft comes back as saved. Throws `DraftGoneError` and
 * `DraftTooLargeError`.
 */
export async function saveDraft(
  tx: Tx,
  given: {
    id?: string | undefined
    key: RecordKey
    /** null: the record is to be removed. */
    data: unknown
    /** Whose copy it is. */
    author: string
    /** Who saves it; left out: its author. */
    by?: string | undefined
    at: string
    version?: number | undefined
    note?: string | null | undefined
    attempt?: string | undefined
    /** The audit log tells of it otherwise: one of many. */
    isOneOfMany?: boolean | undefined
  },
): Promise<SavedDraft> {
  requireRoom(given.key.kind, given.key.id, given.data)
  return given.id === undefined ? createDraft(tx, given) : updateDraft(tx, { ...given, id: given.id })
}

type Given = Parameters<typeof saveDraft>[1]

async function createDraft(tx: Tx, given: Given): Promise<SavedDraft> {
  const { key, data, author, at, note = null, attempt } = given
  const published = await findRecord(tx, key)
  const draft = {
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
    title: keptTitles(titlesOf(data ?? published?.record)),
    bytes: bytesOf(data),
    firstAttempt: attempt ?? null,
    lastAttempt: attempt ?? null,
  }
  const [made] = await tx.insert(drafts).values(draft).onConflictDoNothing().returning({ id: drafts.id })
  if (made) {
    if (!given.isOneOfMany)
      await writeAudit(tx, {
        at,
        by: given.by ?? author,
        action: 'draft.create',
        subject: made.id,
        detail: { ...key, note },
      })
    return { ok: true, draft: await requireDraft(tx, made.id) }
  }
  if (attempt !== undefined) {
    const sameRequest = and(eq(drafts.author, author), eq(drafts.firstAttempt, attempt))
    const [before] = await tx.select({ id: drafts.id }).from(drafts).where(sameRequest)
    if (before) return { ok: true, draft: await requireDraft(tx, before.id) }
  }
  const own = and(
    eq(drafts.kind, key.kind),
    eq(drafts.dossier, key.dossier),
    eq(drafts.recordId, key.id),
    eq(drafts.author, author),
  )
  const [conflict] = await tx.select({ id: drafts.id }).from(drafts).where(own)
  if (!conflict) throw new DraftGoneError([draft.id])
  return { ok: false, conflict: await requireDraft(tx, conflict.id) }
}

async function updateDraft(tx: Tx, given: Given & { id: string }): Promise<SavedDraft> {
  const { id, data, author, by = author, at, version, note, attempt } = given
  const [saved] = await tx
    .update(drafts)
    .set({
      ...textColumns(data),
      version: sql`${drafts.version} + 1`,
      updatedAt: at,
      lastAttempt: attempt ?? null,
      savedBy: by,
      ...beginning,
      ...(note === undefined ? {} : { note }),
    })
    .where(
      and(
        eq(drafts.id, id),
        // Whoever took it over meanwhile has it now.
        eq(drafts.author, author),
        version === undefined ? undefined : eq(drafts.version, version),
        attempt === undefined ? undefined : or(isNull(drafts.lastAttempt), ne(drafts.lastAttempt, attempt)),
      ),
    )
    .returning({ id: drafts.id })
  const draft = await requireDraft(tx, id)
  if (saved) {
    await auditWriting(tx, { draft: id, by, at, detail: given.key })
    return { ok: true, draft }
  }
  // A key that comes back with another text is no repetition: nothing is acknowledged that is not stored.
  const again = attempt !== undefined && draft.author === author && (await lastAttemptOf(tx, id)) === attempt
  return again && isSameRecord(draft.data, data) ? { ok: true, draft } : { ok: false, conflict: draft }
}

/** What was said of the text before this one is not said of this one. */
const beginning = { state: 'draft', stateBy: null, stateAt: null } as const

async function lastAttemptOf(tx: Tx, id: string): Promise<string | null> {
  const [found] = await tx.select({ attempt: drafts.lastAttempt }).from(drafts).where(eq(drafts.id, id))
  return found?.attempt ?? null
}

/**
 * Bases a draft on another published revision (null: none), after its author has seen both texts; `data` is the text they
 * settled on, left out to keep the draft's own. Throws `DraftGoneError` and `DraftTooLargeError`.
 */
export async function rebaseDraft(
  tx: Tx,
  { id, by, at, data, onto }: { id: string; by: string; at: string; data?: unknown; onto: number | null },
): Promise<Draft> {
  const before = await requireDraft(tx, id)
  requireRoom(before.kind, before.recordId, data === undefined ? before.data : data)
  await tx
    .update(drafts)
    .set({
      baseRevision: onto,
      version: sql`${drafts.version} + 1`,
      updatedAt: at,
      ...beginning,
      ...(data === undefined ? {} : { ...textColumns(data), savedBy: by, lastAttempt: null }),
    })
    .where(eq(drafts.id, id))
  await writeAudit(tx, { at, by, action: 'draft.rebase', subject: id, detail: { onto } })
  return requireDraft(tx, id)
}

/** The draft of that id. Throws `DraftGoneError`. */
export async function requireDraft(tx: Tx, id: string): Promise<Draft> {
  const found = await findDraft(tx, id)
  if (!found) throw new DraftGoneError([id])
  return found
}

/** A removal keeps the title that its record had. */
const textColumns = (data: unknown) => ({
  data,
  bytes: bytesOf(data),
  ...(data === null ? {} : { title: keptTitles(titlesOf(data)) }),
})

/** Throws `DraftTooLargeError` for a text that a draft of this kind may not have. */
export function requireRoom(kind: RecordKind, recordId: string, data: unknown): void {
  if (isTooDeep(data)) throw new DraftTooLargeError({ kind, recordId }, tooDeepMessage)
  const bytes = bytesOf(data)
  if (bytes > mostBytes(kind)) throw new DraftTooLargeError({ kind, recordId }, tooLargeMessage(kind, bytes))
}
