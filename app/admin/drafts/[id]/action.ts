'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { attemptOf } from '@/app/_server/attempt'
import { now } from '@/app/_server/clock'
import { type ActionState, deskAction, refused } from '@/app/_server/desk-action'
import { type Db, database } from '@/db/client'
import { DraftGoneError, saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { recordKey } from '@/db/key'
import { type Draft, draftOfAttempt, findDraft, findDraftEntry } from '@/db/queries/draft'
import { findUser, type User } from '@/db/queries/user'
import type { Applied } from '@/lib/forms/fields'
import { readRecordText } from '@/lib/forms/file-form'
import { applyReportForm, readIntent } from '@/lib/forms/report'
import { isSameRecord } from '@/lib/model'
import { conflictOf } from './conflict'
import { makeRecord } from './make-record'
import { withOffer } from './offers'
import { rightsOn } from './rights'

const saveForm = z.object({
  draft: z.string(),
  version: z.coerce.number().int(),
  intent: z.string().default('save'),
  // Whose form it is: another person may be signed in by now.
  writer: z.string(),
})

const goneNote = 'This draft is gone: it was published or discarded. Copy what you need from here.'

/** The session is another person's than the form's: somebody else has signed in here. */
async function anothersForm(db: Db, { writer, user }: Sent): Promise<string> {
  const theirs = await findUser(db, writer)
  return (
    `You are signed in as ${user.name}, and this form is ${theirs?.name ?? 'another person'}’s, so nothing was ` +
    'stored. Sign in as them in another tab, and send this form again.'
  )
}

/** The draft is not, or no longer, one in which this person may write. */
async function notTheirs(db: Db, { author }: Draft): Promise<string> {
  const theirs = await findUser(db, author)
  return (
    `This draft is ${theirs?.name ?? 'another person'}’s, so nothing was stored. What you typed is still here: ` +
    'begin a draft of your own of the record, or ask for this one to be handed to you.'
  )
}

/** Saves the report editor's form into the draft, whatever state it is in: validation informs, it never holds back a save. */
export const saveReport = deskAction(saveForm, 'author', async ({ data: form, user, formData }) => {
  const fields = [...formData].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return store({ ...form, user, formData }, 'intent', async (draft, tx) => {
    const applied = applyReportForm(draft.data, fields, readIntent(form.intent))
    if (!applied.ok) return applied
    if (form.intent === 'make') return makeRecord(tx, { draft, fields, user, at: now(), data: applied.data })
    return { ok: true, data: await withOffer(tx, draft, applied.data, form.intent) }
  })
})

/** Saves a record written in its file form. */
export const saveYaml = deskAction(saveForm.extend({ text: z.string() }), 'author', async ({ data, user, formData }) =>
  store({ ...data, user, formData }, 'text', (draft) =>
    readRecordText(data.text, Object(draft.data), { kind: draft.kind, id: draft.recordId }),
  ),
)

interface Sent {
  draft: string
  version: number
  intent: string
  writer: string
  user: User
  formData: FormData
}

/**
 * Stores what `put` makes of the draft, unless the draft was saved elsewhere since the form was made: then both texts are kept
 * for the author. A form that comes a second time is stored once, and one that changes nothing stores nothing.
 */
async function store(
  sent: Sent,
  field: string,
  put: (draft: Draft, tx: Parameters<typeof saveDraft>[0]) => Applied | Promise<Applied>,
): Promise<ActionState> {
  const { user, formData, version } = sent
  const { write } = await database()
  const attempt = attemptOf(formData)
  const saved = await write(async (tx) => {
    const draft = await findDraft(tx, sent.draft)
    if (!draft) return { refusal: refused([goneNote], formData) }
    if (sent.writer !== user.id) return { refusal: refused([await anothersForm(tx, sent)], formData) }
    if (!rightsOn(user, draft).write) return { refusal: refused([await notTheirs(tx, draft)], formData) }
    const { author } = draft
    const again = attempt ? await draftOfAttempt(tx, { author, attempt }) : null
    if (again?.id === draft.id) return { draft }
    if (draft.version !== version) return { refusal: conflictOf(draft, formData) }
    const applied = await put(draft, tx)
    if (!applied.ok)
      return {
        refusal:
          field === 'intent'
            ? refused([applied.message], formData)
            : refused([], formData, { [field]: [applied.message] }),
      }
    const { data } = applied
    if (isSameRecord(data, draft.data)) return { draft }
    const key = recordKey(draft.kind, draft.dossier, draft.recordId)
    const result = await saveDraft(tx, { id: draft.id, key, data, author, by: user.id, at: now(), version, attempt })
    return result.ok ? { draft: result.draft } : { refusal: conflictOf(result.conflict, formData) }
  })
  if (saved.refusal) return saved.refusal
  const { id, updatedAt } = saved.draft
  const stored = { ok: true, at: updatedAt, version: saved.draft.version } as const
  if (sent.intent === 'review') return { ok: true, to: `/admin/publish?draft=${id}`, stored }
  // The page is made anew in place: a redirect would take the author back to its top.
  revalidatePath(`/admin/drafts/${id}`)
  return stored
}

/** Throws a draft away; for thirty days it can be brought back from the desk. */
export const discard = deskAction(z.object({ draft: z.string() }), 'author', async ({ data: form, user, formData }) => {
  const { db, write } = await database()
  const draft = await findDraftEntry(db, form.draft)
  if (draft && !rightsOn(user, draft).write) return refused(['This draft belongs to someone else.'], formData)
  if (draft)
    await write((tx) => discardDraft(tx, { id: draft.id, by: user.id, at: now() })).catch((error: unknown) => {
      if (!(error instanceof DraftGoneError)) throw error
    })
  redirect('/admin?notice=discarded')
})
