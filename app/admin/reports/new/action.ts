'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { attemptOf } from '@/app/_server/attempt'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { draftOfAttempt, draftsOfRecord } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { deskLanguage } from '@/lib/addresses/names'
import { idSchema, publishedSchema } from '@/lib/model'
import { reportId } from '@/lib/words/slug'

const form = z.object({
  dossier: idSchema,
  source: z.string().min(1, 'is missing: choose the publisher'),
  published: publishedSchema,
  headline: z.string().trim().min(1, 'is missing'),
  url: z.string().trim(),
})

/** Starts the draft of a new report under a free id made of its day, publisher and headline. */
export const startReport = deskAction(form, 'author', async ({ data, user, formData }) => {
  const { db, write } = await database()
  const { dossier, source, published, headline, url } = data
  const wanted = reportId({ published, source, headline })
  const attempt = attemptOf(formData)
  const begun = attempt ? await draftOfAttempt(db, { author: user.id, attempt }) : null
  if (begun) redirect(`/admin/drafts/${begun.id}`)
  let id = wanted
  for (let next = 2; await isTaken(db, dossier, id); next++) id = `${wanted}-${next}`
  const saved = await write((tx) =>
    saveDraft(tx, {
      key: recordKey('report', dossier, id),
      data: {
        id,
        source,
        ...(url && { url }),
        headline: { [deskLanguage]: headline },
        published,
        sourcing: 'seen',
        effects: [],
        positions: [],
      },
      author: user.id,
      at: now(),
      attempt,
    }),
  )
  if (!saved.ok)
    return refused(['A draft of this name was started at the same moment. Send the form once more.'], formData)
  redirect(`/admin/drafts/${saved.draft.id}`)
})

async function isTaken(db: Awaited<ReturnType<typeof database>>['db'], dossier: string, id: string): Promise<boolean> {
  const key = recordKey('report', dossier, id)
  return (await findRecord(db, key)) !== null || (await draftsOfRecord(db, key)).length > 0
}
