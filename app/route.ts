import { match } from '@formatjs/intl-localematcher'
import Negotiator from 'negotiator'
import { locales } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** `/` leads to the language that the reader's browser asks for. */
export function GET(request: Request): Response {
  const asked = new Negotiator({ headers: Object.fromEntries(request.headers) })
    .languages()
    .filter((tag) => tag !== '*')
  return new Response(null, {
    status: 307,
    headers: { location: `/${languageFor(asked)}`, vary: 'Accept-Language' },
  })
}

function languageFor(asked: string[]): string {
  try {
    return match(asked, locales, 'en')
  } catch {
    // A malformed language tag is the reader's browser's mistake, not the reader's.
    return 'en'
  }
}
