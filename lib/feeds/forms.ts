import { toAtom } from './atom'
import type { Feed, FeedFile } from './feed'
import { toJsonFeed } from './json'
import { toRss } from './rss'

interface FeedForm {
  name: string
  /** Media type, as links name it; the answer adds the character set where the type has one. */
  type: string
  write: (feed: Feed) => string
}

/** The forms in which every feed can be had, by file name. */
export const feedForms: Record<FeedFile, FeedForm> = {
  'feed.xml': { name: 'RSS', type: 'application/rss+xml', write: toRss },
  'atom.xml': { name: 'Atom', type: 'application/atom+xml', write: toAtom },
  'feed.json': { name: 'JSON Feed', type: 'application/feed+json', write: toJsonFeed },
}

export const isFeedFile = (name: string): name is FeedFile => Object.hasOwn(feedForms, name)
