import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { database } from '@/db/client'
import { findSession } from '@/db/queries/session'
import { signInFields } from './action-state'
import { sessionCookie, sessionCookieOptions, sessionSecret } from './auth'
import { now } from './clock'
import type { SignedInUser } from './session'
import { sessionDays } from './session-days'
import { checkSignIn, whence } from './sign-in'

/**
 * Signs in by what a form brings along that was given back to somebody whose session had ended. Null when it brings nothing;
 * a sentence when it was of no use.
 */
export async function signInOnTheWay(formData: FormData): Promise<SignedInUser | string | null> {
  const password = formData.get(signInFields.password)
  if (typeof password !== 'string') return null
  const login = String(formData.get(signInFields.login) ?? '').trim()
  const result = await checkSignIn({ login, password, ...(await whence()) })
  if (!result.ok)
    return result.reason === 'wrong'
      ? 'This name and password do not belong together.'
      : 'Too many wrong attempts from this address. Wait fifteen minutes and try again.'
  const maxAge = sessionDays * 24 * 60 * 60
  const token = await encode({
    token: { sub: result.user.id, session: result.session },
    secret: sessionSecret(),
    maxAge,
  })
  const jar = await cookies()
  jar.set(sessionCookie, token, { ...sessionCookieOptions(), maxAge })
  const { db } = await database()
  return (await findSession(db, result.session, now())) ?? 'This account cannot be used.'
}
