import { origin } from '@/app/_server/address'
import { fileHandler, inWords } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { textOf } from '@/lib/asking/read'
import { sitemapType, toSitemap } from '@/lib/feeds/sitemap'
import { shownLanguages } from '@/lib/model'
import { listPages } from './site-pages'

export const dynamic = 'force-dynamic'

/** `/sitemap.xml`: all public pages in all languages; with more than fit one file, an index of `/sitemap.xml?part=1` and on. */
export const GET = fileHandler(files.sitemap, async (query) => {
  const part = textOf(query, 'part')
  const [pages, { site }, root] = await Promise.all([listPages(), openSite(), origin()])
  const languages = shownLanguages(site)
  const body = toSitemap(pages, { root, languages, part: part === undefined ? undefined : Number(part) })
  return body === null
    ? inWords(404, 'There is no such part.')
    : new Response(body, { headers: { 'content-type': sitemapType } })
})
