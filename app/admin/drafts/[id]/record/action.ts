'use server'

import { deskAction, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { findDraftEntry } from '@/db/queries/draft'
import { hasForm, recordShape } from '@/lib/forms/record-shapes'
import { applyForm, readIntent } from '@/lib/forms/report'
import { saveForm, store } from '../store'

/** Saves the form of a rule, a change, an actor or a publisher into its draft, whatever state it is in. */
export const saveRecord = deskAction(saveForm, 'author', async ({ data: form, user, formData }) => {
  const { db } = await database()
  const entry = await findDraftEntry(db, form.draft)
  if (!entry || !hasForm(entry.kind))
    return refused(['This draft is gone: it was published or discarded. Copy what you need from here.'], formData)
  const dossier = entry.dossier === '' ? null : ((await findDossier(entry.dossier))?.dossier ?? null)
  const shape = recordShape(entry.kind, dossier)
  return store({ ...form, user, formData, shape }, 'intent', (draft) =>
    applyForm(shape, draft.data, together(formData), readIntent(form.intent, shape)),
  )
})

/** The fields of a form; boxes of one name that are ticked are one field of ids. */
function together(formData: FormData): [string, string][] {
  const fields = new Map<string, string>()
  for (const [name, value] of formData)
    if (typeof value === 'string') fields.set(name, fields.has(name) ? `${fields.get(name)} ${value}`.trim() : value)
  return [...fields]
}
