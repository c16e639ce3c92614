import 'server-only'
import type { Address } from '@/lib/addresses/address'
import type { Locale } from '@/lib/model'

const type = 'application/x-www-form-urlencoded'

/** What a public form sent; empty for what is no form. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const isForm = (request.headers.get('content-type') ?? '').toLowerCase().startsWith(type)
  return new URLSearchParams(isForm ? await request.text() : '')
}

/** Sends the browser that sent a form on to a page (RFC 9110, section 15.4.4): going back or loading it again sends nothing twice. */
export const goTo = (page: Address, locale: Locale, query: Record<string, string>): Response =>
  redirectTo(303, page, locale, query)

/** Sends a browser that sent no form where the form stands. */
export const lookAt = (page: Address, locale: Locale, query: Record<string, string> = {}): Response =>
  redirectTo(307, page, locale, query)

function redirectTo(status: 303 | 307, page: Address, locale: Locale, query: Record<string, string>): Response {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  const location = `${page.path.replace('{locale}', locale)}${asked.size > 0 ? `?${asked}` : ''}`
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store' } })
}
