'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { encode } from 'next-auth/jwt'
import { sessionCookie, sessionCookieOptions, sessionSecret } from '@/app/_server/auth'
import { type ActionState, isSameOrigin, refused } from '@/app/_server/desk-action'
import { sessionDays } from '@/app/_server/session-days'
import { checkSignIn, whence } from '@/app/_server/sign-in'

/** Signs in by name and password: the one action of the desk that asks for no role. */
export async function signIn(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(await isSameOrigin())) return refused(['This form was sent from another site, so nothing was done.'], formData)
  const text = (name: string) => String(formData.get(name) ?? '')
  const result = await checkSignIn({ login: text('login').trim(), password: text('password'), ...(await whence()) })
  if (!result.ok)
    return refused(
      [
        result.reason === 'blocked'
          ? 'Too many wrong attempts from this address. Wait fifteen minutes and try again.'
          : 'This name and password do not belong together.',
      ],
      formData,
    )
  const maxAge = sessionDays * 24 * 60 * 60
  const token = await encode({
    token: { sub: result.user.id, session: result.session },
    secret: sessionSecret(),
    maxAge,
  })
  const jar = await cookies()
  jar.set(sessionCookie, token, { ...sessionCookieOptions(), maxAge })
  redirect('/admin')
}
