'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { type ActionState, deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { DraftGoneError, saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { recordKey } from '@/db/key'
import { type Draft, findDraft } from '@/db/queries/draft'
import type { User } from '@/db/queries/user'
import { parseYaml } from '@/lib/content/document'
import { applyReportForm, readIntent } from '@/lib/forms/report'

const saveForm = z.object({
  draft: z.string(),
  version: z.coerce.number().int(),
  intent: z.string().default('save'),
})

/** Saves the report editor's form into the draft, whatever state it is in: validation informs, it never holds back a save. */
export const saveReport = deskAction(saveForm, 'author', async ({ data: form, user, formData }) => {
  const draft = await ownDraft(form.draft, user)
  if (!draft)
    return refused(['This draft is gone: it was published or discarded. Copy what you need from here.'], formData)
  const fields = [...formData].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const intent = readIntent(form.intent)
  const data = applyReportForm(draft.data, fields, intent)
  return store(draft, data, form.version, formData)
})

/** Saves a record written in its file form. */
export const saveYaml = deskAction(
  saveForm.extend({ text: z.string() }),
  'author',
  async ({ data: form, user, formData }) => {
    const draft = await ownDraft(form.draft, user)
    if (!draft)
      return refused(['This draft is gone: it was published or discarded. Copy what you need from here.'], formData)
    const yaml = parseYaml('text', form.text)
    const [problem] = yaml.problems
    if (problem) return refused([], formData, { text: [`line ${problem.line} ${problem.message}`] })
    if (typeof yaml.data !== 'object' || yaml.data === null || Array.isArray(yaml.data))
      return refused([], formData, { text: ['must be one record: fields, one to a line'] })
    return store(draft, { ...yaml.data, id: draft.recordId }, form.version, formData)
  },
)

/** Throws a draft away; for a while it can be restored. */
export const discard = deskAction(z.object({ draft: z.string() }), 'author', async ({ data: form, user, formData }) => {
  const draft = await ownDraft(form.draft, user)
  if (!draft) return refused(['This draft is gone already.'], formData)
  const { write } = await database()
  await write((tx) => discardDraft(tx, { id: draft.id, by: user.id, at: now() }))
  redirect('/admin?notice=discarded')
})

async function ownDraft(id: string, user: User): Promise<Draft | null> {
  const { db } = await database()
  const draft = await findDraft(db, id)
  return draft?.author === user.id ? draft : null
}

/** Stores the draft unless it was saved elsewhere since the form was made; then both texts are kept for the author. */
async function store(draft: Draft, data: unknown, version: number, formData: FormData): Promise<ActionState> {
  const { write } = await database()
  const key = recordKey(draft.kind, draft.dossier, draft.recordId)
  try {
    const saved = await write((tx) =>
      saveDraft(tx, { id: draft.id, key, data, author: draft.author, at: now(), version }),
    )
    if (saved.ok) {
      // The page is made anew in place: a redirect would take the author back to its top.
      revalidatePath(`/admin/drafts/${draft.id}`)
      return null
    }
    const state = refused(
      [
        'This draft was saved in another window since you opened this form. Your text is still here, unsaved. ' +
          'Open the draft in a new tab to see the other one; saving here again puts this text in its place.',
      ],
      formData,
    )
    if (state) state.values.version = String(saved.conflict.version)
    return state
  } catch (error) {
    if (!(error instanceof DraftGoneError)) throw error
    return refused(['This draft is gone: it was published or discarded. Copy what you need from here.'], formData)
  }
}
