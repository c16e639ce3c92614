import { generateRssFeed } from 'feedsmith'
import { xmlText } from '@/lib/words/markup-text'
import { type Feed, markArchive, relatedLinks, termsOf, unpad } from './feed'

/** A feed as RSS 2.0 (RSS Advisory Board), with its own address as `atom:link rel="self"`. */
export function toRss(feed: Feed): string {
  const written = generateRssFeed({
    title: xmlText(feed.title),
    link: feed.url,
    description: xmlText(feed.description),
    language: feed.language,
    lastBuildDate: new Date(feed.updated),
    copyright: xmlText(termsOf(feed)),
    generator: xmlText(feed.author),
    docs: 'https://www.rssboard.org/rss-specification',
    atom: {
      links: relatedLinks(feed, 'feed.xml').map(({ rel, href }) =>
        rel === 'hub' ? { rel, href } : { rel, href, type: 'application/rss+xml' },
      ),
    },
    items: feed.items.map((item) => ({
      title: xmlText(item.title),
      link: item.url,
      guid: { value: item.id, isPermaLink: false },
      description: xmlText(item.html),
      pubDate: new Date(item.published),
      categories: item.categories.map((name) => ({ name: xmlText(name) })),
    })),
  })
  return markArchive(unpad(written), feed, 'rss')
}
