import { generateRssFeed } from 'feedsmith'
import { type Feed, xmlText } from './feed'

/** Media type of the answer (RSS Advisory Board, RSS 2.0). */
export const rssType = 'application/rss+xml; charset=utf-8'

// The library sets character data on lines of its own; readers take the line breaks for part of a title or an address.
const unpad = (xml: string): string => xml.replace(/>\s+(<!\[CDATA\[[\s\S]*?\]\]>)\s+<\//g, '>$1</')

/** A feed as RSS 2.0, with its own address as `atom:link rel="self"`. */
export function toRss(feed: Feed): string {
  return unpad(
    generateRssFeed({
      title: xmlText(feed.title),
      link: feed.url,
      description: xmlText(feed.description),
      language: feed.language,
      lastBuildDate: new Date(feed.updated),
      generator: 'Rulewire',
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: xmlText(item.title),
        link: item.url,
        guid: { value: item.guid, isPermaLink: false },
        description: xmlText(item.html),
        pubDate: new Date(item.published),
        categories: item.categories.map((name) => ({ name: xmlText(name) })),
      })),
    }),
  )
}
