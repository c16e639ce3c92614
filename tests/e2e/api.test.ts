import { readFileSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { golden } from '../support/golden/golden'
import { expect, test, verdict } from './support/test'

const path = '/api/v1/dossiers/japan-defence-transfers/verdict'

test('the golden verdicts hold through the API and on the page of the case', async ({ page, request }) => {
  const words = { prohibited: 'Prohibited', permitted: 'Permitted', conditional: 'Conditional' }
  for (const [equipment, recipient, purpose, on, right] of golden) {
    const asked = { equipment, recipient, purpose, on }
    const { disposition } = await verdict(request, asked)
    expect(right, JSON.stringify(asked)).toContain(disposition)
    await page.goto(`/en/japan-defence-transfers/ask?${new URLSearchParams(asked)}`)
    await expect(page.locator('main .disposition').first()).toContainText(words[disposition as keyof typeof words])
  }
})

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
