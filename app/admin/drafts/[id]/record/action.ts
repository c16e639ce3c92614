'use server'

import { deskAction, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { findDraftEntry } from '@/db/queries/draft'
import { hasForm, recordShape } from '@/lib/forms/record-shapes'
import { applyForm, readIntent } from '@/lib/forms/report'
import { saveForm, store } from '../store'
import { together } from './together'

/** Saves the form of a rule, a change, an actor or a publisher into its draft, whatever state it is in. */
export const saveRecord = deskAction(saveForm, 'author', async ({ data: form, user, formData, t }) => {
  const { db } = await database()
  const entry = await findDraftEntry(db, form.draft)
  if (!entry || !hasForm(entry.kind)) return refused([t('draft.gone')], formData)
  const dossier = entry.dossier === '' ? null : ((await findDossier(entry.dossier))?.dossier ?? null)
  const shape = recordShape(entry.kind, dossier)
  return store({ ...form, user, formData, shape, t }, 'intent', (draft) =>
    applyForm(shape, draft.data, together(formData), readIntent(form.intent, shape)),
  )
})
