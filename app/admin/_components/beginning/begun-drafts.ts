import 'server-only'
import type { ActionState } from '@/app/_server/action-state'
import { goOn, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { draftTogether } from '@/db/commands/draft-together'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { endBeginning } from '@/db/commands/newsroom/beginning'
import { recordKey } from '@/db/key'
import type { User } from '@/db/queries/user'
import type { BegunRecord } from '@/lib/forms/beginning/told'
import type { DeskWords } from '@/lib/words/desk-messages'
import { addressOf } from '../../publish/publication'

interface Begun {
  records: readonly BegunRecord[]
  dossier: string
  /** The answers that become drafts: of a dossier ('') or of a rule of one, in this version. */
  ending: { dossier: string; version: number }
}

interface Sent {
  user: User
  formData: FormData
  t: DeskWords
  note: string
  at: string
}

/** A draft of each record, and then the page that publishes them as one edition. The answers are in them from now on. */
export async function begunDrafts(
  { records, dossier, ending }: Begun,
  { user, formData, t, note, at }: Sent,
): Promise<ActionState> {
  const steps = records.map(({ kind, id, data }) => ({ key: recordKey(kind, dossier, id), data }))
  const { write } = await database()
  try {
    const drafts = await write(async (tx) => {
      await endBeginning(tx, { author: user.id, ...ending })
      return draftTogether(tx, { steps, by: user.id, at, note })
    })
    return goOn(addressOf(drafts.map((id) => ({ id }))))
  } catch (error) {
    if (!(error instanceof DraftsInTheWayError)) throw error
    return refused([t('newId.inTheWay', { names: error.keys.map(({ id }) => id).join(t('draft.between')) })], formData)
  }
}
