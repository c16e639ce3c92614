'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { mostTogether } from '@/app/_server/drafts/needed-drafts'
import { database } from '@/db/client'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { undoEdition } from '@/db/commands/undo-edition'
import { findEdition } from '@/db/queries/edition'
import { mayAct } from '@/lib/auth/roles'

const form = z.object({ edition: z.coerce.number().int().min(1) })

/** Makes drafts that bring back the state before an edition, and goes on to the page that publishes them. */
export const undo = deskAction(form, 'editor', async ({ data, user, formData }) => {
  const { db, write } = await database()
  const edition = await findEdition(db, data.edition)
  if (!edition) return refused(['There is no such edition.'], formData)
  const { dossiers, records } = edition.summary
  const count = Object.values(records).reduce(
    (sum, { created, updated, removed }) => sum + created + updated + removed,
    0,
  )
  if (count > mostTogether)
    return refused([`This edition changed ${count} records, and ${mostTogether} can be undone at once.`], formData)
  const places = dossiers.length === 0 || records.source ? [...dossiers, ''] : dossiers
  if (!places.every((dossier) => mayAct(user, 'editor', dossier)))
    return refused(['Nothing was done: you are no editor of all that this edition changed.'], formData)
  try {
    const { drafts, changedSince } = await write((tx) =>
      undoEdition(tx, { edition: data.edition, by: user.id, at: now() }),
    )
    if (drafts.length === 0)
      return refused(
        [changedSince.length > 0 ? 'All of its records were published again since.' : 'There is nothing to undo.'],
        formData,
      )
    redirect(`/admin/publish?${drafts.map((id) => `draft=${id}`).join('&')}`)
  } catch (error) {
    if (!(error instanceof DraftsInTheWayError)) throw error
    const names = error.keys.map(({ kind, id }) => `${kind} “${id}”`).join(', ')
    return refused(
      [`You have drafts that say something else: ${names}. Publish or discard them first, so that no text is lost.`],
      formData,
    )
  }
})
