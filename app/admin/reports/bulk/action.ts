'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now, todayIn } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { changeReports } from '@/db/commands/change-reports'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { changeReport, mostChangedTogether, readReportsChange } from '@/lib/forms/change-reports'
import { idSchema } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import { addressOf } from '../../publish/publication'

const form = z.looseObject({
  dossier: idSchema,
  reports: z
    .string()
    .transform((text) => text.split('.'))
    .pipe(z.array(idSchema).max(mostChangedTogether, `are too many: ${mostChangedTogether} at most`)),
})

/** Makes a draft of each report, changed alike, and goes on to the page that publishes them. */
export const changeTogether = deskAction(
  form,
  'editor',
  async ({ data, user, formData, t }) => {
    const read = readReportsChange(data)
    if (!read.ok) return refused([t('action.fields')], formData, faultsInWords(t, read.errors))
    const { change } = read
    const { dossier, reports } = data
    const { db, write } = await database()
    const open = await findRecord(db, recordKey('dossier', dossier, dossier))
    if (!open) return refused([t('bulk.noDossier')], formData)
    const today = todayIn(open.record.timeZone)
    try {
      const { drafts } = await write((tx) =>
        changeReports(tx, {
          dossier,
          reports,
          change: (report) => changeReport(report, change, today),
          by: user.id,
          at: now(),
          note: t(`bulk.note.${change.verb}`),
        }),
      )
      if (drafts.length === 0) return refused([t('bulk.nothingLeft')], formData)
      redirect(addressOf(drafts.map((id) => ({ id }))))
    } catch (error) {
      if (!(error instanceof DraftsInTheWayError)) throw error
      const names = error.keys.map(({ id }) => t('publish.titled', { title: id })).join(t('publish.between'))
      return refused([t('bulk.inTheWay', { names })], formData)
    }
  },
  { dossier: ({ dossier }) => dossier },
)
