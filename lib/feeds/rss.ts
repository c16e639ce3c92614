import { generateRssFeed } from 'feedsmith'
import { type Feed, feedAddress, unpad, xmlText } from './feed'

/** A feed as RSS 2.0 (RSS Advisory Board), with its own address as `atom:link rel="self"`. */
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
      atom: { links: [{ href: feedAddress(feed, 'feed.xml'), rel: 'self', type: 'application/rss+xml' }] },
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
