import { readFileSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { expect, test, verdict } from './support/test'

const path = '/api/v1/dossiers/japan-defence-transfers/verdict'

test('on the seed day the change is pending; with known=2023-07-04 its agreement is not yet known', async ({
  request,
}) => {
  const kase = { equipment: 'warship', recipient: 'other-agreement-state', purpose: 'minesweeping', on: '2023-08-23' }
  const stageOf = async (known: string) =>
    (await verdict(request, { ...kase, known })).pending.find(({ change }) => change === 'weapons-within-five-purposes')
      ?.stage
  expect(await stageOf('2023-08-23')).toBe('proposed')
  expect(await stageOf('2023-07-05')).toBe('agreed')
  expect(await stageOf('2023-07-04')).toBe('floated')
})

test('an inner value answers with the breakdown', async ({ request }) => {
  const answer = await (await request.get(`${path}?equipment=weapon&recipient=partner&on=2026-11-22`)).json()
  expect(answer.disposition).toBe('mixed')
  expect(answer.cases.length).toBe(5 * 4 * 13)
})

test('what makes no sense is refused as problem+json that names the parameter', async ({ request }) => {
  for (const [query, parameter] of [
    ['equipment=warships', 'equipment'],
    ['on=yesterday', 'on'],
    ['known=2023-02-30', 'known'],
    ['known=2199-01-01', 'known'],
    ['on=9999-12-31', 'on'],
    ['on=1899', 'on'],
    ['edition=99999', 'edition'],
    ['colour=red', 'colour'],
    ['equipment=%FF%FE', 'equipment'],
    ['on=2023-08-23%00', 'on'],
    [`equipment=${'x'.repeat(5000)}`, 'equipment'],
    [`${'colour'.repeat(1000)}=red`, `${'colour'.repeat(14).slice(0, 80)}…`],
  ]) {
    const response = await request.get(`${path}?${query}`)
    expect(response.status(), query).toBe(400)
    expect(response.headers()['content-type']).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 400, parameter })
    expect((await response.body()).length).toBeLessThan(1000)
  }
  expect(await (await request.get(`${path}?equipment=warships`)).text()).toContain('warship')
  expect((await request.get('/api/v1/dossiers/nowhere/verdict')).status()).toBe(404)
})

const assumed = 'weapons-within-five-purposes@2023-09-01'
const warship = 'equipment=warship&recipient=other-agreement-state&purpose=minesweeping&on=2023-08-23'

test('what is assumed is told in the answer, in whatever order it is asked; what cannot be assumed is refused', async ({
  request,
}) => {
  const answer = await (await request.get(`${path}?${warship}&assume=${assumed}`)).json()
  expect(answer).toMatchObject({ assume: [{ change: 'weapons-within-five-purposes', day: '2023-09-01' }] })
  expect(answer.next).toMatchObject({ on: '2023-09-01', disposition: 'conditional' })
  const other = 'lethal-arms-for-invaded-countries@2023-09-02'
  const asked = (...assume: string[]) =>
    request.get(`${path}?${warship}${assume.map((one) => `&assume=${one}`).join('')}`)
  expect(await (await asked(assumed)).text()).toBe(await (await asked('', assumed)).text())
  for (const assume of [other.split('@')[0], 'nothing@2023-09-01', `${assumed}-01`, 'three-principles-2014@2023-09-01'])
    expect(await (await asked(assume ?? '')).json(), assume).toMatchObject({ status: 400, parameter: 'assume' })
  expect((await asked(assumed, assumed)).status()).toBe(400)
})

test('a comparison says what it assumes, as data and on its page', async ({ page, request }) => {
  const query = `from=2023-08-01&to=2023-08-23&assume=${assumed.replace('09-01', '08-20')}`
  const { assume, directions } = await (
    await request.get(`/api/v1/dossiers/japan-defence-transfers/compare?${query}`)
  ).json()
  expect(assume).toHaveLength(1)
  expect(Object.keys(directions)).toEqual(['relaxes'])
  await page.goto(`/en/japan-defence-transfers/compare?${query}`)
  await expect(page.locator('h1')).toContainText('assuming “Weapons allowed within the five purposes”')
  await expect(page.locator('.notice')).toContainText('In fact it is only at the stage “Proposed”')
  await expect(page.locator('.citation')).toContainText('assuming')
})

test('the omnibus is told to postpone what it postpones, between the days before and of its entry into force', async ({
  page,
  request,
}) => {
  const query = 'from=2026-07-26&to=2026-07-27'
  const { directions } = await (await request.get(`/api/v1/dossiers/eu-ai-act/compare?${query}`)).json()
  expect(directions.postpones).toBeGreaterThan(100)
  await page.goto(`/en/eu-ai-act/compare?${query}`)
  await expect(page.locator('main')).toContainText('Next: 2 December 2027')
  await page.goto(`/ja/eu-ai-act/compare?${query}`)
  await expect(page.locator('main')).toContainText('次：2027年12月2日')
})

test('a month is told as a month: in search, in feeds and in data for machines', async ({ page, request }) => {
  const found = await (await request.get('/api/v1/search?q=spoelstra&kind=report')).json()
  const report = found.results.find(({ id }: { id: string }) => id === '2026-05-spoelstra-omnibus-closes')
  expect(report.day).toBe('2026-05')
  await page.goto('/en/search?q=spoelstra&kind=report')
  await expect(page.locator('main')).toContainText('May 2026')
  await expect(page.locator('main')).not.toContainText('1 May 2026')
  const feed = await (await request.get('/en/eu-ai-act/feed.json?words=spoelstra')).json()
  const item = feed.items.find(({ url }: { url: string }) => url.endsWith('/2026-05-spoelstra-omnibus-closes'))
  expect(item.date_published).toBe(item.date_modified)
})

test('an address that the API does not have is a problem, never a page; what it has is only read', async ({
  request,
}) => {
  const problem = async (response: APIResponse, status: number) => {
    expect(response.status(), response.url()).toBe(status)
    expect(response.headers()['content-type'], response.url()).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'about:blank', status })
  }
  for (const unknown of ['/api', '/api/v1', '/api/v2/search', '/api/v1/dossiers/japan-defence-transfers', `${path}/x`])
    await problem(await request.get(unknown), 404)
  for (const known of [path, '/api/v1/openapi.json', '/api/v1/search']) {
    const answer = await request.post(known, { data: {} })
    await problem(answer, 405)
    expect(answer.headers().allow).toBe('GET, HEAD, OPTIONS')
  }
})

test('no page or handler that reads data was made at build time', async () => {
  const manifest: { routes: Record<string, unknown>; dynamicRoutes: Record<string, unknown> } = JSON.parse(
    readFileSync('.next/prerender-manifest.json', 'utf8'),
  )
  const allowed = ['/_not-found', '/_global-error', '/favicon.ico', '/icon.svg']
  expect(Object.keys(manifest.routes).filter((route) => !allowed.includes(route))).toEqual([])
  expect(Object.keys(manifest.dynamicRoutes)).toEqual([])
})
