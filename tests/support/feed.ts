import type { EventItem } from '@/lib/events/item'
import type { Feed } from '@/lib/feeds/feed'

/** A feed of one item, whose title and text hold what formats stumble over. */
export const feedOfOne = (over: Partial<EventItem> = {}, of: Partial<Feed> = {}): Feed => ({
  id: 'tag:example.org,2026-11-22:en/feed',
  title: 'Rules & reports',
  description: 'What moved',
  author: 'Rulewire',
  licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  url: 'https://example.org/en',
  folder: 'https://example.org/en',
  query: '?stage=agreed&words=a',
  language: 'en',
  updated: '2026-11-22T10:00:00Z',
  archives: { own: null, previous: null },
  hub: null,
  items: [
    {
      id: 'tag:example.org,2026-11-22:en/reported/r',
      title: 'A <b> & "c"',
      url: 'https://example.org/en/d/reports/r',
      html: '<p>防衛装備 &amp; more</p>',
      text: '防衛装備 & more',
      published: '2023-08-22T15:00:00Z',
      updated: '2026-11-21T09:00:00Z',
      categories: ['a-change'],
      data: { kind: 'reported', dossier: 'd', report: 'r' },
      ...over,
    },
  ],
  ...of,
})
