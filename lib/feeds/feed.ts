import type { feedFiles } from '@/lib/addresses/names'
import type { EventItem } from '@/lib/events/item'
import type { Instant } from '@/lib/model'
import type { LicenceInWords } from '@/lib/words/site-words'

export { feedFiles } from '@/lib/addresses/names'
export type FeedFile = (typeof feedFiles)[number]

/** What happened to something, the newest first; all addresses are absolute. */
export interface Feed {
  /** A `tag:` address, as those of the items. */
  id: string
  title: string
  description: string
  /** The name of the site. */
  author: string
  /** Under which terms what it tells may be used. */
  licence: LicenceInWords
  /** The page that the feed follows. */
  url: string
  /** The address of each form is this one and its file name, with the query behind it. */
  folder: string
  query: string
  language: string
  /** When its newest item last changed; of an empty one, when the site did. */
  updated: Instant
  items: EventItem[]
  /** Older items stand in archives, each complete and never added to (RFC 5005, section 4). */
  archives: {
    /** Which archive this is; null: it is the feed that is subscribed to. */
    own: number | null
    /** The one before; null: nothing is older. */
    previous: number | null
  }
  /** Where whoever subscribes is told at once (WebSub); null: nowhere. */
  hub: string | null
}

type FeedPlace = Pick<Feed, 'folder' | 'query'>

/** The terms of a feed in one line. */
export const termsOf = ({ licence: { text, url } }: Feed): string => (url === undefined ? text : `${text} (${url})`)

/** The address of one form of a feed. */
export const feedAddress = ({ folder, query }: FeedPlace, file: FeedFile): string => `${folder}/${file}${query}`

/** The address of an archive of a feed; null where there is none. */
export const archiveAddress = ({ folder, query }: FeedPlace, file: FeedFile, archive: number | null): string | null =>
  archive === null ? null : `${folder}/${file}${query}${query === '' ? '?' : '&'}archive=${archive}`

/** The links of a feed to what belongs to it, in the words of the register of link relations. */
export function relatedLinks(feed: Feed, file: FeedFile): { rel: string; href: string }[] {
  const self = archiveAddress(feed, file, feed.archives.own) ?? feedAddress(feed, file)
  const previous = archiveAddress(feed, file, feed.archives.previous)
  return [
    { rel: 'self', href: self },
    ...(feed.archives.own === null ? [] : [{ rel: 'current', href: feedAddress(feed, file) }]),
    ...(previous === null ? [] : [{ rel: 'prev-archive', href: previous }]),
    ...(feed.hub === null ? [] : [{ rel: 'hub', href: feed.hub }]),
  ]
}

/** Says in XML that a feed is an archive, which the library has no word for (RFC 5005, section 4). */
export function markArchive(xml: string, feed: Feed, root: 'feed' | 'rss'): string {
  if (feed.archives.own === null) return xml
  const named = xml.replace(`<${root} `, `<${root} xmlns:fh="http://purl.org/syndication/history/1.0" `)
  const before = root === 'rss' ? '<channel>' : /<feed [^>]*>/.exec(named)?.[0]
  return before === undefined ? named : named.replace(before, () => `${before}\n  <fh:archive/>`)
}

/**
 * Takes the line breaks away that the library sets around character data: readers take them for part of a title or an
 * address.
 */
export const unpad = (xml: string): string => xml.replace(/>\s+(<!\[CDATA\[[\s\S]*?\]\]>)\s+<\//g, '>$1</')
