'use server'

import { redirect } from 'next/navigation'
import { type ActionState, isSameOrigin, refused } from '@/app/_server/desk-action'
import { setSession, userSeenHere } from '@/app/_server/session-cookie'
import { checkSignIn, whence } from '@/app/_server/sign-in'

const refusals = {
  blocked: 'Too many wrong attempts from this address. Wait fifteen minutes and try again.',
  busy: 'Too many people try this at once. Wait a few seconds and try again.',
  wrong: 'This name and password do not belong together.',
}

/** Signs in by name and password: the one action of the desk that asks for no role. */
export async function signIn(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(await isSameOrigin())) return refused(['This form was sent from another site, so nothing was done.'], formData)
  const text = (name: string) => String(formData.get(name) ?? '')
  const result = await checkSignIn({
    login: text('login').trim(),
    password: text('password'),
    userSeenHere: await userSeenHere(),
    ...(await whence()),
  })
  if (!result.ok) return refused([refusals[result.reason]], formData)
  await setSession({ user: result.user.id, session: result.session })
  redirect('/admin')
}
