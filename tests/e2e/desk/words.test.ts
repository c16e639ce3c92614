import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { anotherNode, stop } from '../support/serve'
import { stateFile } from '../support/sites'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { newDraft, save, saved } from './drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const clock = pathToFileURL(join(import.meta.dirname, '..', 'support', 'turned-clock.mjs'))

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Begins a report of the Japanese dossier in a draft. */
async function begin(page: Page, headline: string, published: string): Promise<void> {
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher', { exact: true }).selectOption('kyodo-news')
  await page.getByLabel('Published').fill(published)
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await press(page, 'Start the draft')
  await draftOpen(page)
}

const feeds = ['feed.xml', 'atom.xml', 'feed.json'].flatMap((file) => [`/en/${file}`, `/en/${dossier}/${file}`])

test('what strikes is told beside its field and before publishing, and hinders nothing', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await begin(page, 'A party on both sides', '2026-11-20')
  for (const at of [0, 1]) {
    await press(page, 'Add a position')
    await field(page, `positions.${at}.actor`).selectOption('komeito')
    await field(page, `positions.${at}.change`).selectOption('co-developed-to-third-countries')
    await field(page, `positions.${at}.stance`).selectOption(at === 0 ? 'supports' : 'opposes')
  }
  await field(page, 'url').fill('https://192.0.2.7/story')
  await save(page).click()
  await expect(page.locator('[id="f-positions.1.stance-warning"]')).toContainText('the opposite')
  await expect(page.locator('#f-url-warning')).toContainText('one machine')
  await expect(page.locator('.notice.doubtful')).toContainText('Position 2: stance')
  await press(page, 'Review and publish')
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page).toHaveTitle('Publish 1 record · Rulewire desk')
  await expect(page.locator('.to-publish .notice.doubtful')).toContainText('the opposite')
  await page.getByLabel('Why').fill('Both sides are told')
  await press(page, 'Publish')
  await page.waitForURL('**/admin?edition=**')
})

test('dates are read as people write them; what is none stays, and its error names the field', async ({ deskOf }) => {
  const page = await deskOf('author')
  await begin(page, 'Dates as people write them', '23 Aug 2023 ')
  await expect(field(page, 'published')).toHaveValue('2023-08-23')
  await expect(page).toHaveTitle('Draft: Dates as people write them · Rulewire desk')
  await press(page, 'Add an effect')
  await field(page, 'effects.0.on').fill('２０２３年８月２３日')
  await save(page).click()
  await saved(page)
  await page.reload()
  await expect(field(page, 'effects.0.on')).toHaveValue('2023-08-23')
  await field(page, 'effects.0.on').fill('after the summer')
  await save(page).click()
  await expect(page.locator('[id="f-effects.0.on-error"]')).toContainText('is not a date')
  await page.reload()
  await expect(field(page, 'effects.0.on')).toHaveValue('after the summer')
  await expect(page.getByRole('link', { name: 'Effect 1: day' })).toBeVisible()
})

test('a report dated ahead asks first, and is in no feed before its day where its dossier is', async ({
  deskOf,
  request,
  site,
}, info) => {
  const headline = 'A report of the second of May'
  const page = await deskOf('editor')
  await begin(page, headline, '2 May 2031')
  await expect(page.locator('#f-published-warning')).toContainText('still to come')
  await press(page, 'Review and publish')
  await page.waitForURL('**/admin/publish?draft=**')
  await page.getByLabel('Why').fill('Kept for its day')
  await press(page, 'Publish')
  await expect(page.locator('#f-confirm-error')).toContainText('dated 2031-05-02')
  await expect(page.locator('#f-confirm')).toBeFocused()
  await page.locator('#f-confirm').check()
  await press(page, 'Publish')
  await page.waitForURL('**/admin?edition=**')
  for (const path of feeds) expect(await (await request.get(path)).text(), path).not.toContain(headline)
  // In Tokyo the day begins at three in the afternoon, UTC.
  for (const [now, hasCome] of [
    ['2031-05-01T13:00:00Z', false],
    ['2031-05-01T15:30:00Z', true],
  ] as const) {
    const turned = { ...site.env, NODE_OPTIONS: `--import ${clock}?now=${now}` }
    const node = await anotherNode(info.project.name, turned)
    for (const path of feeds) {
      const text = await (await request.get(`${node.address}${path}`)).text()
      expect(text.includes(headline), `${path} ${now}`).toBe(hasCome)
    }
    await stop(node.server)
  }
})

test('times are told on the clock of the reader, and in UTC on hovering', async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({
    storageState: stateFile(info.project.name, 'editor'),
    timezoneId: 'Asia/Tokyo',
    ...(baseURL ? { baseURL } : {}),
  })
  const page = await context.newPage()
  await page.goto('/admin/editions')
  const time = page.locator('main time').first()
  await expect(time).toHaveAttribute('title', /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
  const instant = (await time.getAttribute('datetime')) ?? ''
  const there = new Date(Date.parse(instant) + 9 * 3_600_000).toISOString()
  await expect(time).toHaveText(`${there.slice(0, 10)} ${there.slice(11, 16)}`)
  await context.close()
})

test('the keyboard saves, goes on to the review, opens a sheet of keys, and goes where one writes next', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await press(page, 'Start the draft')
  await expect(field(page, 'source')).toBeFocused()
  await newDraft(page, 'By the keyboard alone')
  const sheet = page.getByRole('dialog', { name: 'Keys of the desk' })
  // Keys are heard once the scripts of the page have come.
  await expect
    .poll(async () => {
      if (!(await sheet.isVisible())) await page.keyboard.press('?')
      return sheet.isVisible()
    })
    .toBe(true)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.getByRole('button', { name: 'Add an effect' }).press('Enter')
  await expect(field(page, 'effects.0.change')).toBeFocused()
  await page.getByLabel('Our summary').fill('What is this? Saved by a key.')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.getByLabel('Our summary').fill('Saved by a key and reviewed.')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL('**/admin/publish?draft=**')
})

test.describe('on a phone', () => {
  test('an editor approves and publishes what a colleague handed in, and is told of it in the tab', async ({
    deskOf,
  }) => {
    const author = await deskOf('author')
    await begin(author, 'Handed in from afar', '2026-11-21')
    await press(author, 'Hand in for review')
    await expect(author.getByText('Handed in', { exact: true })).toBeVisible()
    const page = await deskOf('editor')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/admin')
    await expect(page).toHaveTitle(/^(\(\d+\) )?Desk · Rulewire desk$/)
    await page.getByRole('link', { name: 'Handed in from afar' }).first().click()
    await press(page, 'Approve')
    await expect(page.getByText('Approved', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Review and publish' }).click()
    await page.getByLabel('Why').fill('Read on the train')
    await press(page, 'Publish')
    await page.waitForURL('**/admin?edition=**')
    await author.goto('/admin')
    await expect(author).toHaveTitle(/^\(\d+\) Desk · Rulewire desk$/)
  })
})
