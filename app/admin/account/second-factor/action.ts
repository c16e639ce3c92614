'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { sealForFactor, stepOf } from '@/app/_server/sign-in/second-factor'
import { database } from '@/db/client'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@/db/commands/people/second-factor'
import { findSecondFactor, hasSecondFactor } from '@/db/queries/people/second-factor'
import { newRecoveryCodes, newTotpSecret, recoveryMark } from '@/lib/auth/second-factor'

const here = '/admin/account/second-factor'

/** New recovery codes as they are kept: by their marks, and sealed for the one time that they are shown. */
function codesFor(user: string): { marks: string[]; sealed: string } {
  const codes = newRecoveryCodes()
  return { marks: codes.map(recoveryMark), sealed: sealForFactor(user, codes.join(' ')).sealed }
}

/** Makes the secret of a second factor, which the page then shows. */
export const begin = deskAction(
  z.object({}),
  'author',
  async ({ user }) => {
    const { write } = await database()
    const secret = sealForFactor(user.id, newTotpSecret())
    await write((tx) => beginSecondFactor(tx, { user: user.id, at: now(), secret }))
    redirect(here)
  },
  { proof: true },
)

/** Takes the second factor into use, by a first code of it. */
export const confirm = deskAction(
  z.object({ code: z.string().trim().min(1, 'is missing') }),
  'author',
  async ({ data, user, session, formData, t }) => {
    const { db, write } = await database()
    const at = now()
    const factor = await findSecondFactor(db, user.id)
    if (!factor || factor.confirmedAt !== null) redirect(here)
    const step = stepOf(factor, data.code, at)
    if (step === null) return refused([], formData, { code: [t('signIn.wrongCode')] })
    const given = { user: user.id, at, step, codes: codesFor(user.id), session: session.id }
    await write((tx) => confirmSecondFactor(tx, given))
    redirect(here)
  },
  { proof: true },
)

/** Makes new recovery codes; the old ones are worth nothing. */
export const renewCodes = deskAction(
  z.object({}),
  'author',
  async ({ user }) => {
    const { db, write } = await database()
    if (await hasSecondFactor(db, user.id))
      await write((tx) => renewRecoveryCodes(tx, { user: user.id, at: now(), codes: codesFor(user.id) }))
    redirect(here)
  },
  { proof: true },
)

/** Gives the second factor up. */
export const remove = deskAction(
  z.object({}),
  'author',
  async ({ user, session }) => {
    const { write } = await database()
    await write((tx) => removeSecondFactor(tx, { user: user.id, at: now(), by: user.id, except: session.id }))
    redirect('/admin/account?said=factorOff')
  },
  { proof: true },
)
