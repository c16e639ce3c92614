import type { Instant } from '@/lib/model'

/** One item of a feed, in plain text; all addresses are absolute. */
export interface FeedItem {
  /** Never changes with slug, host or scheme. */
  guid: string
  title: string
  url: string
  /** HTML of the entry: summary and effects. */
  html: string
  published: Instant
  categories: string[]
}

export interface Feed {
  title: string
  description: string
  /** The page that the feed follows. */
  url: string
  /** The feed's own address. */
  self: string
  language: string
  updated: Instant
  items: FeedItem[]
}

/** XML 1.0 has no place for most control characters and for lone surrogates: they are dropped. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replaceAll('\uFFFD', '')

/** Escapes text for HTML content and attribute values. */
export const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
