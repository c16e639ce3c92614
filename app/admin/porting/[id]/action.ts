'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type ActionState, refused } from '@/app/_server/action-state'
import { now } from '@/app/_server/clock'
import { deskAction } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { DraftsInTheWayError, PublishRefusedError } from '@/db/commands/errors'
import {
  draftUpload,
  publishUpload,
  SecondPersonError,
  ShownEditionError,
  UploadGoneError,
} from '@/db/commands/porting/take-upload'
import { dropUpload } from '@/db/commands/porting/upload'
import type { RecordKey } from '@/db/key'
import { findUpload } from '@/db/queries/porting/upload'
import { mayAct, publishingRole } from '@/lib/auth/roles'
import type { DeskWords } from '@/lib/words/desk-messages'
import { refusalInWords } from '../../publish/refusal'
import { openUpload } from './opened'

const gone = '/admin/porting?said=gone'
const mostNamed = 20

/** The records of an upload that is still there and sound; who has not seen that it is not is sent to look. */
async function contentOf(id: string) {
  const { db } = await database()
  const upload = await findUpload(db, id, now())
  if (!upload) redirect(gone)
  const opened = await openUpload(db, upload)
  if (!opened.ok) redirect(`/admin/porting/${id}`)
  return { ...opened, upload }
}

function named(keys: readonly RecordKey[], t: DeskWords): string {
  const shown = keys.slice(0, mostNamed).map(({ kind, id }) => t('editions.named', { kind: t(`kind.${kind}`), id }))
  const rest = keys.length > mostNamed ? [t('porting.more', { count: keys.length - mostNamed })] : []
  return [...shown, ...rest].join(t('porting.between'))
}

const takeForm = z.object({ upload: z.string() })
const wholeSite = { dossier: () => '' }

/** Makes a draft of each record that differs, or none. */
export const makeDrafts = deskAction(
  takeForm,
  'editor',
  async ({ data, user, formData, t }): Promise<ActionState> => {
    const { upload, content, edition } = await contentOf(data.upload)
    const { write } = await database()
    const note = t('porting.tab', { name: upload.name })
    try {
      const taken = { upload: upload.id, content, by: user.id, at: now(), note }
      // Rows tell some fields only: of the others nobody's newer text may be lost.
      const { made } = await write((tx) => draftUpload(tx, upload.plan ? { ...taken, edition } : taken))
      redirect(`/admin/porting?made=${made}`)
    } catch (error) {
      if (error instanceof UploadGoneError) redirect(gone)
      if (error instanceof ShownEditionError) return refused([t('porting.moved', { current: error.current })], formData)
      if (!(error instanceof DraftsInTheWayError)) throw error
      return refused([t('porting.inTheWay', { names: named(error.keys, t) })], formData)
    }
  },
  wholeSite,
)

const publishForm = z.object({
  upload: z.string(),
  edition: z.coerce.number().int().min(0),
  reason: z.string().trim().min(1, 'is missing: say in a line why').max(500, 'may have 500 characters at most'),
})

/** Publishes all of it as one edition, or nothing. */
export const publishAll = deskAction(
  publishForm,
  'editor',
  async ({ data, user, formData, t, locale }): Promise<ActionState> => {
    const { upload, content, preview } = await contentOf(data.upload)
    const { write } = await database()
    const { edition, reason } = data
    if (!preview.changes.every(({ key }) => mayAct(user, publishingRole(key.kind))))
      return refused([t('porting.notAdmin')], formData)
    try {
      const taken = { upload: upload.id, content, by: user.id, at: now(), edition, reason }
      const made = await write((tx) => publishUpload(tx, taken))
      redirect(`/admin?edition=${made.edition}`)
    } catch (error) {
      if (error instanceof UploadGoneError) redirect(gone)
      if (error instanceof ShownEditionError) return refused([t('porting.moved', { current: error.current })], formData)
      if (error instanceof SecondPersonError)
        return refused([t('porting.second', { names: named(error.keys, t) })], formData)
      if (error instanceof PublishRefusedError) {
        const { formErrors, hindrances } = refusalInWords(error.refusal, [], { t, locale })
        return { ...refused(formErrors, formData), hindrances }
      }
      throw error
    }
  },
  wholeSite,
)

/** Lets go of it; nothing changes. */
export const forget = deskAction(
  takeForm,
  'editor',
  async ({ data }): Promise<ActionState> => {
    const { write } = await database()
    const dropped = await write((tx) => dropUpload(tx, data.upload))
    redirect(dropped ? '/admin/porting?said=forgotten' : gone)
  },
  wholeSite,
)
