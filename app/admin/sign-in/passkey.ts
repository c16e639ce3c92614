'use server'

import { setStatus } from '@/app/_server/answer-status'
import { now } from '@/app/_server/clock'
import { type ActionState, goOn, isSameOrigin, refused, unreadable } from '@/app/_server/desk-action'
import { deskWords } from '@/app/_server/desk-words'
import { signInByPasskey } from '@/app/_server/sign-in/passkey'
import { whence } from '@/app/_server/sign-in/whence'
import { sayFailure } from '@/app/_server/storage-failure'
import { database } from '@/db/client'
import { takeSender } from '@/db/commands/attempt'
import { networkOf } from '@/lib/network'

/** Signs in by a passkey: the authenticator has asked its owner for a finger or a number, so nothing else is asked for. */
export async function enterByPasskey(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(formData instanceof FormData)) return unreadable()
  const t = await deskWords()
  if (!(await isSameOrigin())) {
    setStatus(403)
    return refused([t('action.foreign')], formData)
  }
  try {
    const { write } = await database()
    const sender = networkOf((await whence()).address)
    if (!(await write((tx) => takeSender(tx, { sender, at: now() }))).allowed)
      return refused([t('signIn.blocked')], formData)
    if (!(await signInByPasskey(String(formData.get('answer') ?? ''))))
      return refused([t('signIn.passkeyWrong')], formData)
  } catch (error) {
    return refused([sayFailure(error, t)], formData)
  }
  return goOn('/admin')
}
