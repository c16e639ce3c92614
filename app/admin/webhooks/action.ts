'use server'

import { randomBytes } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { hooksTo, keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { addDelivery } from '@/db/commands/wire/delivery'
import { createWebhook, pauseWebhook, removeWebhook } from '@/db/commands/wire/subscription'
import { findSubscription } from '@/db/queries/wire/subscription'
import { findFollowed } from '@/db/wire/followed'
import { locales } from '@/lib/model'
import { hookRefusal } from '@/lib/wire/post'
import { rhythms } from '@/lib/wire/rhythm'
import { whatTyped } from '@/lib/wire/what'
import { hookForms } from '@/lib/wire/words'

const site = { dossier: () => '' }

const made = z.object({
  address: z.string().trim().min(1, 'is missing').max(2000),
  what: z.string().transform(whatTyped),
  language: z.enum(locales),
  rhythm: z.enum(rhythms),
  form: z.enum(hookForms),
})

/** Begins a webhook; the page that follows shows its secret, once. */
export const makeWebhook = deskAction(
  made,
  'admin',
  async ({ data, user, formData, t }) => {
    const refusal = hookRefusal(data.address, hooksTo())
    if (refusal) return refused([t('action.fields')], formData, { address: [t(`webhooks.refused.${refusal}`)] })
    const { db, write } = await database()
    const followed = await findFollowed(db, data.what, data.language)
    if (!followed) return refused([t('action.fields')], formData, { what: [t('webhooks.noFeed')] })
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const { what, zone } = followed
    const given = { ...data, what, zone, keys: keysOfWire(), secret, by: user.id, at: now() }
    const id = await write((tx) => createWebhook(tx, given))
    if (id === null) return refused([t('action.fields')], formData, { address: [t('webhooks.double')] })
    redirect(`/admin/webhooks?made=${id}`)
  },
  site,
)

const changed = z.object({ id: z.string(), act: z.enum(['test', 'pause', 'resume', 'remove']) })

/** Tests a webhook, pauses it, lets it go on, or removes it. */
export const changeWebhook = deskAction(
  changed,
  'admin',
  async ({ data: { id, act }, user, formData, t }) => {
    const { db, write } = await database()
    const found = await findSubscription(db, id)
    if (found?.channel !== 'webhook') return refused([t('webhooks.gone')], formData)
    const at = now()
    if (act === 'test') {
      if (found.state === 'paused') return refused([t('webhooks.isPaused')], formData)
      await write((tx) => addDelivery(tx, { subscription: id, about: 'test', at }))
    } else if (act === 'remove') await write((tx) => removeWebhook(tx, { id, by: user.id, at }))
    else await write((tx) => pauseWebhook(tx, { id, isPaused: act === 'pause', by: user.id, at }))
    redirect(`/admin/webhooks?said=${act}`)
  },
  site,
)
