import { type NextRequest, NextResponse } from 'next/server'

/*
 * The desk is an application with scripts: each of its answers allows only those that carry the nonce of that very answer,
 * and nothing inline. It decides nothing about rights; every page and action does that itself. The other security headers are
 * those of every answer (`lib/press/headers.ts`).
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

export function proxy(request: NextRequest): NextResponse {
  const policy = policyOf(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from the policy of the request.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
}

export const config = { matcher: ['/admin', '/admin/:path*'] }
