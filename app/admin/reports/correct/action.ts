'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { attemptOf } from '@/app/_server/attempt'
import { now, todayIn } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { english, japanese } from '@/lib/addresses/names'
import { type Correction, idSchema, type Report } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'

const shared = {
  dossier: idSchema,
  id: idSchema,
}
const noteForm = z.object({
  ...shared,
  verb: z.enum(['correct', 'retract']),
  note: z.string().trim().min(1, 'is missing: readers see what was wrong'),
  noteJa: z.string().trim(),
})

interface Asked {
  dossier: string
  id: string
  author: string
  formData: FormData
  t: DeskWords
}

/**
 * Begins the draft of a correction, to be edited and then published with its note, or of a retraction, which only has to be
 * published. Nothing is public before that.
 */
export const correctReport = deskAction(
  noteForm,
  'editor',
  async ({ data, user, formData, t }) => {
    const note = data.noteJa === '' ? data.note : { [english]: data.note, [japanese]: data.noteJa }
    return begin({ ...data, author: user.id, formData, t }, (report, on) => {
      const correction: Correction = { on, note }
      return data.verb === 'retract'
        ? { ...report, retracted: correction }
        : { ...report, corrections: [...(report.corrections ?? []), correction] }
    })
  },
  { dossier: ({ dossier }) => dossier },
)

/** Begins a draft in which a retracted report counts again. */
export const reinstateReport = deskAction(
  z.object(shared),
  'editor',
  async ({ data, user, formData, t }) =>
    begin({ ...data, author: user.id, formData, t }, ({ retracted: _, ...report }) => report),
  { dossier: ({ dossier }) => dossier },
)

async function begin({ dossier, id, author, formData, t }: Asked, make: (report: Report, today: string) => Report) {
  const { db, write } = await database()
  const key = recordKey('report', dossier, id)
  const [published, open] = await Promise.all([findRecord(db, key), findDossier(dossier)])
  if (!published || !open) return refused([t('correct.notPublic')], formData)
  const data = make(published.record, todayIn(open.dossier.timeZone))
  const saved = await write((tx) => saveDraft(tx, { key, data, author, at: now(), attempt: attemptOf(formData) }))
  if (!saved.ok) return refused([t('correct.inTheWay')], formData)
  redirect(data.retracted ? `/admin/publish?draft=${saved.draft.id}` : `/admin/drafts/${saved.draft.id}`)
}
