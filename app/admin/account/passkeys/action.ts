'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { keepPasskey } from '@/app/_server/sign-in/passkey'
import { database } from '@/db/client'
import { removePasskeys } from '@/db/commands/people/passkey'
import { personNameSchema } from '@/lib/auth/login'

/** Keeps a passkey that this browser has made. */
export const addOne = deskAction(
  z.object({ name: personNameSchema, answer: z.string().min(1, 'is missing') }),
  'author',
  async ({ data: { name, answer }, user, formData, t }) => {
    if (!(await keepPasskey(user.id, name, answer)))
      return refused([t('passkeys.wrong')], formData, { answer: [t('passkeys.notTaken')] })
    redirect('/admin/account/passkeys?said=added')
  },
  { proof: true },
)

/** Takes a passkey away; all other sessions end. */
export const removeOne = deskAction(
  z.object({ passkey: z.string() }),
  'author',
  async ({ data, user, session }) => {
    const { write } = await database()
    const given = { user: user.id, id: data.passkey, at: now(), by: user.id, except: session.id }
    await write((tx) => removePasskeys(tx, given))
    redirect('/admin/account/passkeys?said=removed')
  },
  { proof: true },
)
