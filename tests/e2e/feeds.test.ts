import type { APIRequestContext } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import ICAL from 'ical.js'
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
    // The newest fifty, and what is in no complete archive yet.
    for (const folder of [`/${locale}`, `/${locale}/${dossier}`]) {
      const items = await itemsOf(request, folder)
      expect(items.length).toBeGreaterThanOrEqual(50)
      expect(new Set(items).size).toBe(items.length)
    }
    await itemsOf(request, `/${locale}/corrections`)
  }
})

test('a rule, a change, an actor, a publisher and an answer have feeds of what concerns them', async ({ request }) => {
  const ofChange = await itemsOf(request, `/en/${dossier}/changes/${change}`)
  expect(ofChange.length).toBeGreaterThan(1)
  expect(ofChange).toEqual(await itemsOf(request, `/en/${dossier}`, `?change=${change}`))
  const ofActor = await itemsOf(request, `/en/${dossier}/actors/komeito`)
  expect(ofActor.length).toBeGreaterThan(1)
  await itemsOf(request, `/ja/${dossier}/rules/weapons-five-purposes`)
  expect(await itemsOf(request, `/en/${dossier}/sources/kyodo-news`)).toEqual(
    await itemsOf(request, `/en/${dossier}`, '?source=kyodo-news'),
  )
  // Nothing has moved an answer since the first edition, which tells its reports only.
  expect(await itemsOf(request, `/en/${dossier}/ask`, '?equipment=warship&recipient=philippines')).toEqual([])
  expect((await request.get(`/en/${dossier}/ask/feed.xml?equipment=nothing`)).status()).toBe(400)
  expect((await request.get(`/en/${dossier}/ask/feed.xml?colour=red`)).status()).toBe(400)
})

test('ids are of the site and of the language, and archives lead back to the first item', async ({ request }) => {
  const [en, ja] = [await itemsOf(request, '/en'), await itemsOf(request, '/ja')]
  for (const id of en) expect(id).toMatch(/^tag:[^,]+,\d{4}-\d{2}-\d{2}:en\/[a-z]+\/[0-9a-f]{32}$/)
  expect(en.filter((id) => ja.includes(id))).toEqual([])
  const seen = new Set<string>()
  let next: string | undefined = `/en/${dossier}/feed.json`
  while (next !== undefined) {
    const feed: { items: { id: string }[]; next_url?: string } = await (await request.get(next)).json()
    for (const { id } of feed.items) seen.add(id)
    next = feed.next_url && new URL(feed.next_url).pathname + new URL(feed.next_url).search
  }
  expect(seen.size).toBeGreaterThan(50)
  expect((await request.get('/en/feed.xml?archive=9999')).status()).toBe(404)
  expect((await request.get('/en/feed.xml?archive=first')).status()).toBe(400)
})

test('a filter passes only what it names and is named for it; what makes no sense is refused', async ({
  page,
  request,
}) => {
  const answer = await request.get(`/en/${dossier}/feed.xml?change=${change}&from=2026`)
  const { items = [], title } = parseRssFeed(await answer.text())
  expect(title).toContain('From: 2026')
  expect(items.length).toBeGreaterThan(1)
  for (const { categories } of items) expect(categories?.map(({ name }) => name)).toContain(change)
  for (const { link } of items.slice(0, 3)) expect((await request.get(link ?? '')).status()).toBe(200)
  await page.goto(`/en/${dossier}/timeline?change=${change}&from=2026`)
  const named = page.locator('head link[rel=alternate][type="application/rss+xml"]').first()
  await expect(named).toHaveAttribute('href', new RegExp(`/en/${dossier}/feed\\.xml\\?change=${change}&from=2026$`))
  await expect(named).toHaveAttribute('title', /From: 2026/)
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

test('one list for each language names feeds that share no item, and each of them answers', async ({
  page,
  request,
}) => {
  await page.goto('/ja/feeds')
  await expect(page.locator('main a[href="/ja/feeds.opml"]')).toHaveCount(1)
  type Outline = { xmlUrl?: string; outlines?: Outline[] }
  const addressesIn = (outlines: Outline[] = []): string[] =>
    outlines.flatMap(({ xmlUrl, outlines: inner }) => [...(xmlUrl ? [xmlUrl] : []), ...addressesIn(inner)])
  const pathsOf = async (list: string) => {
    const answer = await request.get(list)
    expect(answer.headers()['content-type']).toContain('text/x-opml')
    return addressesIn(parseOpml(await answer.text()).body?.outlines).map((address) => new URL(address).pathname)
  }
  const paths = await pathsOf('/ja/feeds.opml')
  expect(paths).toContain(`/ja/${dossier}/feed.xml`)
  const seen = new Set<string | undefined>()
  for (const path of paths)
    for (const { guid } of parseRssFeed(await (await request.get(path)).text()).items ?? []) {
      expect(seen.has(guid?.value), path).toBe(false)
      seen.add(guid?.value)
    }
  expect(seen.size).toBeGreaterThan(100)
  expect((await pathsOf('/feeds.opml')).sort()).toEqual([...(await pathsOf('/en/feeds.opml')), ...paths].sort())
})

test('coming dates are had as a calendar, of the whole, a dossier, a rule, a change and an answer', async ({
  page,
  request,
}) => {
  const read = async (path: string) => {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(answer.headers()['content-type'], path).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
    return events.map((one) => new ICAL.Event(one))
  }
  const all = await read('/en/calendar.ics')
  const ofAct = await read('/en/eu-ai-act/calendar.ics')
  expect(ofAct.length).toBeGreaterThan(0)
  expect(all.length).toBeGreaterThan(ofAct.length - 1)
  for (const { startDate } of all) expect(startDate.isDate).toBe(true)
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length)
  const ofDuties = await read('/ja/eu-ai-act/rules/annex-iii-duties/calendar.ics')
  expect(ofDuties.map(({ startDate }) => startDate.toString())).toContain('2027-12-02')
  const question = '?operator=provider'
  await page.goto(`/en/eu-ai-act/ask${question}`)
  const link = page.getByRole('link', { name: 'Calendar (iCalendar)' })
  const ofAnswer = await read((await link.getAttribute('href')) ?? '')
  expect(ofAnswer.length).toBeLessThanOrEqual(ofAct.length)
  expect((await request.get('/en/eu-ai-act/ask/calendar.ics?colour=red')).status()).toBe(400)
  expect((await request.get('/en/eu-ai-act/rules/none/calendar.ics')).status()).toBe(404)
  expect((await request.get('/en/nowhere/calendar.ics')).status()).toBe(404)
})
