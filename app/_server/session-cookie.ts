import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { parseSettings } from '@/lib/settings'

const day = 24 * 60 * 60
/** Days that a sign-in lasts at most, and that a browser counts as one its user has signed in on. */
export const sessionDays = 14
const deviceDays = 180

/** Whether readers come by https: then cookies are bound to this very host, and never sent in the clear (RFC 6265bis). */
export const isSecure = (): boolean => parseSettings(process.env).publicUrl?.startsWith('https:') ?? false

/** `__Host-` keeps a neighbouring subdomain from setting a cookie in our place. */
const cookieName = (name: string): string => (isSecure() ? `__Host-${name}` : name)
export const sessionCookie = (): string => cookieName('rulewire-session')
const deviceCookie = (): string => cookieName('rulewire-device')

export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

/** The key that signs session tokens; the renderer has put it there before Next was loaded. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: start the site with npm start')
  return secret
}

/** The id of the session that the running request names; null when it names none, or forges it. It may have ended. */
export async function namedSession(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  const decoded = token ? await decode({ token, secret: sessionSecret() }).catch(() => null) : null
  return typeof decoded?.session === 'string' ? decoded.session : null
}

/** Signs the browser in, and remembers that this user has been here. Only actions may call it. */
export async function setSession({ user, session }: { user: string; session: string }): Promise<void> {
  const secret = sessionSecret()
  const jar = await cookies()
  const maxAge = sessionDays * day
  jar.set(sessionCookie(), await encode({ token: { sub: user, session }, secret, maxAge }), {
    ...cookieOptions(),
    maxAge,
  })
  const kept = deviceDays * day
  const device = await encode({ token: { sub: user }, secret, maxAge: kept, salt: 'device' })
  jar.set(deviceCookie(), device, { ...cookieOptions(), maxAge: kept })
}

/** Id of the user who has signed in on this browser before; null when nobody has. It proves nothing about who asks now. */
export async function userSeenHere(): Promise<string | null> {
  const token = (await cookies()).get(deviceCookie())?.value
  const decoded = token ? await decode({ token, secret: sessionSecret(), salt: 'device' }).catch(() => null) : null
  return decoded?.sub ?? null
}
