'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { rebaseDraft } from '@/db/commands/draft'
import { publish as publishAll } from '@/db/commands/publish/publish'
import { findDraft } from '@/db/queries/draft'
import { fieldName } from '@/lib/model'

const publishForm = z.looseObject({
  reason: z.string().trim().min(1, 'is missing: say in a line why').max(500, 'may have 500 characters at most'),
})

/** Publishes the drafts shown, in the versions shown, as one edition. Only editors: authors are refused. */
export const publish = deskAction(publishForm, 'editor', async ({ data: form, user, formData }) => {
  const drafts = [...formData].flatMap(([name, version]) =>
    name.startsWith('draft.') ? [{ id: name.slice(6), version: Number(version) }] : [],
  )
  if (drafts.length === 0) return refused(['Nothing was chosen.'], formData)
  const opened = await database()
  const result = await publishAll(opened, { drafts, by: user.id, at: now(), reason: form.reason })
  if (!result.ok) {
    const gone = result.gone.length > 0 ? ['One of these drafts is gone: it was published or discarded meanwhile.'] : []
    const stale = result.stale.map(
      ({ key }) => `“${key.id}” was saved again since you opened this page. Look at it once more.`,
    )
    const conflicts = result.conflicts.map(
      ({ key }) => `“${key.id}” was published by someone else meanwhile: reload to see both texts.`,
    )
    const problems = result.problems.map(({ id, path, message }) => `${id}: ${fieldName(path)} ${message}`)
    return refused([...gone, ...stale, ...conflicts, ...problems], formData)
  }
  redirect(`/admin?edition=${result.edition}`)
})

const keepForm = z.object({ draft: z.string(), onto: z.string() })

/** Its author has seen both texts of a conflict and lets the draft follow what is published now. */
export const keepMine = deskAction(keepForm, 'author', async ({ data: form, user, formData }) => {
  const opened = await database()
  const draft = await findDraft(opened.db, form.draft)
  if (draft?.author !== user.id) return refused(['This draft is not yours, or it is gone.'], formData)
  const onto = form.onto === '' ? null : Number(form.onto)
  await opened.write((tx) => rebaseDraft(tx, { id: draft.id, by: user.id, at: now(), onto }))
  redirect(`/admin/publish?draft=${draft.id}`)
})
