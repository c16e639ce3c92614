'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { mostTogether } from '@/app/_server/drafts/needed-drafts'
import { database } from '@/db/client'
import { DraftsInTheWayError, TooManyDraftsError } from '@/db/commands/errors'
import { bringBackDossiers, undoEdition } from '@/db/commands/undo-edition'
import { findEdition } from '@/db/queries/edition'
import { mayAct } from '@/lib/auth/roles'
import type { EditionSummary, Tally } from '@/lib/events/edition-summary'
import type { DeskWords } from '@/lib/words/desk-messages'

const sumOf = (records: EditionSummary['records'], what: keyof Tally): number =>
  Object.values(records).reduce((sum, tally) => sum + tally[what], 0)

const tooMany = (t: DeskWords, count: number): string => t('editions.undoMany', { count, most: mostTogether })

const form = z.object({ edition: z.coerce.number().int().min(1) })

/** Makes drafts that bring back the state before an edition, and goes on to the page that publishes them. */
export const undo = deskAction(form, 'editor', async ({ data, user, formData, t }) => {
  const { db, write } = await database()
  const edition = await findEdition(db, data.edition)
  if (!edition) return refused([t('editions.undoNone')], formData)
  const { dossiers, records } = edition.summary
  const count = sumOf(records, 'created') + sumOf(records, 'updated') + sumOf(records, 'removed')
  const isWhole = (records.dossier?.removed ?? 0) > 0
  // Where something got another id, what names it follows without a draft.
  const mayFollow = (records.dossier?.updated ?? 0) + sumOf(records, 'removed') > 0
  if (count > mostTogether && !isWhole && !mayFollow) return refused([tooMany(t, count)], formData)
  const places = dossiers.length === 0 || records.source ? [...dossiers, ''] : dossiers
  if (!places.every((dossier) => mayAct(user, 'editor', dossier))) return refused([t('editions.undoNoRight')], formData)
  if (isWhole) {
    const reason = t('editions.undoneReason', { number: data.edition })
    const made = await write((tx) => bringBackDossiers(tx, { edition: data.edition, by: user.id, at: now(), reason }))
    return made ? redirect(`/admin?edition=${made.edition}`) : refused([t('editions.undoThereAgain')], formData)
  }
  try {
    const { drafts, changedSince } = await write((tx) =>
      undoEdition(tx, { edition: data.edition, by: user.id, at: now(), most: mostTogether }),
    )
    if (drafts.length === 0)
      return refused([t(changedSince.length > 0 ? 'editions.undoSince' : 'editions.undoNothing')], formData)
    redirect(`/admin/publish?${drafts.map((id) => `draft=${id}`).join('&')}`)
  } catch (error) {
    if (error instanceof TooManyDraftsError) return refused([tooMany(t, error.count)], formData)
    if (!(error instanceof DraftsInTheWayError)) throw error
    const names = error.keys
      .map(({ kind, id }) => t('editions.named', { kind: t(`kind.${kind}`), id }))
      .join(t('editions.between'))
    return refused([t('editions.undoInTheWay', { names })], formData)
  }
})
