import { type NextRequest, NextResponse } from 'next/server'
import { isSameOrigin } from '@/lib/auth/origin'
import { deskLanguageCookie, deskLanguageFor } from '@/lib/words/desk-language'
import { foreignFormIn } from '@/lib/words/desk-messages'

/*
 * The desk is an application with scripts: each of its answers allows only those that carry the nonce of that very answer,
 * and nothing inline. It decides nothing about rights; every page and action does that itself. The other security headers are
 * those of every answer (`lib/press/gate/headers.ts`).
 */

const dev = process.env.NODE_ENV === 'development'

/** Content Security Policy Level 3 of one answer of the desk. Development needs `eval` and a socket for reloading. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function foreign(request: NextRequest): string {
  const chosen = request.cookies.get(deskLanguageCookie)?.value
  const locale = deskLanguageFor(chosen, request.headers.get('accept-language') ?? '')
  const { title, heading, before, desk, after } = foreignFormIn(locale)
  return `<!doctype html>
<html lang="${locale}">
<title>${title}</title>
<h1>${heading}</h1>
<p>${before} <a href="/admin">${desk}</a> ${after}</p>
`
}

export function proxy(request: NextRequest): NextResponse {
  // Next would answer such a form with a 500 of its own.
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers))
    return new NextResponse(foreign(request), {
      status: 403,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      },
    })
  const policy = policyOf(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from the policy of the request.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
}

// What passes here Next keeps in memory, and cuts off after 10 MB. A file that is sent passes beside it: its handler asks where the form
// comes from, and answers with no page.
export const config = { matcher: ['/admin', '/admin/((?!porting/upload$).*)'] }
