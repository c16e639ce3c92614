import { origin } from '@/app/_server/address'
import { descriptionType, openSearchDescription } from '@/lib/feeds/opensearch'
import { isLocale } from '@/lib/model'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

/** `/opensearch.xml?language=`: tells browsers how to search this site. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('language') ?? ''
  const locale = isLocale(asked) ? asked : 'en'
  const t = translator(locale)
  const root = await origin()
  const body = openSearchDescription({
    name: t('site.name'),
    description: t('search.description'),
    locale,
    page: `${root}/${locale}/search`,
    icon: `${root}/icon.svg`,
  })
  return new Response(body, { headers: { 'content-type': descriptionType } })
}
