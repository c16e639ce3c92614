import type { Feed, FeedItem } from '@/lib/feeds/feed'

/** A feed of one item, whose title and text hold what formats stumble over. */
export const feedOfOne = (over: Partial<FeedItem> = {}): Feed => ({
  id: 'urn:rulewire:feed:en',
  title: 'Rules & reports',
  description: 'What moved',
  url: 'https://example.org/en',
  folder: 'https://example.org/en',
  query: '?stage=agreed&words=a',
  language: 'en',
  updated: '2026-11-22T10:00:00Z',
  items: [
    {
      guid: 'urn:rulewire:d:report:r',
      title: 'A <b> & "c"',
      url: 'https://example.org/en/d/reports/r',
      html: '<p>防衛装備 &amp; more</p>',
      published: '2023-08-22T15:00:00Z',
      appeared: '2026-11-21T09:00:00Z',
      categories: ['a-change'],
      ...over,
    },
  ],
})
