import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { comments, type DraftState, drafts } from '@/db/schema'
import { mayAct } from '@/lib/auth/roles'
import { type Draft, findDraft } from '../../queries/draft'
import { listUsers } from '../../queries/user'
import { writeAudit } from '../audit'
import { requireDraft } from '../draft'
import { tell } from './notice'

/** A step on a draft's way, by whom and when; `version` is the one that was looked at. */
interface Step {
  id: string
  version: number
  by: string
  at: string
}

/** `stale`: the draft was saved since it was looked at. `own`: nobody approves a text of their own. */
export type ReviewResult = { ok: true; draft: Draft } | { ok: false; reason: 'stale' | 'own'; draft: Draft }

/** Longest comment, in characters. */
export const mostComment = 4000

/** Hands a draft in: whoever may review in its dossier is told. Throws `DraftGoneError`. */
export async function handIn(tx: Tx, step: Step): Promise<ReviewResult> {
  const done = await bring(tx, step, 'in-review')
  if (done.ok) {
    const people = await listUsers(tx)
    const reviewers = people.filter(
      (person) => person.disabledAt === null && mayAct(person, 'reviewer', done.draft.dossier),
    )
    await tell(tx, { to: reviewers.map(({ id }) => id), kind: 'handed-in', ...step, draft: done.draft })
  }
  return done
}

/** Takes a draft that was handed in, or approved, back to being written. Throws `DraftGoneError`. */
export async function takeBack(tx: Tx, step: Step): Promise<ReviewResult> {
  return bring(tx, step, 'draft')
}

/** Approves a draft in the version that was looked at; never a text that one has written last. Throws `DraftGoneError`. */
export async function approve(tx: Tx, step: Step): Promise<ReviewResult> {
  const draft = await requireDraft(tx, step.id)
  if ((draft.savedBy ?? draft.author) === step.by) return { ok: false, reason: 'own', draft }
  const done = await bring(tx, step, 'approved')
  if (done.ok) await tell(tx, { to: [draft.author], kind: 'approved', ...step, draft })
  return done
}

/** Sends a draft back to its author with what is to be mended, as a comment on the whole. Throws `DraftGoneError`. */
export async function sendBack(tx: Tx, { text, ...step }: Step & { text: string }): Promise<ReviewResult> {
  const done = await bring(tx, step, 'draft')
  if (done.ok) {
    await addComment(tx, { draft: done.draft, field: '', text, by: step.by, at: step.at })
    await tell(tx, { to: [done.draft.author], kind: 'sent-back', ...step, draft: done.draft, text })
  }
  return done
}

/** Comments on a field of a draft ('' : on the whole); its author and who commented before are told. */
export async function comment(
  tx: Tx,
  given: { id: string; field: string; text: string; by: string; at: string },
): Promise<void> {
  const draft = await requireDraft(tx, given.id)
  const before = await tx.selectDistinct({ by: comments.by }).from(comments).where(eq(comments.draftId, given.id))
  await addComment(tx, { ...given, draft })
  const to = [draft.author, ...before.map(({ by }) => by)]
  await tell(tx, { to, kind: 'commented', by: given.by, at: given.at, draft, text: given.text })
}

/** Marks a comment as dealt with; false when it was already, or there is none of that id on that draft. */
export async function resolveComment(
  tx: Tx,
  { id, draft, by, at }: { id: string; draft: string; by: string; at: string },
): Promise<boolean> {
  const resolved = await tx
    .update(comments)
    .set({ resolvedBy: by, resolvedAt: at })
    .where(and(eq(comments.id, id), eq(comments.draftId, draft), isNull(comments.resolvedAt)))
    .returning({ id: comments.id })
  if (resolved.length > 0)
    await writeAudit(tx, { at, by, action: 'comment.resolve', subject: draft, detail: { comment: id } })
  return resolved.length > 0
}

/** Sets the instant before which a draft may not be published; null: none. Throws `DraftGoneError`. */
export async function setEmbargo(
  tx: Tx,
  { id, embargo, by, at }: { id: string; embargo: string | null; by: string; at: string },
): Promise<void> {
  await requireDraft(tx, id)
  await tx.update(drafts).set({ embargo }).where(eq(drafts.id, id))
  await writeAudit(tx, { at, by, action: 'draft.embargo', subject: id, detail: { until: embargo } })
}

async function addComment(
  tx: Tx,
  { draft, field, text, by, at }: { draft: Draft; field: string; text: string; by: string; at: string },
): Promise<void> {
  const { id: draftId, kind, dossier, recordId } = draft
  const id = randomUUID()
  await tx
    .insert(comments)
    .values({ id, draftId, kind, dossier, recordId, field, text, by, at, resolvedBy: null, resolvedAt: null })
  await writeAudit(tx, { at, by, action: 'draft.comment', subject: draftId, detail: { comment: id, field } })
}

const verbs = { draft: 'draft.send-back', 'in-review': 'draft.hand-in', approved: 'draft.approve' } as const

async function bring(tx: Tx, { id, version, by, at }: Step, state: DraftState): Promise<ReviewResult> {
  const brought = await tx
    .update(drafts)
    .set({ state, stateBy: by, stateAt: at })
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .returning({ id: drafts.id })
  if (brought.length === 0) return { ok: false, reason: 'stale', draft: await requireDraft(tx, id) }
  await writeAudit(tx, { at, by, action: verbs[state], subject: id, detail: { version } })
  const draft = await findDraft(tx, id)
  return draft ? { ok: true, draft } : { ok: false, reason: 'stale', draft: await requireDraft(tx, id) }
}
