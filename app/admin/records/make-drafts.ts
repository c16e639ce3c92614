import 'server-only'
import { redirect } from 'next/navigation'
import { type ActionState, refused } from '@/app/_server/action-state'
import { now } from '@/app/_server/clock'
import { mostTogether } from '@/app/_server/drafts/needed-drafts'
import { database } from '@/db/client'
import { draftTogether } from '@/db/commands/draft-together'
import { DraftsInTheWayError } from '@/db/commands/errors'
import type { User } from '@/db/queries/user'
import type { DeskWords } from '@/lib/words/desk-messages'
import { addressOf } from '../publish/publication'
import type { IdPlan } from './id-plan'

/** Makes the drafts of a plan, and goes on to the page that publishes them together. */
export async function makeDrafts(
  plan: IdPlan,
  { user, formData, note, t }: { user: User; formData: FormData; note: string; t: DeskWords },
): Promise<ActionState> {
  if (plan.problem) return refused([plan.problem], formData)
  if (plan.steps.length > mostTogether)
    return refused([t('newId.tooMany', { count: plan.steps.length, most: mostTogether })], formData)
  const { write } = await database()
  try {
    const drafts = await write((tx) => draftTogether(tx, { steps: plan.steps, by: user.id, at: now(), note }))
    redirect(addressOf(drafts.map((id) => ({ id }))))
  } catch (error) {
    if (!(error instanceof DraftsInTheWayError)) throw error
    return refused([t('newId.inTheWay', { names: error.keys.map(({ id }) => id).join(t('draft.between')) })], formData)
  }
}
