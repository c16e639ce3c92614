'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { attemptOf } from '@/app/_server/attempt'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { english, japanese } from '@/lib/addresses/names'
import { type Change, contradictionKinds, idSchema, type Text } from '@/lib/model'

const form = z.object({
  dossier: idSchema,
  change: idSchema,
  about: z.enum(contradictionKinds),
  holds: z.string().min(1, 'is missing: choose the report that holds'),
  // The report that disputes, where there is one.
  disputing: z.string(),
  reason: z.string().trim().min(1, 'is missing: readers see why'),
  reasonJa: z.string().trim(),
  rivals: z.string(),
})

/** Settles a contradiction in a draft of its change: which report holds, and why. It is public once that is published. */
export const settleContradiction = deskAction(
  form,
  'editor',
  async ({ data, user, formData, t }) => {
    const { db, write } = await database()
    const key = recordKey('change', data.dossier, data.change)
    const published = await findRecord(db, key)
    if (!published) return refused([t('contradictions.notPublic')], formData)
    const rivals = data.rivals.split(' ')
    const others = (published.record.resolutions ?? []).filter(
      ({ about, holds, against }) =>
        about !== data.about || !rivals.includes(holds) || (against !== undefined && !rivals.includes(against)),
    )
    const reason: Text =
      data.reasonJa === '' ? { [english]: data.reason } : { [english]: data.reason, [japanese]: data.reasonJa }
    const against = data.disputing === '' || data.disputing === data.holds ? {} : { against: data.disputing }
    const change: Change = {
      ...published.record,
      resolutions: [...others, { about: data.about, holds: data.holds, ...against, reason }],
    }
    const saved = await write((tx) =>
      saveDraft(tx, { key, data: change, author: user.id, at: now(), attempt: attemptOf(formData) }),
    )
    if (!saved.ok) return refused([t('contradictions.inTheWay')], formData)
    redirect(`/admin/publish?draft=${saved.draft.id}`)
  },
  { dossier: ({ dossier }) => dossier },
)
