'use server'

import { setStatus } from '@/app/_server/answer-status'
import { type ActionState, goOn, isSameOrigin, refused, unreadable } from '@/app/_server/desk-action'
import { signInByForm } from '@/app/_server/sign-in-form'
import { sayFailure } from '@/app/_server/storage-failure'

/** Signs in by name and password: the one action of the desk that asks for no role. */
export async function signIn(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(formData instanceof FormData)) return unreadable()
  if (!(await isSameOrigin())) {
    setStatus(403)
    return refused(['This form was sent from another site, so nothing was done.'], formData)
  }
  const text = (name: string) => String(formData.get(name) ?? '')
  const result = await signInByForm(text('login'), text('password')).catch((error: unknown) => ({
    refusal: sayFailure(error),
  }))
  if ('refusal' in result) return refused([result.refusal], formData)
  return goOn('/admin')
}
