'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { DraftGoneError } from '@/db/commands/draft'
import { restoreDraft } from '@/db/commands/draft-discard'
import { markRead } from '@/db/commands/newsroom/notice'
import { findDraftEntry, listDiscarded } from '@/db/queries/draft'

/** Brings a discarded draft back to the desk of its author. */
export const bringBack = deskAction(
  z.object({ draft: z.string() }),
  'author',
  async ({ data: form, user, formData, t }) => {
    const { db, write } = await database()
    const at = now()
    const mine = await listDiscarded(db, { author: user.id, at })
    if (mine.some(({ id }) => id === form.draft)) {
      const restored = await write((tx) => restoreDraft(tx, { id: form.draft, by: user.id, at })).catch(
        (error: unknown) => {
          if (error instanceof DraftGoneError) return null
          throw error
        },
      )
      if (restored && !restored.ok) return refused([t('home.begun', { record: restored.conflict.recordId })], formData)
    }
    const there = await findDraftEntry(db, form.draft)
    if (there?.author !== user.id) return refused([t('home.gone')], formData)
    redirect(`/admin/drafts/${there.id}`)
  },
)

/** Marks all notices of the signed-in person as read. */
export const readNotices = deskAction(z.object({}), 'author', async ({ user }) => {
  const { write } = await database()
  await write((tx) => markRead(tx, { user: user.id, at: now() }))
  redirect('/admin?notice=read')
})
