import 'server-only'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { parseSettings } from '@/lib/settings'
import { sessionDays } from './session-days'
import { checkSignIn } from './sign-in'

export const sessionCookie = 'rulewire-session'
const secure = () => parseSettings(process.env).publicUrl?.startsWith('https:') ?? false

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const

/** The key that signs session tokens; `server.ts` has put it there before Next was loaded. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: start the site with npm start')
  return secret
}

/**
 * The token holds ids only: whether the session still stands and what its user may do is read from the database each time
 * (`currentUser`), so that signing out everywhere and taking a role away work at once.
 */
export const authOptions = (): AuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
  cookies: { sessionToken: { name: sessionCookie, options: sessionCookieOptions() } },
  pages: { signIn: '/admin/sign-in', error: '/admin/sign-in' },
  providers: [
    CredentialsProvider({
      name: 'Rulewire',
      credentials: { login: { label: 'Name' }, password: { label: 'Password', type: 'password' } },
      authorize: async (credentials, request) => {
        const userAgent = String(request.headers?.['user-agent'] ?? '')
        const result = await checkSignIn({
          login: credentials?.login ?? '',
          password: credentials?.password ?? '',
          userAgent,
          address: String(request.headers?.['x-rulewire-address'] ?? ''),
        })
        return result.ok ? { id: result.user.id, session: result.session } : null
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, session: (user as { session?: string }).session } : token),
    session: ({ session, token }) => ({ expires: session.expires, session: token.session }) as never,
  },
})
