import { origin } from '@/app/_server/address'
import { listPages } from '@/app/_server/site-pages'
import { sitemapType, toSitemap } from '@/lib/feeds/sitemap'

export const dynamic = 'force-dynamic'

/** `/sitemap.xml`: all public pages of both languages; with more than fit one file, an index of `/sitemap.xml?part=1` and on. */
export async function GET(request: Request): Promise<Response> {
  const part = new URL(request.url).searchParams.get('part')
  const [pages, root] = await Promise.all([listPages(), origin()])
  const body = toSitemap(pages, { root, part: part === null ? undefined : Number(part) })
  return body === null
    ? new Response('There is no such part.\n', {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
    : new Response(body, { headers: { 'content-type': sitemapType } })
}
