import type { APIRequestContext } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'
const change = 'abukuma-to-philippines'

/** The three forms of a feed: media type, address it names as its own, and the identifiers of its items. */
const forms = [
  [
    'feed.xml',
    'application/rss+xml',
    (text: string) => {
      const { items = [], atom } = parseRssFeed(text)
      return { self: atom?.links?.[0]?.href, ids: items.map(({ guid }) => guid?.value) }
    },
  ],
  [
    'atom.xml',
    'application/atom+xml',
    (text: string) => {
      const { entries = [], links = [] } = parseAtomFeed(text)
      return { self: links.find(({ rel }) => rel === 'self')?.href, ids: entries.map(({ id }) => id) }
    },
  ],
  [
    'feed.json',
    'application/feed+json',
    (text: string) => {
      const { items = [], feed_url: self } = parseJsonFeed(text)
      return { self, ids: items.map(({ id }) => id) }
    },
  ],
] as const

/** Asks for a feed in every form, each twice; returns the identifiers, which all of them share. */
async function itemsOf(request: APIRequestContext, folder: string, query = ''): Promise<(string | undefined)[]> {
  const all = []
  for (const [file, type, read] of forms) {
    const path = `${folder}/${file}${query}`
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(answer.headers()['content-type'], path).toContain(type)
    const { self, ids } = read(await answer.text())
    expect(self).toBe(answer.url())
    all.push(ids)
    const again = await request.get(path, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
    expect(again.status(), path).toBe(304)
  }
  expect(all[1], folder).toEqual(all[0])
  expect(all[2], folder).toEqual(all[0])
  return all[0] ?? []
}

test('every feed is the same in all its forms', async ({ request }) => {
  for (const locale of ['en', 'ja']) {
    expect((await itemsOf(request, `/${locale}`)).length).toBe(50)
    const whole = await itemsOf(request, `/${locale}/${dossier}`)
    expect(new Set(whole).size).toBe(50)
    await itemsOf(request, `/${locale}/corrections`)
  }
})

test('a rule, a change and an actor have feeds of the reports about them', async ({ request }) => {
  const ofChange = await itemsOf(request, `/en/${dossier}/changes/${change}`)
  expect(ofChange.length).toBeGreaterThan(1)
  expect(ofChange).toEqual(await itemsOf(request, `/en/${dossier}`, `?change=${change}`))
  const ofRule = await itemsOf(request, `/ja/${dossier}/rules/weapons-five-purposes`)
  expect(ofRule).toEqual(await itemsOf(request, `/ja/${dossier}`, '?rule=weapons-five-purposes'))
  const ofActor = await itemsOf(request, `/en/${dossier}/actors/komeito`)
  expect(ofActor).toEqual(await itemsOf(request, `/en/${dossier}`, '?actor=komeito'))
})

test('a filter passes only what it names; what makes no sense is refused', async ({ request }) => {
  const answer = await request.get(`/en/${dossier}/feed.xml?change=${change}&from=2026`)
  const { items = [] } = parseRssFeed(await answer.text())
  expect(items.length).toBeGreaterThan(1)
  for (const { categories } of items) expect(categories?.map(({ name }) => name)).toContain(change)
  for (const { link } of items.slice(0, 3)) expect((await request.get(link ?? '')).status()).toBe(200)
  for (const [file] of forms) {
    expect((await request.get(`/en/${dossier}/${file}?change=none`)).status()).toBe(400)
    expect((await request.get(`/en/${dossier}/rules/none/${file}`)).status()).toBe(404)
    expect((await request.get(`/en/nowhere/${file}`)).status()).toBe(404)
  }
})

test('pages name their feeds in the head and lead to them in the text', async ({ page }) => {
  for (const [path, folder] of [
    [`/ja/${dossier}`, `/ja/${dossier}`],
    [`/ja/${dossier}/timeline`, `/ja/${dossier}`],
    [`/en/${dossier}/rules/weapons-five-purposes`, `/en/${dossier}/rules/weapons-five-purposes`],
    [`/en/${dossier}/changes/${change}`, `/en/${dossier}/changes/${change}`],
    ['/en/corrections', '/en/corrections'],
  ] as const) {
    await page.goto(path)
    for (const [file, type] of forms) {
      const named = await page.locator(`head link[rel=alternate][type="${type}"]`).first().getAttribute('href')
      expect(new URL(named ?? '').pathname, path).toBe(`${folder}/${file}`)
      await expect(page.locator(`main a[href="${folder}/${file}"]`), path).toHaveCount(1)
    }
  }
  const ofActor = `/en/${dossier}/actors/komeito/feed.xml`
  for (const path of ['actors', 'actors/komeito']) {
    await page.goto(`/en/${dossier}/${path}`)
    await expect(page.locator(`head link[rel=alternate][href$="${ofActor}"]`)).toHaveCount(1)
  }
  await expect(page.locator(`main section a[href="${ofActor}"]`)).toHaveCount(1)
})

test('one list names every feed of both languages once, and each of them answers', async ({ page, request }) => {
  await page.goto('/ja/feeds')
  const link = page.locator('main a[href="/feeds.opml"]')
  await expect(link).toHaveCount(1)
  const answer = await request.get('/feeds.opml')
  expect(answer.headers()['content-type']).toContain('text/x-opml')
  type Outline = { xmlUrl?: string; outlines?: Outline[] }
  const addressesIn = (outlines: Outline[] = []): string[] =>
    outlines.flatMap(({ xmlUrl, outlines: inner }) => [...(xmlUrl ? [xmlUrl] : []), ...addressesIn(inner)])
  const paths = addressesIn(parseOpml(await answer.text()).body?.outlines).map((address) => new URL(address).pathname)
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of ['', '/corrections', `/${dossier}`, `/${dossier}/changes/${change}`, `/${dossier}/actors/komeito`])
    for (const locale of ['en', 'ja']) expect(paths).toContain(`/${locale}${path}/feed.xml`)
  for (const path of paths.filter((_, index) => index % 20 === 0))
    expect((await request.get(path)).status(), path).toBe(200)
})
