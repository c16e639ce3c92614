import type { APIRequestContext } from '@playwright/test'
import { readContent } from '@/lib/content'
import { expect, test } from '../support/test'

interface Page {
  edition: number
  items: { id: string; dossier: string | null; edition: number }[]
  next: string | null
}

/** A list from its first page to its last. */
async function readList(request: APIRequestContext, path: string): Promise<Page['items']> {
  const all: Page['items'] = []
  let cursor = ''
  for (;;) {
    const answer = await request.get(`${path}${path.includes('?') ? '&' : '?'}limit=7${cursor}`)
    const { items, next }: Page = await answer.json()
    all.push(...items)
    if (next === null) return all
    cursor = `&cursor=${next}`
  }
}

test('lists hold every record that is public, once, as the files have it', async ({ request }) => {
  const read = await readContent('content')
  if (!read.ok) throw new Error('the content is not sound')
  const { dossiers, sources } = read.content
  for (const kind of ['rules', 'changes', 'actors', 'reports'] as const) {
    const expected = dossiers
      .flatMap((records) => records[kind].map((record) => ({ ...record, dossier: records.dossier.id })))
      .sort((a, b) => (`${a.dossier} ${a.id}` < `${b.dossier} ${b.id}` ? -1 : 1))
    const found = await readList(request, `/api/v1/${kind}`)
    expect(found.map(({ id, dossier }) => [dossier, id])).toEqual(expected.map(({ id, dossier }) => [dossier, id]))
    const first = JSON.parse(JSON.stringify(expected[0]))
    expect(found[0]).toMatchObject(first)
    const [one] = found
    expect(one).toHaveProperty('page')
  }
  expect((await readList(request, '/api/v1/sources')).map(({ id }) => id)).toEqual(sources.map(({ id }) => id).sort())
})

test('a filtered list is what the timeline shows, in its order', async ({ request, page }) => {
  const filter = 'change=co-developed-to-third-countries&from=2023'
  const found = await readList(request, `/api/v1/reports?dossier=japan-defence-transfers&${filter}`)
  expect(found.length).toBeGreaterThan(3)
  await page.goto(`/en/japan-defence-transfers/timeline?${filter}`)
  const shown = await page
    .locator('main a[href*="/reports/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1)))
  const first = [...new Set(shown)]
  expect(found.map(({ id }) => id).slice(0, first.length)).toEqual(first)
})

test('fields leave all others out', async ({ request }) => {
  const { items } = await (await request.get('/api/v1/reports?fields=headline,published&limit=1')).json()
  expect(Object.keys(items[0]).sort()).toEqual(['dossier', 'edition', 'headline', 'id', 'published'])
})

test('effects are those of the reports, each at its place', async ({ request }) => {
  const path = '?dossier=japan-defence-transfers&change=co-developed-to-third-countries'
  const effects = (await readList(request, `/api/v1/effects${path}`)) as unknown as {
    report: string
    position: number
    change: string
  }[]
  const reports = (await readList(request, `/api/v1/reports${path}`)) as unknown as {
    id: string
    effects: { change: string }[]
  }[]
  const expected = reports.flatMap(({ id, effects: own }) =>
    own.flatMap(({ change }, position) => (change === 'co-developed-to-third-countries' ? [[id, position]] : [])),
  )
  expect(expected.length).toBeGreaterThan(3)
  expect(effects.map(({ report, position }) => [report, position])).toEqual(expected)
})

test('an answer that has not changed costs a 304, also to a script of another site', async ({ request }) => {
  for (const path of [
    '/api/v1/reports?limit=1',
    '/en/feed.json',
    '/en/japan-defence-transfers/cite.bib',
    '/en/calendar.ics',
  ]) {
    const answer = await request.get(path)
    expect(answer.headers(), path).toMatchObject({ 'access-control-allow-origin': '*', etag: expect.any(String) })
    const again = await request.get(path, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
    expect(again.status(), path).toBe(304)
    expect(again.headers()['access-control-allow-origin'], path).toBe('*')
    const options = await request.fetch(path, { method: 'OPTIONS' })
    expect(options.headers()['access-control-allow-origin'], path).toBe('*')
  }
  expect((await request.get('/en/nowhere/cite.bib')).headers()['access-control-allow-origin']).toBe('*')
  expect((await request.get('/en')).headers()['access-control-allow-origin']).toBeUndefined()
})
