import { origin } from '@/app/_server/address'
import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { textOf } from '@/lib/asking/read'
import { descriptionType, openSearchDescription } from '@/lib/feeds/opensearch'
import { localeOf, say } from '@/lib/model'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

/** `/opensearch.xml?language=`: tells browsers how to search this site. */
export const GET = fileHandler(files.openSearch, async (query) => {
  const locale = localeOf(textOf(query, 'language') ?? '')
  const t = translator(locale)
  const [{ site }, root] = await Promise.all([openSite(), origin()])
  const name = say(site.name, locale).text
  const body = openSearchDescription({
    name,
    description: t('search.description', { site: name }),
    locale,
    page: `${root}/${locale}/search`,
    icon: `${root}/icon.svg`,
  })
  return new Response(body, { headers: { 'content-type': descriptionType } })
})
