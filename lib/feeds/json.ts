import { generateJsonFeed } from 'feedsmith'
import { type Feed, feedAddress, xmlText } from './feed'

/** A feed as JSON Feed 1.1 (jsonfeed.org); an item is modified when it comes to this site. */
export function toJsonFeed(feed: Feed): string {
  const written = generateJsonFeed({
    title: xmlText(feed.title),
    home_page_url: feed.url,
    feed_url: feedAddress(feed, 'feed.json'),
    description: xmlText(feed.description),
    language: feed.language,
    authors: [{ name: 'Rulewire' }],
    items: feed.items.map((item) => ({
      id: item.guid,
      url: item.url,
      title: xmlText(item.title),
      content_html: xmlText(item.html),
      date_published: new Date(item.published),
      date_modified: new Date(item.appeared),
      tags: item.categories,
    })),
  }) as { items?: unknown[] }
  // The library leaves out an empty list, which the format asks for.
  return `${JSON.stringify({ ...written, items: written.items ?? [] })}\n`
}
