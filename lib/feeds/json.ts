import { generateJsonFeed } from 'feedsmith'
import { xmlText } from '@/lib/words/markup-text'
import { archiveAddress, type Feed, feedAddress } from './feed'

/**
 * A feed as JSON Feed 1.1 (jsonfeed.org); an item is modified when its text changes. What an item tells for machines stands under
 * `_rulewire`, as the format has it for what is its writer's own.
 */
export function toJsonFeed(feed: Feed): string {
  const next = archiveAddress(feed, 'feed.json', feed.archives.previous)
  const written = generateJsonFeed({
    title: xmlText(feed.title),
    home_page_url: feed.url,
    feed_url: archiveAddress(feed, 'feed.json', feed.archives.own) ?? feedAddress(feed, 'feed.json'),
    ...(next === null ? {} : { next_url: next }),
    description: xmlText(feed.description),
    language: feed.language,
    authors: [{ name: xmlText(feed.author) }],
    ...(feed.hub === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: xmlText(item.title),
      content_html: xmlText(item.html),
      date_published: new Date(item.published),
      date_modified: new Date(item.updated),
      tags: item.categories,
      language: feed.language,
      _rulewire: item.data,
    })),
  }) as { items?: object[] }
  // The library leaves out an empty list, which the format asks for.
  return `${JSON.stringify({ ...written, _rulewire: { licence: feed.licence }, items: written.items ?? [] })}\n`
}
