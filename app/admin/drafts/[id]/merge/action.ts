'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { rebaseDraft, saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { recordKey } from '@/db/key'
import { findDraft } from '@/db/queries/draft'
import { type MergeChoice, mergeRecords } from '@/lib/forms/merge'
import { rightsOn } from '../rights'
import { readTexts } from './texts'

const form = z.looseObject({
  draft: z.string(),
  version: z.coerce.number().int(),
  from: z.string(),
  fromVersion: z.string(),
  published: z.string(),
  discard: z.string().default(''),
})

const isChoice = (text: unknown): text is MergeChoice => text === 'mine' || text === 'theirs' || text === 'both'

/** Puts the chosen parts into a draft, which then follows what is published; the other draft may be discarded with it. */
export const merge = deskAction(form, 'author', async ({ data, user, formData, t }) => {
  const sides = await readTexts(data.draft, data.from)
  if (!sides) return refused([t('merge.gone')], formData)
  const { draft, base, theirs, from, published } = sides
  if (!rightsOn(user, draft).write) return refused([t('draft.notYours')], formData)
  const isAsShown =
    draft.version === data.version &&
    String(from?.version ?? '') === data.fromVersion &&
    String(published ?? '') === data.published
  if (!isAsShown) return refused([t('merge.moved')], formData)
  const choices = Object.fromEntries(
    [...formData].flatMap(([name, value]) =>
      name.startsWith('take.') && isChoice(value) ? [[name.slice(5), value]] : [],
    ),
  )
  const merged = mergeRecords({ base, mine: draft.data, theirs }, choices)
  const { write } = await database()
  const at = now()
  const done = await write(async (tx) => {
    if (from) {
      // Looked at again where nobody can save it meanwhile: what was not seen is not discarded.
      const other = await findDraft(tx, from.id)
      if (!other || other.version !== from.version) return false
      const key = recordKey(draft.kind, draft.dossier, draft.recordId)
      const text = { id: draft.id, key, data: merged, author: draft.author, by: user.id, at, version: draft.version }
      if (!(await saveDraft(tx, text)).ok) return false
      if (data.discard !== '' && rightsOn(user, other).write) await discardDraft(tx, { id: other.id, by: user.id, at })
      return true
    }
    const before = await findDraft(tx, draft.id)
    if (!before || before.version !== draft.version) return false
    await rebaseDraft(tx, { id: draft.id, by: user.id, at, data: merged, onto: published })
    return true
  })
  if (!done) return refused([t('merge.moved')], formData)
  redirect(`/admin/drafts/${draft.id}`)
})
