import { brotliCompressSync } from 'node:zlib'
import { expect, test } from './support/test'

/*
 * What readers come for, each as that reader would go about it: from the front page, by what stands on the pages.
 */

const phone = { width: 390, height: 844 }
const languages = [
  {
    locale: 'en',
    asks: 'May Japan export a warship to the Philippines?',
    answer: /Only on conditions/,
    noun: 'the Philippines',
    whole: 'The whole answer',
    abukuma: 'Abukuma',
    works: 'In the works',
    also: 'Also applies',
    sure: 'How sure',
    knownThen: /as known on that day/,
  },
  {
    locale: 'ja',
    asks: '護衛艦をフィリピンに輸出できるか',
    answer: /条件付き/,
    noun: 'フィリピン',
    whole: '答えの全体',
    abukuma: 'あぶくま',
    works: '検討中のこと',
    also: 'あわせて適用されるもの',
    sure: '確かさ',
    knownThen: /当日までに知られていた限り/,
  },
] as const

for (const { locale, asks, answer, noun, whole, abukuma, works, also, sure, knownThen } of languages) {
  test(`a journalist learns whether a warship may go to the Philippines, in two steps (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize(phone)
    await page.goto(`/${locale}`)
    await page.locator('main search input').fill(asks)
    await page.locator('main search button').click()
    await expect(page.locator('main .featured').first()).toContainText(answer)
    await page.getByRole('link', { name: whole }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(noun)
    const told = page.locator('.verdict')
    await expect(told.locator('.answer')).toContainText(answer)
    // The answer stands within the first screen of a phone.
    const box = await told.locator('.answer').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(phone.height)
    for (const words of [works, also, abukuma]) await expect(told).toContainText(words)
    for (const file of ['cite.bib', 'cite.ris', 'evidence.csv', 'feed.xml'])
      await expect(page.locator(`main a[href*="${file}"]`).first(), file).toBeVisible()
  })

  test(`a lawyer reads the rule of a past day without hindsight, and takes the evidence away (${locale})`, async ({
    page,
    request,
  }) => {
    const asked = 'item=h20&party=china&route=from-us&on=2025-08-20&known=2025-08-20'
    await page.goto(`/${locale}/us-chip-export-controls/ask?${asked}`)
    await expect(page.locator('.verdict .answer')).toContainText(knownThen)
    await expect(page.locator('.verdict')).toContainText(sure)
    const csv = await page.locator('main a[href*="evidence.csv"]').getAttribute('href')
    const table = await (await request.get(csv ?? '')).text()
    expect(table).toContain('quote')
    for (const [, published] of table.matchAll(/,(20\d\d-\d\d-\d\d),(?:seen|inferred|unseen),/g))
      expect((published ?? '') <= '2025-08-20', published).toBe(true)
    for (const file of ['cite.bib', 'cite.ris', 'cite.json']) {
      const href = await page.locator(`main a[href*="${file}"]`).getAttribute('href')
      const works = await (await request.get(href ?? '')).text()
      expect(works.length, file).toBeGreaterThan(200)
    }
  })

  test(`a compliance officer finds the dates that the omnibus moved (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/eu-ai-act`)
    await expect(page.locator('.matrix .comes').first()).toContainText('2026')
    await page.locator('main a[href$="/eu-ai-act/calendar"]').first().click()
    const moved = page.locator('section[aria-labelledby=deferrals] tbody tr')
    await expect(moved.filter({ has: page.locator('a[href$="/rules/annex-iii-duties"]') })).toContainText('2027')
    await expect(moved.first().locator('time')).toHaveCount(2)
  })

  test(`a visitor sees answers, dates and developments on the front page (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}`)
    await expect(page.locator('.home-dossier')).toHaveCount(3)
    for (const dossier of await page.locator('.home-dossier').all())
      await expect(dossier.locator('.featured .disposition').first()).toBeVisible()
    await expect(page.locator('.home-dossier .next-dates time').first()).toBeVisible()
    await expect(page.locator('#latest')).toBeVisible()
    expect(await page.locator('.lines > li').count()).toBeGreaterThan(8)
  })

  test(`links of the matrix say row, column and answer, and there is a way past it (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/japan-defence-transfers`)
    const cell = page.locator('.matrix tbody td a').first()
    const label = await cell.getAttribute('aria-label')
    const row = await page.locator('.matrix tbody th').first().textContent()
    expect(label).toContain(((row ?? '').split(/[,、]/)[0] ?? '').trim())
    expect(label).toContain(((await cell.locator('.word').first().textContent()) ?? '').trim())
    await page.locator('.past-table').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#past-matrix$/)
  })
}

test('the text comes before the navigation, and a dossier has five tabs', async ({ page }) => {
  await page.goto('/en/japan-defence-transfers')
  const order = await page.evaluate(() => {
    const [text, tabs] = [document.querySelector('main'), document.querySelector('.dossier-nav')]
    return text && tabs ? text.compareDocumentPosition(tabs) & Node.DOCUMENT_POSITION_FOLLOWING : 0
  })
  expect(order).toBeGreaterThan(0)
  await expect(page.locator('.dossier-nav a')).toHaveText([
    'Now',
    'Ask',
    'Timeline',
    'Rules',
    'More pages of this dossier',
  ])
  const [tabs, text] = [await page.locator('.dossier-nav').boundingBox(), await page.locator('main').boundingBox()]
  expect((tabs?.y ?? 0) < (text?.y ?? 0)).toBe(true)
  await page.locator('.dossier-nav').getByRole('link', { name: 'More' }).click()
  for (const place of ['Matrix', 'What if', 'How sure', 'Forecasts'])
    await expect(page.locator('main').getByRole('link', { name: place, exact: true })).toBeVisible()
})

for (const dossier of ['japan-defence-transfers', 'us-chip-export-controls', 'eu-ai-act'])
  test(`the page of ${dossier} is not longer than 3,000 px at 1280`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`/en/${dossier}`)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3000)
  })

test('what if: a pending change ticked and dated shows what follows, marked as assumed', async ({ page }) => {
  await page.goto('/en/us-chip-export-controls/what-if')
  await expect(page.locator('main')).toContainText(/It starts from what holds and is pending today, \d+ \w+ \d{4}\./)
  await page.locator('.what-if input[type=checkbox]').first().check()
  await page.locator('.what-if input[name=day]').fill('2027-01-01')
  await page.locator('.what-if button').click()
  await expect(page.locator('.notice').first()).toContainText('1 January 2027')
  await expect(page.locator('section[aria-labelledby=matrix] .notice')).toContainText('Assumed')
  // Each part of it says of which day it is, and that nothing opens.
  await expect(page.locator('section[aria-labelledby=differs]')).toContainText('The answers on 1 January 2027, by when')
  await expect(page.getByRole('heading', { name: 'Every answer on 1 January 2027, as assumed' })).toBeVisible()
  await expect(page.locator('#matrix-caption')).toContainText('What is assumed has no evidence to open.')
  await expect(page.locator('section[aria-labelledby=matrix] .matrix td a')).toHaveCount(0)
})

test('discredited reports are out of the timeline unless asked for, and say so on their page', async ({ page }) => {
  const wrong = '/en/japan-defence-transfers/reports/2026-05-31-galkama-transfer-halted'
  await page.goto('/en/japan-defence-transfers/timeline?from=2026-05-31&to=2026-05-31')
  await expect(page.locator(`main a[href="${wrong}"]`)).toHaveCount(0)
  await page.goto('/en/japan-defence-transfers/timeline?discredited=only')
  await page.locator(`main a[href="${wrong}"]`).first().click()
  await expect(page.locator('.notice').filter({ hasText: 'Nothing that this report tells holds' })).toBeVisible()
})

test('a page weighs little: HTML and CSS of a page that readers come to first, as sent with brotli', async ({
  request,
}) => {
  const sent = async (path: string) => {
    const answer = await request.get(path, { headers: { 'accept-encoding': 'identity' } })
    return brotliCompressSync(await answer.body()).length
  }
  const styles = [...(await (await request.get('/en')).text()).matchAll(/\/_next\/static[^"]*\.css/g)].map(String)
  const css = await Promise.all([...new Set(styles)].map(sent))
  const weightOf = async (path: string) => css.reduce((sum, bytes) => sum + bytes, await sent(path))
  const japan = '/ja/japan-defence-transfers'
  for (const path of [
    '/ja',
    `${japan}/ask?equipment=warship&recipient=philippines`,
    `${japan}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
    '/en/eu-ai-act/rules/annex-iii-duties',
  ])
    expect(await weightOf(path), path).toBeLessThanOrEqual(25_000)
  for (const dossier of ['japan-defence-transfers', 'us-chip-export-controls', 'eu-ai-act'])
    expect(await weightOf(`/ja/${dossier}`), dossier).toBeLessThanOrEqual(40_000)
})
