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
    'urn:rulewire:d:report:r',
    'A <b> & "c" ]]> 防衛',
    'https://example.org/en/d/reports/r',
    '<p>a ]]> b &amp; 防衛</p>',
    '2023-08-22T15:00:00.000Z',
    ['a-change'],
  ]
  expect(read).toEqual([[item], [item], [item]])
})

test('Atom names itself, its page, its language, an author, and when an entry came to this site', () => {
  const xml = toAtom(feed())
  expect(xml).toMatch(/<feed [^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"[^>]*xml:lang="en"/)
  expect(xml).toContain('<title><![CDATA[A <b> & "c"]]></title>')
  expect(parseAtomFeed(xml)).toMatchObject({
    id: 'urn:rulewire:feed:en',
    updated: '2026-11-22T10:00:00.000Z',
    authors: [{ name: 'Rulewire' }],
    links: [
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
    items: [],
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
