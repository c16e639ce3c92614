'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { type ActionState, deskAction, refused } from '@/app/_server/desk-action'
import { type Db, database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { type RecordKey, recordKey } from '@/db/key'
import { freeId } from '@/db/queries/newsroom/free-id'
import { findRecord } from '@/db/queries/record'
import { findRevision, listRevisionEntries } from '@/db/queries/revision'
import { findSite } from '@/db/queries/site/site'

import { newRecord } from '@/lib/forms/new-record'
import { begunKinds } from '@/lib/forms/record-shapes'
import { idSchema, isOutside, recordKinds, siteId } from '@/lib/model'
import { slugOf } from '@/lib/words/slug'

const editForm = z.object({ kind: z.enum(recordKinds), dossier: z.string(), id: idSchema })

/** The role is needed where the record stands; publishers and the site stand in no dossier. */
const inItsDossier = {
  dossier: ({ kind, dossier }: { kind: string; dossier: string }) => (isOutside(kind) ? '' : dossier),
}

/** Begins a draft from what is published now; from the last text when the record was removed. */
export const editRecord = deskAction(
  editForm,
  'author',
  async ({ data: form, user, formData, t }) => {
    const key = recordKey(form.kind, form.dossier, form.id)
    const { db } = await database()
    const published = await findRecord(db, key)
    const data = published?.record ?? (await lastText(db, key)) ?? (await unsaid(db, key))
    if (!data) return refused([t('records.none')], formData)
    return openDraft(key, data, user.id)
  },
  inItsDossier,
)

const listedForm = z.object({
  record: z
    .string()
    .transform((text) => text.split('/'))
    .pipe(z.tuple([z.enum(recordKinds), idSchema.or(z.literal('')), idSchema])),
})

/** As `editRecord`, from a row of a list; its button says which record. */
export const editListed = deskAction(
  listedForm,
  'author',
  async ({ data: form, user, formData, t }) => {
    const key = recordKey(...form.record)
    const { db } = await database()
    const data = (await findRecord(db, key))?.record ?? (await lastText(db, key)) ?? (await unsaid(db, key))
    if (!data) return refused([t('records.none')], formData)
    return openDraft(key, data, user.id)
  },
  { dossier: ({ record: [kind, dossier] }) => (isOutside(kind) ? '' : dossier) },
)

/** The last text of a record that was removed. */
async function lastText(db: Db, key: RecordKey): Promise<unknown> {
  const last = (await listRevisionEntries(db, key)).find(({ removed }) => !removed)
  return last && (await findRevision(db, key, last.number))?.data
}

/** What the site is while nobody has published that. */
const unsaid = async (db: Db, key: RecordKey): Promise<unknown> =>
  key.kind === 'site' && key.id === siteId ? findSite(db) : undefined

const restoreForm = editForm.extend({ revision: z.coerce.number().int().min(1) })

/** Begins a draft that says again what a revision said. */
export const restoreRevision = deskAction(
  restoreForm,
  'author',
  async ({ data: form, user, formData, t }) => {
    const key = recordKey(form.kind, form.dossier, form.id)
    const { db, write } = await database()
    const revision = await findRevision(db, key, form.revision)
    if (!revision || revision.data === null) return refused([t('history.restoreNone')], formData)
    const note = t('history.restoreNote', { number: form.revision })
    const text = { key, data: revision.data, author: user.id, at: now(), note }
    const saved = await write((tx) => saveDraft(tx, text))
    if (!saved.ok) return refused([t('history.restoreInTheWay')], formData)
    redirect(`/admin/drafts/${saved.draft.id}`)
  },
  inItsDossier,
)

const startForm = z.object({
  kind: z.enum(begunKinds, { error: 'is missing: choose one' }),
  dossier: z.string(),
  name: z.string().trim().min(1, 'is missing').max(300, 'may have 300 characters at most'),
})

/** Begins the draft of a new record by its name, of which its id is made. */
export const startRecord = deskAction(
  startForm,
  'author',
  async ({ data: { kind, dossier, name }, user, locale }) => {
    const { db } = await database()
    const id = await freeId(db, kind, dossier, slugOf(name) || kind)
    return openDraft(recordKey(kind, dossier, id), newRecord(kind, id, name, locale), user.id)
  },
  inItsDossier,
)

/** Opens a new draft, or the author's own one when it is there already. */
async function openDraft(key: RecordKey, data: unknown, author: string): Promise<ActionState> {
  const { write } = await database()
  const saved = await write((tx) => saveDraft(tx, { key, data, author, at: now() }))
  redirect(`/admin/drafts/${saved.ok ? saved.draft.id : saved.conflict.id}`)
}
