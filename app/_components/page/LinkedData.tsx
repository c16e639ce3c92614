import { hrefTo, type Reader, type Reading, siteHref } from '@/app/_reader/reading'
import { breadcrumbs, jsonLd, type Node, type PageOfNode } from '@/lib/linked-data'
import { say } from '@/lib/model'

/** What machines read of a page: what it is about, the page itself first, and the way to it. Told by the page's own address. */
export function LinkedData({ reader, tell }: { reader: Reader; tell: (told: PageOfNode) => Node | [Node, ...Node[]] }) {
  const url = `${reader.origin}${siteHref(reader, ...reader.path.split('/').filter(Boolean))}`
  const [page, ...more] = [tell({ locale: reader.locale, url, modified: reader.edition.publishedAt })].flat()
  const way = breadcrumbs(wayTo(reader, { name: String(page?.name), url }))
  const graph = [...(page ? [page] : []), way, ...more]
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which every `<` is escaped; JSX would escape quotes
      dangerouslySetInnerHTML={{ __html: jsonLd(graph) }}
    />
  )
}

function wayTo(reader: Reader | Reading, here: { name: string; url: string }) {
  const home = { name: reader.siteName, url: `${reader.origin}${siteHref(reader)}` }
  const above =
    'dossier' in reader
      ? [home, { name: say(reader.dossier.title, reader.locale).text, url: `${reader.origin}${hrefTo(reader)}` }]
      : [home]
  return above.some(({ url }) => url === here.url) ? above : [...above, here]
}
