import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onOwnSite } from '../support/test'

const clock = pathToFileURL(join(import.meta.dirname, '..', 'support', 'turned-clock.mjs'))
const test = onOwnSite({ NODE_OPTIONS: `--import=${clock}?now=2026-07-28T09:00:00Z` })

test('the news sitemap has the reports of two days in each language, and none that is dated to a month', async ({
  request,
  baseURL,
}) => {
  const xml = await (await request.get('/sitemap-news.xml')).text()
  const pages = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url.replace(baseURL ?? '', ''))
  expect(pages).toEqual(
    ['en', 'ja'].map((locale) => `/${locale}/eu-ai-act/reports/2026-07-27-eur-lex-consolidated-text`),
  )
  expect(xml).toContain('<news:publication_date>2026-07-27</news:publication_date>')
  expect(xml).toContain('<news:name>Rulewire</news:name><news:language>ja</news:language>')
  for (const page of pages) expect((await request.get(page)).status(), page).toBe(200)
})
