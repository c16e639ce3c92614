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
import { changeReport, mostChangedTogether, type ReportsChange, readReportsChange } from '@/lib/forms/change-reports'
import { idSchema } from '@/lib/model'
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
  async ({ data, user, formData }) => {
    const read = readReportsChange(data)
    if (!read.ok) return refused(['Some fields need another look.'], formData, read.errors)
    const { change } = read
    const { dossier, reports } = data
    const { db, write } = await database()
    const open = await findRecord(db, recordKey('dossier', dossier, dossier))
    if (!open) return refused(['There is no such dossier.'], formData)
    const today = todayIn(open.record.timeZone)
    try {
      const { drafts } = await write((tx) =>
        changeReports(tx, {
          dossier,
          reports,
          change: (report) => changeReport(report, change, today),
          by: user.id,
          at: now(),
          note: notes[change.verb],
        }),
      )
      if (drafts.length === 0)
        return refused(['There is nothing left to change: all of them say so already.'], formData)
      redirect(addressOf(drafts.map((id) => ({ id }))))
    } catch (error) {
      if (!(error instanceof DraftsInTheWayError)) throw error
      const names = error.keys.map(({ id }) => `“${id}”`).join(', ')
      return refused(
        [
          `Nothing was made: you have drafts that say something else, of ${names}. Publish or discard them first, so that no text is lost.`,
        ],
        formData,
      )
    }
  },
  { dossier: ({ dossier }) => dossier },
)

const notes: Record<ReportsChange['verb'], string> = {
  tag: 'Adds an effect to several reports',
  replace: 'Replaces a change in several reports',
  publisher: 'Sets the publisher of several reports',
  describe: 'Sets kind or sourcing of several reports',
  retract: 'Retracts several reports',
}
