'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { type ActionState, deskAction, refused } from '@/app/_server/desk-action'
import { freeId } from '@/app/_server/drafts/free-id'
import { database } from '@/db/client'
import { saveDraft } from '@/db/commands/draft'
import { type RecordKey, recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { findRevision, listRevisionEntries } from '@/db/queries/revision'
import { deskLanguage } from '@/lib/addresses/names'
import { newRecord } from '@/lib/forms/new-record'
import { formKinds } from '@/lib/forms/record-shapes'
import { idSchema, recordKinds } from '@/lib/model'
import { slugOf } from '@/lib/words/slug'

const editForm = z.object({ kind: z.enum(recordKinds), dossier: z.string(), id: idSchema })

/** The role is needed where the record stands; publishers stand in no dossier. */
const inItsDossier = {
  dossier: ({ kind, dossier }: { kind: string; dossier: string }) => (kind === 'source' ? '' : dossier),
}

/** Begins a draft from what is published now; from the last text when the record was removed. */
export const editRecord = deskAction(
  editForm,
  'author',
  async ({ data: form, user, formData }) => {
    const key = recordKey(form.kind, form.dossier, form.id)
    const { db } = await database()
    const published = await findRecord(db, key)
    const data = published?.record ?? (await lastText(db, key))
    if (!data) return refused(['There is no such record.'], formData)
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
  async ({ data: form, user, formData }) => {
    const key = recordKey(...form.record)
    const { db } = await database()
    const data = (await findRecord(db, key))?.record ?? (await lastText(db, key))
    if (!data) return refused(['There is no such record.'], formData)
    return openDraft(key, data, user.id)
  },
  { dossier: ({ record: [kind, dossier] }) => (kind === 'source' ? '' : dossier) },
)

/** The last text of a record that was removed. */
async function lastText(db: Awaited<ReturnType<typeof database>>['db'], key: RecordKey): Promise<unknown> {
  const last = (await listRevisionEntries(db, key)).find(({ removed }) => !removed)
  return last && (await findRevision(db, key, last.number))?.data
}

const restoreForm = editForm.extend({ revision: z.coerce.number().int().min(1) })

/** Begins a draft that says again what a revision said. */
export const restoreRevision = deskAction(
  restoreForm,
  'author',
  async ({ data: form, user, formData }) => {
    const key = recordKey(form.kind, form.dossier, form.id)
    const { db, write } = await database()
    const revision = await findRevision(db, key, form.revision)
    if (!revision || revision.data === null) return refused(['There is no text in that revision.'], formData)
    const text = { key, data: revision.data, author: user.id, at: now(), note: `Restores revision ${form.revision}` }
    const saved = await write((tx) => saveDraft(tx, text))
    if (!saved.ok)
      return refused(
        ['You have a draft of this record already: publish or discard it first, so that neither text is lost.'],
        formData,
      )
    redirect(`/admin/drafts/${saved.draft.id}`)
  },
  inItsDossier,
)

const startForm = z.object({
  kind: z.enum(formKinds, { error: 'is missing: choose one' }),
  dossier: z.string(),
  name: z.string().trim().min(1, 'is missing').max(300, 'may have 300 characters at most'),
})

/** Begins the draft of a new record by its name, of which its id is made. */
export const startRecord = deskAction(
  startForm,
  'author',
  async ({ data: { kind, dossier, name }, user }) => {
    const { db } = await database()
    const id = await freeId(db, kind, dossier, slugOf(name) || kind)
    return openDraft(recordKey(kind, dossier, id), newRecord(kind, id, name, deskLanguage), user.id)
  },
  inItsDossier,
)

/** Opens a new draft, or the author's own one when it is there already. */
async function openDraft(key: RecordKey, data: unknown, author: string): Promise<ActionState> {
  const { write } = await database()
  const saved = await write((tx) => saveDraft(tx, { key, data, author, at: now() }))
  redirect(`/admin/drafts/${saved.ok ? saved.draft.id : saved.conflict.id}`)
}
