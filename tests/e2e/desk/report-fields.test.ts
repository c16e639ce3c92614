import type { Page } from '@playwright/test'
import { expect, onOwnSite } from '../support/test'
import { draftOf, fullReport, save, saved } from './drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

test('a report may have a headline of ours, and the preview shows it as the timeline will', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await page.goto('/admin/reports')
  const listed = page.locator('table.reports tbody tr').filter({ hasText: /Japan|Kyodo|Times/ })
  await listed.first().waitFor()
  const id =
    /reports\/([a-z0-9-]+)/.exec((await listed.first().locator('a').first().getAttribute('href')) ?? '')?.[1] ?? ''
  const within =
    /\/en\/([a-z0-9-]+)\//.exec((await listed.first().locator('a').first().getAttribute('href')) ?? '')?.[1] ?? dossier
  await draftOf(page, 'report', within, id)
  await page.getByLabel('Our own headline, English').fill('What the article does not say by itself')
  await save(page).click()
  await saved(page)
  const preview = page.getByRole('region', { name: 'What readers will get' })
  await expect(preview.getByRole('heading', { name: 'What the article does not say by itself' })).toBeVisible()
  await expect(preview.getByRole('link', { name: 'Rulewire', exact: true })).toHaveAttribute('href', '/en/feed.xml')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  await page.getByLabel('Why').fill('A headline of our own')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=*')
  await page.goto(`/en/${within}/reports/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the article does not say by itself')
})

test('without scripts a refusal calls fields what stands above them', async ({ deskOf, browser }) => {
  const withScripts = await deskOf('editor')
  await withScripts.goto('/admin')
  const storageState = await withScripts.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  const page = await context.newPage()
  await page.goto('/admin/records')
  const start = page
    .locator('form')
    .filter({ has: page.locator(`input[name=dossier][value=${dossier}]`) })
    .first()
  await start.getByRole('button', { name: 'Start a draft' }).click()
  const refusal = page.getByRole('alert')
  await expect(refusal.getByRole('link', { name: 'Its name', exact: true })).toBeVisible()
  await expect(refusal.getByRole('link', { name: 'New', exact: true })).toBeVisible()
  await context.close()
})

/**
 * What has the keyboard and lies under the bar of buttons; '' where it does not, null where it is no field of the bar's form. Of a text
 * of several lines a browser brings the one with the cursor into view, which is the first.
 */
const coveredOne = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const [at, bar] = [document.activeElement, document.querySelector('.buttons.sticky')]
    if (!at || !bar || bar.contains(at) || !at.matches('input, select, textarea, summary')) return null
    if (!bar.closest('form')?.contains(at)) return null
    const [field, above] = [at.getBoundingClientRect(), bar.getBoundingClientRect().top]
    const oneLine = 36
    const isCovered = field.top + Math.min(field.height, oneLine) > above
    return isCovered ? `${at.id || at.tagName} ${field.top} to ${field.bottom}, bar from ${above}` : ''
  })

test('in a low window the bar of buttons covers no field to which the keyboard or a link goes', async ({ deskOf }) => {
  const page = await deskOf('editor')
  // The page goes where the keyboard is at once, so that it can be measured there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const draft = await draftOf(page, 'report', fullReport.dossier, fullReport.id)
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 640 },
  ]) {
    await page.setViewportSize(size)
    await page.goto(draft)
    const met: (string | null)[] = []
    // What comes late moves what is below it.
    await page.evaluate(async () => void (await document.fonts.ready))
    await expect(page.getByRole('region', { name: 'What readers will get' })).toBeVisible()
    await page.locator('#f-url').focus()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      met.push(await coveredOne(page))
    }
    expect(met.filter((covered) => covered !== null).length, JSON.stringify(size)).toBeGreaterThan(15)
    expect(met.filter(Boolean), JSON.stringify(size)).toEqual([])
    await page.goto('/admin')
    await page.goto(`${draft}#f-effects.0.stage`)
    await page.locator('[id="f-effects.0.stage"]').focus()
    expect(await coveredOne(page), JSON.stringify(size)).toBe('')
  }
})
