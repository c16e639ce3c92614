'use server'

import { setStatus } from '@/app/_server/answer-status'
import { type ActionState, goOn, isSameOrigin, refused, unreadable } from '@/app/_server/desk-action'
import { deskWords } from '@/app/_server/desk-words'
import { setHalfWay } from '@/app/_server/sign-in/half-way'
import { signInByForm } from '@/app/_server/sign-in/sign-in-form'
import { sayFailure } from '@/app/_server/storage-failure'

/** Signs in by name and password, or goes on to the second factor: like all at the door it asks for no role. */
export async function signIn(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(formData instanceof FormData)) return unreadable()
  const t = await deskWords()
  if (!(await isSameOrigin())) {
    setStatus(403)
    return refused([t('action.foreign')], formData)
  }
  const text = (name: string) => String(formData.get(name) ?? '')
  const given = { login: text('login'), password: text('password') }
  const result = await signInByForm(given, t).catch((error: unknown) => ({ refusal: sayFailure(error, t) }))
  if ('refusal' in result) return refused([result.refusal], formData)
  if ('session' in result) return goOn('/admin')
  await setHalfWay(result.owes)
  return goOn('/admin/sign-in/code')
}
