import { expect, test } from 'vitest'
import { toSitemap } from '@/lib/feeds/sitemap'
import { locales } from '@/lib/model'

const languages = locales
const root = 'https://example.org'
const pages = Array.from({ length: 5 }, (_, n) => ({ path: `/arms/rules/r${n}`, changed: `2026-01-0${n + 1}` }))
const locsIn = (xml: string | null) => [...(xml ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)

test('a page stands once in each language, each time with all of its languages and the day of its last change', () => {
  const xml = toSitemap([{ path: '/a?b=1&c', changed: '2026-01-01' }], { root, languages })
  const links =
    '<xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/a?b=1&amp;c"/>' +
    '<xhtml:link rel="alternate" hreflang="ja" href="https://example.org/ja/a?b=1&amp;c"/>'
  for (const locale of ['en', 'ja'])
    expect(xml).toContain(`<url><loc>${root}/${locale}/a?b=1&amp;c</loc><lastmod>2026-01-01</lastmod>${links}</url>`)
})

test('what fits one file is one file; more is an index of parts that hold every address once', () => {
  expect(locsIn(toSitemap(pages, { root, languages, most: 10 }))).toHaveLength(10)
  const asked = { root, languages, most: 5 }
  const index = toSitemap(pages, asked)
  expect(index).toContain('<sitemapindex ')
  expect(index).toContain('<loc>https://example.org/sitemap.xml?part=2</loc><lastmod>2026-01-04</lastmod>')
  expect(locsIn(index)).toHaveLength(3)
  const parts = [1, 2, 3].map((part) => locsIn(toSitemap(pages, { ...asked, part })))
  expect(parts.map(({ length }) => length)).toEqual([4, 4, 2])
  expect(parts.flat()).toEqual(locsIn(toSitemap(pages, { root, languages, most: 10 })))
})

test.each([0, 4, -1, 1.5, Number.NaN])('there is no part %s', (part) => {
  expect(toSitemap(pages, { root, languages, most: 5, part })).toBeNull()
})

test('of what fits one file there are no parts', () => {
  expect(toSitemap(pages, { root, languages, part: 1 })).toBeNull()
})

test('100,000 reports are an index of parts that are each as large as a file may be, and no larger', () => {
  const reports = Array.from({ length: 100_000 }, (_, n) => ({ path: `/arms/reports/${n}`, changed: '2026-01-01' }))
  expect(locsIn(toSitemap(reports, { root, languages }))).toHaveLength(4)
  for (const part of [1, 4]) {
    const xml = toSitemap(reports, { root, languages, part }) ?? ''
    expect(xml.match(/<loc>/g)).toHaveLength(50_000)
    expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024)
  }
  expect(toSitemap(reports, { root, languages, part: 5 })).toBeNull()
})
