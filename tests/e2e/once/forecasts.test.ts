import { expect, test } from '../support/test'

const eu = 'eu-ai-act'
const us = 'us-chip-export-controls'
/** The first edition, on a day of its own: forecasts fall due by themselves. */
const pinned = 'edition=1&on=2026-11-22'

test('a forecast whose date a later law has moved says to when and by what, and is not overdue', async ({ page }) => {
  await page.goto(`/en/${eu}/calendar?${pinned}`)
  const moved = page.locator('section[aria-labelledby=moved] tbody tr')
  await expect(moved.first()).toContainText('Superseded: moved to 2 December 2027 by High-risk delay to fixed dates')
  await expect(page.locator('main')).not.toContainText('Overdue by')
  await page.goto(`/ja/${eu}/scorecard?${pinned}`)
  await expect(page.locator('main')).toContainText('期日変更：高リスク義務の延期（固定の期日）により2027年12月2日へ')
  await page.goto(`/en/${us}/calendar?${pinned}`)
  await expect(page.locator('section[aria-labelledby=overdue]')).toHaveCount(0)
  await expect(page.locator('section[aria-labelledby=unsettled]')).toContainText('not known since 10 November 2026')
  await page.goto(`/en/${us}/changes/affiliates-rule?${pinned}`)
  await expect(page.locator('section[aria-labelledby=expectations]')).toContainText('Not known since 10 November 2026')
  await page.goto(`/en/${eu}/changes/annex-iii-applies?${pinned}`)
  await page.getByRole('link', { name: 'High-risk duties for stand-alone systems (Annex III)' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Annex III')
})

test('the sourcing mark stands wherever a report is named', async ({ page }) => {
  for (const path of ['calendar', 'scorecard', 'actors']) {
    await page.goto(`/en/${eu}/${path}?${pinned}`)
    await expect(page.locator('main table .mark').first(), path).toHaveText(/Partly inferred|Unverified/)
  }
  await page.goto('/en/search?q=zackor&kind=report&edition=1')
  await expect(page.locator('.result .says-who .mark').first()).toHaveText(/inferred|Unverified/)
})

test('a date is told by the word that fits its precision', async ({ page }) => {
  await page.goto(`/en/${us}/scorecard?${pinned}`)
  await expect(page.locator('main')).toContainText('Met in December 2025')
  await expect(page.locator('main')).toContainText('Met on 10 November 2025')
  await page.goto(`/en/${us}/changes?${pinned}`)
  await expect(page.locator('main')).toContainText('Lapsed in December 2025')
})

test('the front page says what a change in force still brings', async ({ page }) => {
  await page.goto('/en?on=2026-11-22')
  const next = page.locator('.home-dossier').first().locator('.next-dates')
  await expect(next).toContainText(/2 December 2026 in 10 days: .*: Duty applies/)
})

test('a strip ends on the last day that it tells of, and the chart of months says what it leaves out', async ({
  page,
}) => {
  await page.goto(`/en/${us}/ask?item=a100-h100&party=china&route=from-us&on=2027-03-01`)
  await expect(page.locator('svg.strip')).toHaveAttribute('aria-label', /to 1 March 2027\./)
  await page.goto('/en/japan-defence-transfers/timeline')
  const earlier = page.getByRole('link', { name: /^\d+ earlier reports$/ })
  const count = Number.parseInt((await earlier.textContent()) ?? '', 10)
  await expect(page.locator('figcaption')).toContainText('since 1976')
  await earlier.click()
  await expect(page.locator('#reports')).toHaveText(`${count} reports`)
})

test('the score is short on a phone, and every place of the menu can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`/en/${eu}/calendar?${pinned}`)
  await page.locator('.dossier-nav').getByRole('link', { name: 'More' }).click()
  await page.locator('main').getByRole('link', { name: 'Forecasts', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scorecard of forecasts')
  const row = page.locator('table.scores tbody tr').filter({ hasText: 'RTR' })
  expect((await row.boundingBox())?.height).toBeLessThan(90)
  await expect(row.locator('td.nothing').first()).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.locator('.dossier-nav').getByRole('link', { name: 'More' }).click()
  await page.locator('main').getByRole('link', { name: 'Contradictions', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where the reports disagree')
})

test('a matrix of many columns fits the printed page', async ({ page }) => {
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  for (const path of [`${us}/matrix`, us, 'japan-defence-transfers', eu]) {
    await page.goto(`/en/${path}`)
    expect(await page.locator('table.matrix').evaluate((table) => table.scrollWidth), path).toBeLessThanOrEqual(794)
  }
})

test('a stance of which only the month is known is drawn and told as that month', async ({ page }) => {
  for (const [path, title, range] of [
    [`/en/${eu}/changes/high-risk-delay`, /^Wary, May 2026$/, /from February 2026 to/],
    [`/ja/${eu}/changes/high-risk-delay`, /、2026年5月$/, /2026年2月から/],
  ] as const) {
    await page.goto(`${path}?${pinned}`)
    const chart = page.locator('svg.stances')
    await expect(chart).toHaveAttribute('aria-label', range)
    expect(await chart.locator('title').allTextContents()).toContainEqual(expect.stringMatching(title))
    await expect(chart).not.toContainText(/1 (February|May|June) 2026|2026年[256]月1日/)
    const widths = await chart
      .locator('line.span')
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().width))
    expect(Math.max(...widths)).toBeGreaterThan(10)
  }
})

test('a rule tells what is still expected of the changes that alter it, and what nobody knows', async ({ page }) => {
  await page.goto(`/en/${us}/rules/listed-affiliates?${pinned}`)
  const pending = page.locator('section[aria-labelledby=pending]')
  await expect(pending.locator('tbody tr')).toContainText(['Not known since 10 November 2026'])
  await expect(pending).not.toContainText('Nothing is pending')
  await page.goto(`/ja/${us}/rules/listed-affiliates?${pinned}`)
  await expect(pending).toContainText('2026年11月10日')
  await page.goto(`/en/japan-defence-transfers/rules/sato-barred-areas?${pinned}`)
  await expect(pending).toHaveText(/Nothing is pending on this rule/)
})

test('a rule whose change was suspended before it applied has a history that says so', async ({ page }) => {
  await page.goto(`/en/${us}/rules/diffusion-tier-3?${pinned}`)
  const rows = page.locator('section[aria-labelledby=history] > table tbody tr')
  await expect(rows).toHaveText([
    /13 January 2025.*Not stated in force, applies from 15 May 2025/,
    /13 May 2025.*Suspended/,
  ])
  await expect(page.locator('svg.strip line.empty')).toHaveCount(2)
  await page.goto(`/ja/${us}/rules/diffusion-tier-3?${pinned}`)
  await expect(rows.first()).toContainText('施行済み、2025年5月15日から適用')
})
