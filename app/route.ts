import { currentSite } from '@/app/_server/site'
import { shownLanguages } from '@/lib/model'
import { languageFor } from '@/lib/words/language'

export const dynamic = 'force-dynamic'

/** `/` leads to the language that the reader's browser asks for. */
export async function GET(request: Request): Promise<Response> {
  const languages = shownLanguages(await currentSite())
  return new Response(null, {
    status: 307,
    headers: {
      location: `/${languageFor(request.headers.get('accept-language') ?? '', languages)}`,
      vary: 'Accept-Language',
    },
  })
}
