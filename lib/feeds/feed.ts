import { Temporal } from 'temporal-polyfill'
import type { feedFiles } from '@/lib/addresses/names'
import { type Instant, precisionOf } from '@/lib/model'

export { feedFiles } from '@/lib/addresses/names'
export type FeedFile = (typeof feedFiles)[number]

/** One item of a feed, in plain text; all addresses are absolute. */
export interface FeedItem {
  /** Never changes with slug, host or scheme. */
  guid: string
  title: string
  url: string
  /** HTML of the entry: summary and effects. */
  html: string
  published: Instant
  /** When it came to this site. */
  appeared: Instant
  categories: string[]
}

/**
 * The instant that a feed gives for the publication of a report, which has to be one: an instant itself, of a bare day its noon in UTC,
 * which is that day nearly everywhere. A month or a year says of no day that it was the one: then it is when it came to this site.
 */
export function feedInstant(published: string, appeared: Instant): Instant {
  if (published.includes('T')) return Temporal.Instant.from(published).toString()
  return precisionOf(published) === 'day' ? `${published}T12:00:00Z` : appeared
}

export interface Feed {
  /** As the guid of an item. */
  id: string
  title: string
  description: string
  /** The page that the feed follows. */
  url: string
  /** The address of each form is this one and its file name, with the query behind it. */
  folder: string
  query: string
  language: string
  updated: Instant
  items: FeedItem[]
}

/** The address of one form of a feed. */
export const feedAddress = ({ folder, query }: Pick<Feed, 'folder' | 'query'>, file: FeedFile): string =>
  `${folder}/${file}${query}`

/** XML 1.0 has no place for most control characters and for lone surrogates: they are dropped. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replaceAll('\uFFFD', '')

/** Escapes text for HTML content and attribute values. */
export const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Takes the line breaks away that the library sets around character data: readers take them for part of a title or an
 * address.
 */
export const unpad = (xml: string): string => xml.replace(/>\s+(<!\[CDATA\[[\s\S]*?\]\]>)\s+<\//g, '>$1</')
