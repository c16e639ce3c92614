'use server'

import { z } from 'zod'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { idSchema } from '@/lib/model'
import { askedOf } from '../asked'
import { planMerger } from '../id-plan'
import { makeDrafts } from '../make-drafts'

const form = z.object({
  kind: z.enum(['source', 'actor']),
  dossier: z.string(),
  id: idSchema,
  stays: idSchema,
})

/** Makes the drafts that make two publishers, or two actors, one, and goes on to the page that publishes them. */
export const merge = deskAction(
  form,
  'editor',
  async ({ data, user, formData, t, locale }) => {
    const asked = askedOf(data)
    if (!asked) return refused([t('action.fields')], formData)
    const { db } = await database()
    const plan = await planMerger({ db, t, locale, by: user.id }, asked, data.stays)
    return makeDrafts(plan, { user, formData, note: t('newId.noteMerge', { id: data.id, to: data.stays }), t })
  },
  { dossier: ({ kind, dossier }) => (kind === 'source' ? '' : dossier) },
)
