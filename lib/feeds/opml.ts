import { generateOpml } from 'feedsmith'
import type { Instant } from '@/lib/model'
import { xmlText } from '@/lib/words/markup-text'
import { unpad } from './feed'

export const opmlType = 'text/x-opml; charset=utf-8'

/** One feed to follow. Addresses are absolute. */
export interface ListedFeed {
  title: string
  /** The feed as RSS 2.0; its other forms stand beside it. */
  feed: string
  page: string
  language: string
}

/** Feeds under a title, and further groups. */
export interface FeedGroup {
  title: string
  feeds: ListedFeed[]
  groups?: FeedGroup[]
}

/** A list of feeds that readers can take over whole (OPML 2.0, section "Subscription lists"). Empty groups are left out. */
export const toOpml = ({ title, updated, groups }: { title: string; updated: Instant; groups: FeedGroup[] }): string =>
  unpad(
    generateOpml({
      head: { title: xmlText(title), dateModified: new Date(updated), docs: 'https://opml.org/spec2.opml' },
      body: { outlines: outlinesOf(groups) },
    }),
  )

type Outline = {
  text: string
  type?: 'rss'
  xmlUrl?: string
  htmlUrl?: string
  language?: string
  version?: 'RSS2'
  outlines?: Outline[]
}

const outlinesOf = (groups: FeedGroup[]): Outline[] =>
  groups
    .map(({ title, feeds, groups: inner = [] }) => ({
      text: xmlText(title),
      outlines: [...feeds.map(outlineOf), ...outlinesOf(inner)],
    }))
    .filter(({ outlines }) => outlines.length > 0)

const outlineOf = ({ title, feed, page, language }: ListedFeed): Outline => ({
  text: xmlText(title),
  type: 'rss',
  xmlUrl: feed,
  htmlUrl: page,
  language,
  version: 'RSS2',
})
