import { generateAtomFeed } from 'feedsmith'
import { type Feed, feedAddress, unpad, xmlText } from './feed'

/** A feed as Atom 1.0 (RFC 4287); an entry is updated when it comes to this site. */
export function toAtom(feed: Feed): string {
  return unpad(
    generateAtomFeed({
      xml: { lang: feed.language },
      id: feed.id,
      title: { value: xmlText(feed.title) },
      subtitle: { value: xmlText(feed.description) },
      updated: new Date(feed.updated),
      authors: [{ name: 'Rulewire' }],
      generator: { text: 'Rulewire' },
      links: [
        { href: feedAddress(feed, 'atom.xml'), rel: 'self', type: 'application/atom+xml' },
        { href: feed.url, rel: 'alternate', type: 'text/html', hreflang: feed.language },
      ],
      entries: feed.items.map((item) => ({
        id: item.guid,
        title: { value: xmlText(item.title) },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html', hreflang: feed.language }],
        published: new Date(item.published),
        updated: new Date(item.appeared),
        categories: item.categories.map((term) => ({ term: xmlText(term) })),
        content: { value: xmlText(item.html), type: 'html' },
      })),
    }),
  )
}
