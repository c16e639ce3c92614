import { languageFor } from '@/lib/words/language'

export const dynamic = 'force-dynamic'

/** `/` leads to the language that the reader's browser asks for. */
export const GET = (request: Request): Response =>
  new Response(null, {
    status: 307,
    headers: {
      location: `/${languageFor(request.headers.get('accept-language') ?? '')}`,
      vary: 'Accept-Language',
    },
  })
