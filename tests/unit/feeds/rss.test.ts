import { parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { toRss } from '@/lib/feeds/rss'
import { feedOfOne as feed } from '../../support/feed'

test('another reader understands what was written', () => {
  const read = parseRssFeed(toRss(feed()))
  expect(read).toMatchObject({
    title: 'Rules & reports',
    link: 'https://example.org/en',
    items: [
      { title: 'A <b> & "c"', link: 'https://example.org/en/d/reports/r', description: '<p>防衛装備 &amp; more</p>' },
    ],
  })
  expect(read.items?.[0]?.guid).toEqual({ value: 'tag:example.org,2026-11-22:en/reported/r', isPermaLink: false })
})

test('values stand without padding, the feed names itself', () => {
  const xml = toRss(feed())
  expect(xml).toContain('<title><![CDATA[A <b> & "c"]]></title>')
  expect(xml).toContain('<link>https://example.org/en/d/reports/r</link>')
  expect(xml).toContain(
    '<atom:link href="https://example.org/en/feed.xml?stage=agreed&amp;words=a" rel="self" type="application/rss+xml"/>',
  )
  expect(xml).toContain('<pubDate>Tue, 22 Aug 2023 15:00:00 GMT</pubDate>')
})

test('characters that XML has no place for are dropped', () => {
  const xml = toRss(feed({ title: 'a\u0000b\u0008c\u001fd\ud800e\ufffef', html: 'x\u000by' }))
  expect(xml).toContain('<title>abcdef</title>')
  expect(xml).toContain('<description>xy</description>')
})

test('character data that would end itself does not', () => {
  const read = parseRssFeed(toRss(feed({ html: '<p>a ]]> b</p>' })))
  expect(read.items?.[0]?.description).toBe('<p>a ]]> b</p>')
})
