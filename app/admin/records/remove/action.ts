'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { idSchema } from '@/lib/model'
import { removableKinds } from './removable'

const form = z.object({
  kind: z.enum(removableKinds),
  dossier: z.string(),
  id: idSchema,
})

/** Makes the draft that removes a record, and goes on to the page that publishes it. */
export const removeRecord = deskAction(
  form,
  'editor',
  async ({ data, user, formData, t }) => {
    const key = recordKey(data.kind, data.dossier, data.id)
    const { db, write } = await database()
    if (!(await findRecord(db, key))) return refused([t('records.none')], formData)
    const note = t('records.removeNote')
    const saved = await write((tx) => saveDraft(tx, { key, data: null, author: user.id, at: now(), note }))
    if (!saved.ok && saved.conflict.data !== null) return refused([t('records.removeInTheWay')], formData)
    redirect(`/admin/publish?draft=${saved.ok ? saved.draft.id : saved.conflict.id}`)
  },
  { dossier: ({ kind, dossier }) => (kind === 'source' ? '' : dossier) },
)
