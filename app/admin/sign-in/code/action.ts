'use server'

import { setStatus } from '@/app/_server/answer-status'
import { type ActionState, goOn, isSameOrigin, refused, unreadable } from '@/app/_server/desk-action'
import { deskWords } from '@/app/_server/desk-words'
import { signInByCode } from '@/app/_server/sign-in/sign-in-form'
import { sayFailure } from '@/app/_server/storage-failure'

/** Signs in by the second factor, after the password. */
export async function giveCode(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(formData instanceof FormData)) return unreadable()
  const t = await deskWords()
  if (!(await isSameOrigin())) {
    setStatus(403)
    return refused([t('action.foreign')], formData)
  }
  const result = await signInByCode(String(formData.get('code') ?? ''), t).catch((error: unknown) => ({
    refusal: sayFailure(error, t),
  }))
  if ('session' in result) return goOn('/admin')
  const refusal = 'refusal' in result ? result.refusal : t('signIn.wrongCode')
  return refused([refusal], formData)
}
