import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { noteIdentity } from '@/db/commands/people/identity'
import { endSession } from '@/db/commands/session'
import { findUserByIdentity } from '@/db/queries/people/identity'
import { type OidcSettings, parseSettings } from '@/lib/settings'
import { now } from '../clock'
import { isSecure, namedSession, sessionSecret } from '../session-cookie'
import { beginSession } from './begin-session'
import { whence } from './whence'

export const providerId = 'oidc'

/** The identity provider by which people may sign in; undefined: none. */
export const identityProvider = (): OidcSettings | undefined => parseSettings(process.env).oidc

/** What an identity provider says of who has signed in there (OpenID Connect Core, section 2). */
interface Claims {
  iss: string
  sub: string
}

/** The provider as next-auth takes it: by discovery, with PKCE (RFC 7636), state and nonce. Of who signs in nothing but `sub` is asked. */
export function providersOf(oidc: OidcSettings | undefined): OAuthConfig<Claims>[] {
  if (!oidc) return []
  const { issuer, clientId, clientSecret, name } = oidc
  return [
    {
      id: providerId,
      name,
      type: 'oauth',
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      authorization: { params: { scope: 'openid' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      clientId,
      clientSecret,
      profile: ({ sub }) => ({ id: sub }),
    },
  ]
}

/** Providers differ in whether their name ends in a slash: it is kept without. */
const identityOf = ({ iss, sub }: Claims) => ({ issuer: iss.replace(/\/+$/, ''), subject: sub })

/** Whose an account at the provider is, as an administrator has said; else where the browser goes that is refused. */
export async function admitIdentity(claims: Claims): Promise<true | string> {
  const { issuer, subject } = identityOf(claims)
  const { db, write } = await database()
  if (await findUserByIdentity(db, { issuer, subject })) return true
  const detail = { issuer, subject: subject.slice(0, 255), address: (await whence()).address }
  // By this entry an administrator knows what to write down for whom.
  await write((tx) => writeAudit(tx, { at: now(), by: '', action: 'identity.refuse', subject: issuer, detail }))
  return '/admin/sign-in?error=AccessDenied'
}

/** Starts a session for who signed in at the provider, and ends the one that the browser named before. */
export async function enterByIdentity(claims: Claims): Promise<{ sub: string; session: string }> {
  const { issuer, subject } = identityOf(claims)
  const { db, write } = await database()
  const user = await findUserByIdentity(db, { issuer, subject })
  if (!user) throw new Error('The account was taken away from its owner at this very moment.')
  const [at, before, from] = [now(), await namedSession(), await whence()]
  const session = await write(async (tx) => {
    if (before !== null) await endSession(tx, { id: before, at })
    await noteIdentity(tx, { issuer, subject, at })
    return beginSession(tx, { user: user.id, at, by: providerId, ...from })
  })
  return { sub: user.id, session: session.id }
}

/**
 * Sends a browser to the provider. next-auth begins that by a form, which the policy of the desk keeps from leading to another host; a link
 * may. It does no more than to begin: what comes back has to fit the cookies that are set here.
 */
export async function leaveForProvider(request: Request, options: AuthOptions): Promise<Response> {
  const token = randomBytes(32).toString('hex')
  const csrf = createHash('sha256').update(`${token}${sessionSecret()}`).digest('hex')
  const answer = new Headers({ 'cache-control': 'no-store' })
  const response = {
    status: () => response,
    getHeader: () => answer.getSetCookie(),
    setHeader: (name: string, value: string | string[]) => {
      answer.delete(name)
      for (const one of [value].flat()) answer.append(name, one)
      return response
    },
    end: () => undefined,
  }
  const asked = {
    query: { nextauth: ['signin', providerId] },
    method: 'POST',
    headers: Object.fromEntries(request.headers),
    cookies: { [`${isSecure() ? '__Host-' : ''}next-auth.csrf-token`]: `${token}|${csrf}` },
    body: { csrfToken: token, callbackUrl: '/admin' },
  }
  await NextAuth(asked as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  return new Response(null, { status: 302, headers: answer })
}
