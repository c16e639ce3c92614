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
import { deskLanguage, japanese } from '@/lib/addresses/names'
import { type Correction, idSchema, type Report } from '@/lib/model'

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
}

/**
 * Begins the draft of a correction, to be edited and then published with its note, or of a retraction, which only has to be
 * published. Nothing is public before that.
 */
export const correctReport = deskAction(
  noteForm,
  'editor',
  async ({ data, user, formData }) => {
    const note = data.noteJa === '' ? data.note : { [deskLanguage]: data.note, [japanese]: data.noteJa }
    return begin(data, user.id, formData, (report, on) => {
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
  async ({ data, user, formData }) => begin(data, user.id, formData, ({ retracted: _, ...report }) => report),
  { dossier: ({ dossier }) => dossier },
)

async function begin(
  { dossier, id }: Asked,
  author: string,
  formData: FormData,
  make: (report: Report, today: string) => Report,
) {
  const { db, write } = await database()
  const key = recordKey('report', dossier, id)
  const [published, open] = await Promise.all([findRecord(db, key), findDossier(dossier)])
  if (!published || !open) return refused(['This report is not public.'], formData)
  const data = make(published.record, todayIn(open.dossier.timeZone))
  const saved = await write((tx) => saveDraft(tx, { key, data, author, at: now(), attempt: attemptOf(formData) }))
  if (!saved.ok)
    return refused(
      ['You have a draft of this report already: publish or discard it first, so that neither text is lost.'],
      formData,
    )
  redirect(data.retracted ? `/admin/publish?draft=${saved.draft.id}` : `/admin/drafts/${saved.draft.id}`)
}
