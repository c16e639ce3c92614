import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { toAtom } from '@/lib/feeds/atom'
import { toJsonFeed } from '@/lib/feeds/json'
import { toOpml } from '@/lib/feeds/opml'
import { toRss } from '@/lib/feeds/rss'
import { feedOfOne as feed } from '../../support/feed'

const title = 'A <b> & "c" ]]> 防衛\u0000\u0008\ud800'
const html = '<p>a ]]> b &amp; 防衛\u000b</p>'

test('every form holds the same items under the same identifiers', () => {
  const whole = feed({ title, html })
  const read = [
    parseRssFeed(toRss(whole)).items?.map((item) => [
      item.guid?.value,
      item.title,
      item.link,
      item.description,
      new Date(item.pubDate ?? '').toISOString(),
      item.categories?.map(({ name }) => name),
    ]),
    parseAtomFeed(toAtom(whole)).entries?.map((entry) => [
      entry.id,
      entry.title?.value,
      entry.links?.[0]?.href,
      entry.content?.value,
      new Date(entry.published ?? '').toISOString(),
      entry.categories?.map(({ term }) => term),
    ]),
    parseJsonFeed(toJsonFeed(whole)).items?.map((item) => [
      item.id,
      item.title,
      item.url,
      item.content_html,
      new Date(item.date_published ?? '').toISOString(),
      item.tags,
    ]),
  ]
  const item = [
    'tag:example.org,2026-11-22:en/reported/r',
    'A <b> & "c" ]]> 防衛',
    'https://example.org/en/d/reports/r',
    '<p>a ]]> b &amp; 防衛</p>',
    '2023-08-22T15:00:00.000Z',
    ['a-change'],
  ]
  expect(read).toEqual([[item], [item], [item]])
})

test('Atom names itself, its page, its language, an author, and when an entry last changed', () => {
  const xml = toAtom(feed())
  expect(xml).toMatch(/<feed [^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"[^>]*xml:lang="en"/)
  expect(xml).toContain('<title><![CDATA[A <b> & "c"]]></title>')
  expect(parseAtomFeed(xml)).toMatchObject({
    id: 'tag:example.org,2026-11-22:en/feed',
    updated: '2026-11-22T10:00:00.000Z',
    authors: [{ name: 'Rulewire' }],
    rights: { value: 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)' },
    links: [
      { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
      { rel: 'self', href: 'https://example.org/en/atom.xml?stage=agreed&words=a', type: 'application/atom+xml' },
      { rel: 'alternate', href: 'https://example.org/en', type: 'text/html', hreflang: 'en' },
    ],
    entries: [{ updated: '2026-11-21T09:00:00.000Z', content: { type: 'html' } }],
  })
})

test('a JSON Feed names its version, itself and its page; one without items has an empty list', () => {
  expect(JSON.parse(toJsonFeed({ ...feed(), items: [] }))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://example.org/en/feed.json?stage=agreed&words=a',
    home_page_url: 'https://example.org/en',
    language: 'en',
    _rulewire: { licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
    items: [],
  })
})

test('what an item tells for machines stands in a field of its own', () => {
  expect(JSON.parse(toJsonFeed(feed())).items[0]._rulewire).toEqual({ kind: 'reported', dossier: 'd', report: 'r' })
})

test('a feed leads to its archives, which say that they are complete (RFC 5005), and to its hub', () => {
  const address = (file: string, archive: number) =>
    `https://example.org/en/${file}?stage=agreed&words=a&archive=${archive}`
  const subscribed = feed({}, { archives: { own: null, previous: 7 }, hub: 'https://hub.example.org/' })
  const archived = feed({}, { archives: { own: 7, previous: 4 } })
  const atom = parseAtomFeed(toAtom(subscribed))
  expect(atom.links).toContainEqual(expect.objectContaining({ rel: 'prev-archive', href: address('atom.xml', 7) }))
  expect(atom.links).toContainEqual({ rel: 'hub', href: 'https://hub.example.org/' })
  expect(toAtom(subscribed)).not.toContain('archive/>')
  const links = parseAtomFeed(toAtom(archived)).links ?? []
  expect(links.find(({ rel }) => rel === 'self')?.href).toBe(address('atom.xml', 7))
  expect(links.find(({ rel }) => rel === 'current')?.href).toBe('https://example.org/en/atom.xml?stage=agreed&words=a')
  expect(links.find(({ rel }) => rel === 'prev-archive')?.href).toBe(address('atom.xml', 4))
  for (const xml of [toAtom(archived), toRss(archived)]) {
    expect(xml).toMatch(/<(?:feed|rss) [^>]*xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0"/)
    expect(xml.match(/<fh:archive\/>/g)).toHaveLength(1)
  }
  expect(parseRssFeed(toRss(archived)).atom?.links?.map(({ rel }) => rel)).toEqual(['self', 'current', 'prev-archive'])
  expect(JSON.parse(toJsonFeed(subscribed))).toMatchObject({
    next_url: address('feed.json', 7),
    hubs: [{ type: 'WebSub', url: 'https://hub.example.org/' }],
  })
})

test('a list of feeds keeps its groups, without the empty ones', () => {
  const one = {
    title: '防衛 & "arms" <x>',
    feed: 'https://example.org/ja/arms/feed.xml?a=1&b=2',
    page: 'https://example.org/ja/arms',
    language: 'ja',
  }
  const none = { title: 'None', feeds: [] }
  const groups = [{ title: '日本語', feeds: [one], groups: [none, { title: 'Rules', feeds: [one] }] }, none]
  const xml = toOpml({ title: 'Rules & reports', updated: '2026-11-22T10:00:00Z', groups })
  const outline = { text: one.title, type: 'rss', xmlUrl: one.feed, htmlUrl: one.page, language: 'ja', version: 'RSS2' }
  expect(xml).toContain('<opml version="2.0">')
  expect(parseOpml(xml)).toMatchObject({
    head: { title: 'Rules & reports', dateModified: 'Sun, 22 Nov 2026 10:00:00 GMT' },
    body: { outlines: [{ text: '日本語', outlines: [outline, { text: 'Rules', outlines: [outline] }] }] },
  })
  expect(xml).not.toContain('None')
})
