import 'server-only'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type ActionState, refused } from '@/app/_server/action-state'
import { attemptOf } from '@/app/_server/attempt'
import { now } from '@/app/_server/clock'
import { type Db, database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { followName } from '@/db/commands/newsroom/follow-name'
import { recordKey } from '@/db/key'
import { type Draft, draftOfAttempt, findDraft } from '@/db/queries/draft'
import { findUser, type User } from '@/db/queries/user'
import type { Applied } from '@/lib/forms/fields'
import type { Shape } from '@/lib/forms/shape'
import { isSameRecord } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { conflictOf } from './conflict'
import { rightsOn } from './rights'

/** What every form of an editor sends. */
export const saveForm = z.object({
  draft: z.string(),
  version: z.coerce.number().int(),
  intent: z.string().default('save'),
  // Whose form it is: another person may be signed in by now.
  writer: z.string(),
})

/** The session is another person's than the form's: somebody else has signed in here. */
async function anothersForm(db: Db, { writer, user, t }: SentForm): Promise<string> {
  const theirs = await findUser(db, writer)
  return t('draft.anothersForm', { user: user.name, theirs: theirs?.name ?? t('draft.another') })
}

/** The draft is not, or no longer, one in which this person may write. */
async function notTheirs(db: Db, { author }: Draft, t: DeskWords): Promise<string> {
  const theirs = await findUser(db, author)
  return t('draft.anothersDraft', { theirs: theirs?.name ?? t('draft.another') })
}

/** A form of an editor as it was sent, and by whom. */
export interface SentForm {
  draft: string
  version: number
  intent: string
  writer: string
  user: User
  formData: FormData
  /** What the form shows of the record; null: its file form. */
  shape: Shape | null
  t: DeskWords
  /** The record as the form shows it, where that is another arrangement of it. */
  shown?: (data: unknown) => unknown
}

const shownBy = ({ shown }: SentForm, draft: Draft): Draft => (shown ? { ...draft, data: shown(draft.data) } : draft)

/**
 * Stores what `put` makes of the draft, unless the draft was saved elsewhere since the form was made: then both texts are kept
 * for the author. A form that comes a second time is stored once, and one that changes nothing stores nothing.
 */
export async function store(
  sent: SentForm,
  field: string,
  put: (draft: Draft, tx: Parameters<typeof saveDraft>[0]) => Applied | Promise<Applied>,
): Promise<ActionState> {
  const { user, formData, version, t } = sent
  const { write } = await database()
  const attempt = attemptOf(formData)
  const saved = await write(async (tx) => {
    const draft = await findDraft(tx, sent.draft)
    if (!draft) return { refusal: refused([t('draft.gone')], formData) }
    if (sent.writer !== user.id) return { refusal: refused([await anothersForm(tx, sent)], formData) }
    if (!rightsOn(user, draft).write) return { refusal: refused([await notTheirs(tx, draft, t)], formData) }
    const { author } = draft
    const again = attempt ? await draftOfAttempt(tx, { author, attempt }) : null
    if (again?.id === draft.id) return { draft }
    if (draft.version !== version) return { refusal: conflictOf(shownBy(sent, draft), formData, sent.shape, t) }
    const applied = await put(draft, tx)
    if (!applied.ok) {
      const why = [faultInWords(t, applied.message)]
      return { refusal: field === 'intent' ? refused(why, formData) : refused([], formData, { [field]: why }) }
    }
    const { data } = applied
    if (isSameRecord(data, draft.data)) return { draft }
    const key = recordKey(draft.kind, draft.dossier, draft.recordId)
    const at = now()
    const result = await saveDraft(tx, { id: draft.id, key, data, author, by: user.id, at, version, attempt })
    return result.ok
      ? { draft: await followName(tx, { draft: result.draft, before: draft.data, by: user.id, at }) }
      : { refusal: conflictOf(shownBy(sent, result.conflict), formData, sent.shape, t) }
  })
  if (saved.refusal) return saved.refusal
  const { id, updatedAt } = saved.draft
  const stored = { ok: true, at: updatedAt, version: saved.draft.version } as const
  if (sent.intent === 'review') return { ok: true, to: `/admin/publish?draft=${id}`, stored }
  // The page is made anew in place: a redirect would take the author back to its top.
  revalidatePath(`/admin/drafts/${id}`)
  return stored
}
