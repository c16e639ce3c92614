'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { type DeskRequest, deskAction, refused } from '@/app/_server/desk-action'
import { findDossier, openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { DraftGoneError } from '@/db/commands/draft'
import { moveDraft } from '@/db/commands/newsroom/draft-author'
import {
  approve as approveDraft,
  comment as commentOn,
  handIn as handInDraft,
  mostComment,
  resolveComment,
  sendBack as sendBackDraft,
  setEmbargo,
  takeBack as takeBackDraft,
} from '@/db/commands/newsroom/review'
import { type DraftEntry, findDraftEntry } from '@/db/queries/draft'
import { findUser } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { localTimeIn } from '@/lib/model'
import { sayLocalTime } from '../../../_components/local-time'
import { type DraftRights, rightsOn } from '../rights'

const draftForm = z.object({ draft: z.string() })
const stepForm = draftForm.extend({ version: z.coerce.number().int() })
const text = z.string().trim().min(1, 'is missing').max(mostComment, `may have ${mostComment} characters at most`)

/** Who asks, and in which language. */
type Asking = Pick<DeskRequest<unknown>, 'user' | 't'>

/** The draft of a form, where the person has the right; else why not, in words. */
async function draftFor(
  id: string,
  { user, t }: Asking,
  right: keyof DraftRights | ((rights: DraftRights) => boolean),
): Promise<DraftEntry | string> {
  const { db } = await database()
  const draft = await findDraftEntry(db, id)
  if (!draft) return t('review.gone')
  const rights = rightsOn(user, draft)
  const may = typeof right === 'function' ? right(rights) : rights[right]
  return may ? draft : t('review.noRole')
}

/** A step of the review; the page is made anew, or says why it was not made. */
async function step(
  { data: form, user, formData, t }: DeskRequest<{ draft: string; version: number }>,
  right: Parameters<typeof draftFor>[2],
  run: typeof handInDraft,
) {
  const draft = await draftFor(form.draft, { user, t }, right)
  if (typeof draft === 'string') return refused([draft], formData)
  const { write } = await database()
  const given = { id: draft.id, version: form.version, by: user.id, at: now() }
  const done = await write((tx) => run(tx, given)).catch((error: unknown) => {
    if (error instanceof DraftGoneError) return null
    throw error
  })
  if (done === null) return refused([t('review.gone')], formData)
  if (!done.ok) return refused([t(done.reason === 'own' ? 'review.own' : 'review.stale')], formData)
  redirect(`/admin/drafts/${draft.id}`)
}

/** Hands a draft in for review. */
export const handIn = deskAction(stepForm, 'author', async (asked) => step(asked, 'write', handInDraft))

/** Takes a draft that was handed in, or approved, back to being written. */
export const takeBack = deskAction(stepForm, 'author', async (asked) =>
  step(asked, ({ write, review }) => write || review, takeBackDraft),
)

/** Approves a draft in the version that was read. */
export const approve = deskAction(stepForm, 'reviewer', async (asked) => step(asked, 'review', approveDraft))

/** Sends a draft back with what is to be mended. */
export const sendBack = deskAction(stepForm.extend({ text }), 'reviewer', async (asked) =>
  step(asked, 'review', (tx, given) => sendBackDraft(tx, { ...given, text: asked.data.text })),
)

const commentForm = draftForm.extend({ field: z.string().max(200), text })

/** Comments on a field of a draft, or on the whole. */
export const comment = deskAction(commentForm, 'author', async ({ data, user, formData, t }) => {
  const draft = await draftFor(data.draft, { user, t }, ({ own, review }) => own || review)
  if (typeof draft === 'string') return refused([draft], formData)
  const { write } = await database()
  await write((tx) => commentOn(tx, { id: draft.id, field: data.field, text: data.text, by: user.id, at: now() }))
  redirect(`/admin/drafts/${draft.id}`)
})

/** Marks a comment as dealt with. */
export const resolve = deskAction(
  draftForm.extend({ comment: z.string() }),
  'author',
  async ({ data, user, formData, t }) => {
    const draft = await draftFor(data.draft, { user, t }, ({ own, review }) => own || review)
    if (typeof draft === 'string') return refused([draft], formData)
    const { write } = await database()
    await write((tx) => resolveComment(tx, { id: data.comment, draft: draft.id, by: user.id, at: now() }))
    redirect(`/admin/drafts/${draft.id}`)
  },
)

/** Sets the time, on the clocks of the dossier, before which a draft may not be published; empty: none. */
export const embargo = deskAction(
  draftForm.extend({ until: z.string().trim() }),
  'editor',
  async ({ data, user, formData, t }) => {
    const draft = await draftFor(data.draft, { user, t }, 'publish')
    if (typeof draft === 'string') return refused([draft], formData)
    const zone = (await findDossier(draft.dossier))?.dossier.timeZone ?? (await openSite()).site.zone
    const time = data.until === '' ? null : localTimeIn(data.until, zone)
    if (time && !time.ok) return refused([], formData, { until: [sayLocalTime(t, time.reason, zone)] })
    const { write } = await database()
    const until = time?.instant ?? null
    await write((tx) => setEmbargo(tx, { id: draft.id, embargo: until, by: user.id, at: now() }))
    redirect(`/admin/drafts/${draft.id}`)
  },
)

/** Makes a draft one's own, or hands it on to somebody who may write there. */
export const moveTo = deskAction(
  draftForm.extend({ to: z.string().min(1, 'is missing: choose a person') }),
  'author',
  async ({ data, user, formData, t }) => {
    const draft = await draftFor(data.draft, { user, t }, 'write')
    if (typeof draft === 'string') return refused([draft], formData)
    const { db, write } = await database()
    const to = await findUser(db, data.to)
    if (!to || to.disabledAt !== null || !mayAct(to, 'author', draft.dossier))
      return refused([], formData, { to: [t('review.mayNot')] })
    const moved = await write((tx) => moveDraft(tx, { id: draft.id, to: to.id, by: user.id, at: now() }))
    if (!moved.ok && to.id === user.id) redirect(`/admin/drafts/${moved.conflict.id}/merge?from=${draft.id}`)
    if (!moved.ok) return refused([t('review.hasDraft', { who: to.name })], formData)
    redirect(`/admin/drafts/${draft.id}`)
  },
)
