import { origin } from '@/app/_server/address'
import { fileHandler, inWords } from '@/app/_server/file'
import { files } from '@/lib/addresses/feeds'
import { textOf } from '@/lib/asking/read'
import { sitemapType, toSitemap } from '@/lib/feeds/sitemap'
import { listPages } from './site-pages'

export const dynamic = 'force-dynamic'

/** `/sitemap.xml`: all public pages of both languages; with more than fit one file, an index of `/sitemap.xml?part=1` and on. */
export const GET = fileHandler(files.sitemap, async (query) => {
  const part = textOf(query, 'part')
  const [pages, root] = await Promise.all([listPages(), origin()])
  const body = toSitemap(pages, { root, part: part === undefined ? undefined : Number(part) })
  return body === null
    ? inWords(404, 'There is no such part.')
    : new Response(body, { headers: { 'content-type': sitemapType } })
})
