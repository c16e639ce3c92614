import { generateAtomFeed } from 'feedsmith'
import { xmlText } from '@/lib/words/markup-text'
import { type Feed, markArchive, relatedLinks, termsOf, unpad } from './feed'

/** A feed as Atom 1.0 (RFC 4287); an entry is updated when its text changes. */
export function toAtom(feed: Feed): string {
  const written = generateAtomFeed({
    xml: { lang: feed.language },
    id: feed.id,
    title: { value: xmlText(feed.title) },
    subtitle: { value: xmlText(feed.description) },
    updated: new Date(feed.updated),
    authors: [{ name: xmlText(feed.author) }],
    rights: { value: xmlText(termsOf(feed)) },
    generator: { text: xmlText(feed.author) },
    links: [
      ...(feed.licence.url === undefined ? [] : [{ rel: 'license', href: feed.licence.url }]),
      ...relatedLinks(feed, 'atom.xml').map(({ rel, href }) =>
        rel === 'hub' ? { rel, href } : { rel, href, type: 'application/atom+xml' },
      ),
      { href: feed.url, rel: 'alternate', type: 'text/html', hreflang: feed.language },
    ],
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: xmlText(item.title) },
      links: [{ href: item.url, rel: 'alternate', type: 'text/html', hreflang: feed.language }],
      published: new Date(item.published),
      updated: new Date(item.updated),
      categories: item.categories.map((term) => ({ term: xmlText(term) })),
      content: { value: xmlText(item.html), type: 'html' },
    })),
  })
  return markArchive(unpad(written), feed, 'feed')
}
