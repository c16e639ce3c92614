'use server'

import { z } from 'zod'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { idSchema } from '@/lib/model'
import { askedOf } from '../asked'
import { makeDrafts } from '../make-drafts'
import { planOf } from '../plan-of'

const form = z.object({
  kind: z.string(),
  dossier: z.string(),
  dimension: z.string().default(''),
  id: idSchema,
  to: idSchema,
})

/** Makes the drafts that give something another id wherever it is named, and goes on to the page that publishes them. */
export const giveId = deskAction(
  form,
  'editor',
  async ({ data, user, formData, t, locale }) => {
    const asked = askedOf(data)
    if (!asked || data.to === data.id) return refused([t('action.fields')], formData)
    const { db } = await database()
    const plan = await planOf({ db, t, locale, by: user.id }, asked, data.to)
    return makeDrafts(plan, { user, formData, note: t('newId.noteRename', { id: data.id, to: data.to }), t })
  },
  { dossier: ({ kind, dossier }) => (kind === 'source' || kind === 'dossier' ? '' : dossier) },
)
