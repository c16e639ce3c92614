import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/app/_server/auth'
import { identityProvider, leaveForProvider, providerId } from '@/app/_server/sign-in/identity-provider'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ nextauth: string[] }> }

const said = (status: number, words: string, headers: Record<string, string> = {}): Response =>
  new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })

/** Reads what was sent before next-auth does, which would answer 500 to what cannot be read. */
async function isReadable(request: NextRequest): Promise<boolean> {
  const sent = request.clone()
  const isJson = request.headers.get('content-type')?.includes('json') ?? false
  return (isJson ? sent.json() : sent.formData()).then(
    (read: unknown) => typeof read === 'object' && read !== null && !Array.isArray(read),
    () => false,
  )
}

export const GET = async (request: NextRequest, context: Context): Promise<Response> => {
  const [verb, provider] = (await context.params).nextauth
  if (verb === 'callback' && provider === 'credentials')
    return said(405, 'A name and a password are sent by POST.', { allow: 'POST' })
  if (verb === 'signin' && provider === providerId && identityProvider())
    return leaveForProvider(request, authOptions())
  return NextAuth(request, context, authOptions())
}

export const POST = async (request: NextRequest, context: Context): Promise<Response> =>
  (await isReadable(request))
    ? NextAuth(request, context, authOptions())
    : said(400, 'What was sent is no form that can be read.')
