'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { DraftGoneError } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { findDraftEntry } from '@/db/queries/draft'
import { readRecordText } from '@/lib/forms/file-form'
import { applyReportForm, readIntent } from '@/lib/forms/report'
import { reportShape } from '@/lib/forms/shape'
import { makeRecord } from './make-record'
import { withOffer } from './offers'
import { rightsOn } from './rights'
import { saveForm, store } from './store'

/** Saves the report editor's form into the draft, whatever state it is in: validation informs, it never holds back a save. */
export const saveReport = deskAction(saveForm, 'author', async ({ data: form, user, formData, t, locale }) => {
  const fields = [...formData].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return store({ ...form, user, formData, shape: reportShape, t }, 'intent', async (draft, tx) => {
    const applied = applyReportForm(draft.data, fields, readIntent(form.intent))
    if (!applied.ok) return applied
    if (form.intent === 'make') return makeRecord(tx, { draft, fields, user, at: now(), data: applied.data, t, locale })
    return { ok: true, data: await withOffer(tx, draft, applied.data, form.intent, { t, locale }) }
  })
})

/** Saves a record written in its file form. */
export const saveYaml = deskAction(
  saveForm.extend({ text: z.string() }),
  'author',
  async ({ data, user, formData, t }) =>
    store({ ...data, user, formData, shape: null, t }, 'text', (draft) =>
      readRecordText(data.text, Object(draft.data), { kind: draft.kind, id: draft.recordId }),
    ),
)

/** Throws a draft away; for thirty days it can be brought back from the desk. */
const discardForm = z.object({ draft: z.string() })

/** Throws a draft away; for thirty days it can be brought back from the desk. */
export const discard = deskAction(discardForm, 'author', async ({ data: form, user, formData, t }) => {
  const { db, write } = await database()
  const draft = await findDraftEntry(db, form.draft)
  if (draft && !rightsOn(user, draft).write) return refused([t('draft.notYours')], formData)
  if (draft)
    await write((tx) => discardDraft(tx, { id: draft.id, by: user.id, at: now() })).catch((error: unknown) => {
      if (!(error instanceof DraftGoneError)) throw error
    })
  redirect('/admin?notice=discarded')
})
