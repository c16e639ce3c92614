import { expect, test } from './support/test'

const japan = 'japan-defence-transfers'
const us = 'us-chip-export-controls'
/** The first edition, on a day of its own. */
const pinned = 'edition=1&on=2026-11-22'

interface PositionsAnswer {
  count: number
  members: { actor: string }[]
  positions: { actor: string; on: string; stance: string; report: string; change: string }[]
}

const rowsOf = (csv: string): string[] => csv.trim().split('\r\n').slice(1)

test('all positions of Komeito and its members in 2023 are had as CSV and JSON from the page that lists them', async ({
  page,
  request,
}) => {
  await page.goto(`/en/${japan}/actors`)
  await page.getByRole('link', { name: 'Komeito', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Komeito')
  await page.getByLabel('From', { exact: true }).fill('2023')
  await page.getByLabel('To', { exact: true }).fill('2023')
  await page.getByRole('button', { name: 'Filter' }).click()
  const section = page.locator('section[aria-labelledby=positions]')
  const rows = section.locator('tbody tr')
  const listed = await rows.count()
  expect(listed).toBeGreaterThan(3)
  await expect(section).toContainText(`These ${listed} positions as data`)
  for (const date of await rows.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime'))))
    expect(date).toMatch(/^2023/)
  const csv = await request.get((await section.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '')
  expect(csv.headers()['content-type']).toContain('text/csv')
  expect(csv.headers()['content-disposition']).toContain('komeito-2023-2023.csv')
  expect(rowsOf(await csv.text())).toHaveLength(listed)
  const json = await request.get((await section.getByRole('link', { name: 'JSON' }).getAttribute('href')) ?? '')
  const { count, members, positions } = (await json.json()) as PositionsAnswer
  expect(count).toBe(listed)
  expect(members.map(({ actor }) => actor)).toContain('yamaguchi-natsuo')
  const reports = await rows
    .locator('a[href*="/reports/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('/').at(-1)))
  expect(positions.map(({ report }) => report)).toEqual(reports)
  await page.getByRole('link', { name: 'Show all of the time' }).click()
  await expect(rows.filter({ hasText: 'Yamaguchi Natsuo' })).not.toHaveCount(0)
  expect(await rows.count()).toBeGreaterThan(listed)
})

test('stances are drawn as small charts of one time, a row for the party above those of its members', async ({
  page,
}) => {
  await page.goto(`/en/${japan}/actors/komeito?${pinned}`)
  const charts = page.locator('.multiples svg.stances')
  expect(await charts.count()).toBeGreaterThan(3)
  const labels = await charts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(new Set(labels.map((label) => label.replace(/^.*” from/, ''))).size).toBe(1)
  const fighter = page.locator('.multiples > li').filter({ hasText: 'next-generation fighter' })
  expect(await fighter.locator('svg.stances > g > text').allTextContents()).toEqual(['Komeito', 'Yamaguchi Natsuo'])
  await expect(fighter).toContainText('Last reported: Supports, 14 March 2024')
  expect(await fighter.locator('title').allTextContents()).toContain('Opposes, 21 February 2024')
  await page.goto(`/ja/${japan}/actors/komeito?${pinned}`)
  await expect(page.locator('.multiples')).toContainText('直近の報道：支持（2024年3月14日）')
  expect(await charts.first().getAttribute('aria-label')).toContain('2024年6月5日まで')
  await expect(page.locator('.head')).toContainText(
    '立場の報道11件（うち所属者1件）、2004年12月8日から2024年6月5日まで。',
  )
  await page.goto(`/en/${japan}/actors/meti?${pinned}`)
  await expect(page.locator('.head')).toContainText('No report tells of a position.')
})

test('a person leads to the party and back, with the timeline and the feeds of each', async ({ page, request }) => {
  await page.goto(`/en/${japan}/actors/yamaguchi-natsuo?${pinned}`)
  await expect(page.locator('.head')).toContainText('Belongs to Komeito')
  await expect(page.locator('section[aria-labelledby=positions] thead')).not.toContainText('Actor')
  await page.locator('.head').getByRole('link', { name: 'Komeito' }).click()
  await expect(page).toHaveURL(/actors\/komeito\?/)
  await expect(page.locator('section[aria-labelledby=members]')).toContainText('Yamaguchi Natsuo · 1 position')
  await page.getByRole('link', { name: 'In the timeline' }).click()
  await expect(page).toHaveURL(/timeline\?.*actor=komeito/)
  const feed = await (await request.get(`/en/${japan}/actors/komeito/feed.json`)).json()
  expect(new URL(feed.home_page_url).pathname).toBe(`/en/${japan}/actors/komeito`)
})

test('a month or a year narrows to all of its days; nothing found and nonsense are told apart', async ({
  page,
  request,
}) => {
  const rows = page.locator('section[aria-labelledby=positions] tbody tr')
  await page.goto(`/en/${japan}/actors/komeito?from=2023-01-20&to=2023-01-31`)
  await expect(rows.locator('time')).toHaveText(['January 2023'])
  await page.goto(`/ja/${japan}/actors/komeito`)
  await page.locator('#from').fill('2023年12月')
  await page.locator('#to').fill('2023年12月31日')
  await page.getByRole('button', { name: '絞り込む' }).click()
  await expect(rows.locator('time')).toHaveText(['2023年12月12日'])
  const csv = page.locator('section[aria-labelledby=positions]').getByRole('link', { name: 'CSV' })
  await expect(csv).toHaveAttribute('href', /actor=komeito&from=2023-12&to=2023-12-31$/)
  await page.goto(`/ja/${japan}/actors/komeito?from=1990&to=1991-06`)
  await expect(page.locator('main')).toContainText('この期間に立場の報道はない。')
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveCount(0)
  const answer = await page.goto(`/en/${japan}/actors/komeito?from=August`)
  expect(answer?.status()).toBe(400)
  await expect(page.locator('main')).toContainText('It is not a date')
  expect((await page.goto(`/en/${japan}/actors/komeito?from=2024&to=2023`))?.status()).toBe(400)
  expect((await page.goto(`/en/${japan}/actors/komeitoo`))?.status()).toBe(404)
  const api = `/api/v1/dossiers/${japan}/positions`
  for (const bad of ['actor=nobody', 'change=komeito', 'from=2023-13', 'from=2024&to=2023', 'stance=wary']) {
    const refused = await request.get(`${api}?${bad}`)
    expect(refused.status(), bad).toBe(400)
    expect((await refused.json()).parameter, bad).toBe(bad.includes('to=') ? 'to' : bad.split('=')[0])
  }
})

test('an actor of whom nothing is reported has a page that says so', async ({ page }) => {
  await page.goto(`/en/${japan}/actors/meti?${pinned}`)
  await expect(page.locator('section[aria-labelledby=positions]')).toContainText('tells of a position')
  await expect(page.locator('.time-form, .multiples')).toHaveCount(0)
  await page.goto(`/en/${japan}/actors?${pinned}`)
  await expect(page.locator('section[aria-labelledby=kind-body]')).toContainText('Ministry of Economy')
})

test('what the list of actors and the page of a change show is what their files hold', async ({ page, request }) => {
  for (const path of ['actors', 'changes/co-developed-to-third-countries']) {
    await page.goto(`/en/${japan}/${path}?${pinned}`)
    const section = page.locator('section[aria-labelledby=positions]')
    const listed = await section.locator('tbody tr').count()
    const href = await section.getByRole('link', { name: 'JSON' }).getAttribute('href')
    expect(href).toContain('edition=1')
    expect(((await (await request.get(href ?? '')).json()) as PositionsAnswer).count, path).toBe(listed)
    await expect(section.locator('tbody a[href*="/actors/"]').first()).toHaveText(/\w/)
  }
})

test('what nobody has reported stands on one page, with how long it has been', async ({ page }) => {
  await page.goto(`/en/${us}/more?${pinned}`)
  await page.getByRole('link', { name: 'Sources wanted' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sources wanted')
  const unheard = page.locator('section[aria-labelledby=unheard] tbody tr')
  await expect(unheard.first()).toContainText(/\d{3} days/)
  await expect(unheard.filter({ hasText: 'December 2025' }).first()).toContainText('at least 326 days')
  await expect(page.locator('section[aria-labelledby=unsettled]')).toContainText('not known since 10 November 2026')
  await page.goto(`/ja/${us}/silences?${pinned}`)
  await expect(page.locator('section[aria-labelledby=unheard]')).toContainText('326日以上')
  await page.goto(`/en/${us}/silences?edition=1&on=2025-12-31`)
  await expect(page.locator('section[aria-labelledby=unsettled]')).toContainText('No suspended change')
})

test('the pages fit a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const locale of ['en', 'ja'])
    for (const path of ['actors', 'actors/ldp', 'actors/ruling-working-team', 'silences']) {
      await page.goto(`/${locale}/${japan}/${path}?${pinned}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over, `${locale} ${path}`).toBeLessThanOrEqual(0)
    }
})
