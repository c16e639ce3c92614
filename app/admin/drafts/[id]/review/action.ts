'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
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
import { findUser, type User } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { localTimeIn } from '@/lib/model'
import { sayLocalTime } from '../../../_components/local-time'
import { type DraftRights, rightsOn } from '../rights'

const goneNote = 'This draft is gone: it was published or discarded.'
const staleNote = 'It was saved again since you opened this page. Read it once more, then decide.'
const ownNote = 'You wrote this text last: somebody else has to approve it.'

const draftForm = z.object({ draft: z.string() })
const stepForm = draftForm.extend({ version: z.coerce.number().int() })
const text = z.string().trim().min(1, 'is missing').max(mostComment, `may have ${mostComment} characters at most`)

/** The draft of a form, where the person has the right; else why not, in words. */
async function draftFor(
  id: string,
  user: User,
  right: keyof DraftRights | ((rights: DraftRights) => boolean),
): Promise<DraftEntry | string> {
  const { db } = await database()
  const draft = await findDraftEntry(db, id)
  if (!draft) return goneNote
  const rights = rightsOn(user, draft)
  const may = typeof right === 'function' ? right(rights) : rights[right]
  return may ? draft : 'Your role does not allow this on this draft, so nothing was done.'
}

/** A step of the review; the page is made anew, or says why it was not made. */
async function step(
  form: { draft: string; version: number },
  user: User,
  formData: FormData,
  right: Parameters<typeof draftFor>[2],
  run: typeof handInDraft,
) {
  const draft = await draftFor(form.draft, user, right)
  if (typeof draft === 'string') return refused([draft], formData)
  const { write } = await database()
  const given = { id: draft.id, version: form.version, by: user.id, at: now() }
  const done = await write((tx) => run(tx, given)).catch((error: unknown) => {
    if (error instanceof DraftGoneError) return null
    throw error
  })
  if (done === null) return refused([goneNote], formData)
  if (!done.ok) return refused([done.reason === 'own' ? ownNote : staleNote], formData)
  redirect(`/admin/drafts/${draft.id}`)
}

/** Hands a draft in for review. */
export const handIn = deskAction(stepForm, 'author', async ({ data, user, formData }) =>
  step(data, user, formData, 'write', handInDraft),
)

/** Takes a draft that was handed in, or approved, back to being written. */
export const takeBack = deskAction(stepForm, 'author', async ({ data, user, formData }) =>
  step(data, user, formData, ({ write, review }) => write || review, takeBackDraft),
)

/** Approves a draft in the version that was read. */
export const approve = deskAction(stepForm, 'reviewer', async ({ data, user, formData }) =>
  step(data, user, formData, 'review', approveDraft),
)

/** Sends a draft back with what is to be mended. */
export const sendBack = deskAction(stepForm.extend({ text }), 'reviewer', async ({ data, user, formData }) =>
  step(data, user, formData, 'review', (tx, given) => sendBackDraft(tx, { ...given, text: data.text })),
)

const commentForm = draftForm.extend({ field: z.string().max(200), text })

/** Comments on a field of a draft, or on the whole. */
export const comment = deskAction(commentForm, 'author', async ({ data, user, formData }) => {
  const draft = await draftFor(data.draft, user, ({ own, review }) => own || review)
  if (typeof draft === 'string') return refused([draft], formData)
  const { write } = await database()
  await write((tx) => commentOn(tx, { id: draft.id, field: data.field, text: data.text, by: user.id, at: now() }))
  redirect(`/admin/drafts/${draft.id}`)
})

/** Marks a comment as dealt with. */
export const resolve = deskAction(
  draftForm.extend({ comment: z.string() }),
  'author',
  async ({ data, user, formData }) => {
    const draft = await draftFor(data.draft, user, ({ own, review }) => own || review)
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
  async ({ data, user, formData }) => {
    const draft = await draftFor(data.draft, user, 'publish')
    if (typeof draft === 'string') return refused([draft], formData)
    const zone = (await findDossier(draft.dossier))?.dossier.timeZone ?? 'UTC'
    const time = data.until === '' ? null : localTimeIn(data.until, zone)
    if (time && !time.ok) return refused([], formData, { until: [sayLocalTime(time.reason, zone)] })
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
  async ({ data, user, formData }) => {
    const draft = await draftFor(data.draft, user, 'write')
    if (typeof draft === 'string') return refused([draft], formData)
    const { db, write } = await database()
    const to = await findUser(db, data.to)
    if (!to || to.disabledAt !== null || !mayAct(to, 'author', draft.dossier))
      return refused([], formData, { to: ['may not write in this dossier: choose somebody who may'] })
    const moved = await write((tx) => moveDraft(tx, { id: draft.id, to: to.id, by: user.id, at: now() }))
    if (!moved.ok && to.id === user.id) redirect(`/admin/drafts/${moved.conflict.id}/merge?from=${draft.id}`)
    if (!moved.ok)
      return refused([`${to.name} has a draft of this record already: take this one over and merge the two.`], formData)
    redirect(`/admin/drafts/${draft.id}`)
  },
)
