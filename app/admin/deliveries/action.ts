'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { giveUp, tryAgain } from '@/db/commands/wire/delivery'

/** Has a delivery tried again, or lets go of it. */
export const settleDelivery = deskAction(
  z.object({ id: z.string(), act: z.enum(['again', 'drop']) }),
  'admin',
  async ({ data: { id, act }, user, formData, t }) => {
    const { write } = await database()
    const given = { id, by: user.id, at: now() }
    const isDone = await write((tx) => (act === 'again' ? tryAgain(tx, given) : giveUp(tx, given)))
    if (!isDone) return refused([t('deliveries.nothing')], formData)
    redirect(`/admin/deliveries?said=${act}`)
  },
  { dossier: () => '' },
)
