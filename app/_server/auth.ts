import 'server-only'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { endSession } from '@/db/commands/session'
import { findSession } from '@/db/queries/session'
import { program } from '@/lib/program'
import { now } from './clock'
import { cookieOptions, isSecure, sessionCookie, sessionDays, sessionSecret } from './session-cookie'
import { admitIdentity, enterByIdentity, identityProvider, providerId, providersOf } from './sign-in/identity-provider'
import { checkSignIn } from './sign-in/sign-in'

interface Token {
  sub?: string
  session?: string
}

/**
 * The token holds ids only: whether the session still stands and what its user may do is read from the database each time
 * (`currentUser`), so that signing out everywhere and taking a role away work at once.
 */
export const authOptions = (): AuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
  useSecureCookies: isSecure(),
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  pages: { signIn: '/admin/sign-in', error: '/admin/sign-in' },
  providers: [
    CredentialsProvider({
      name: program,
      credentials: {
        login: { label: 'Name' },
        password: { label: 'Password', type: 'password' },
        code: { label: 'Code' },
      },
      authorize: async (credentials, request) => {
        const userAgent = String(request.headers?.['user-agent'] ?? '')
        const result = await checkSignIn({
          login: credentials?.login ?? '',
          password: credentials?.password ?? '',
          code: credentials?.code ?? '',
          userAgent,
          address: String(request.headers?.['x-rulewire-address'] ?? ''),
          userSeenHere: null,
        })
        return result.ok ? { id: result.user.id, session: result.session } : null
      },
    }),
    ...providersOf(identityProvider()),
  ],
  callbacks: {
    signIn: ({ account, profile }) => (account?.provider === providerId ? admitIdentity(profile as never) : true),
    jwt: ({ token, user, account, profile }) => {
      if (account?.provider === providerId) return enterByIdentity(profile as never)
      return user ? { sub: user.id, session: (user as Token).session } : token
    },
    // Who is signed in, without the id of the session; of one that has ended nothing is said.
    session: async ({ session, token }) => {
      const { db } = await database()
      const standing = await findSession(db, (token as Token).session ?? '', now())
      return (standing ? { user: { name: standing.user.name }, expires: session.expires } : {}) as never
    },
  },
  events: {
    signOut: async ({ token }) => {
      const { sub = '', session } = token as Token
      if (!session) return
      const { write } = await database()
      const at = now()
      await write(async (tx) => {
        await endSession(tx, { id: session, at })
        await writeAudit(tx, { at, by: sub, action: 'session.end', subject: sub })
      })
    },
  },
  // Anyone can cause these: a line each, without what was sent.
  logger: { error: (code) => console.error(`Sign-in: ${code}`), warn: () => undefined, debug: () => undefined },
})
