import type { Page } from '@playwright/test'
import { openMailServer } from '../../support/wire/mail-server'
import { expect, onOwnSite } from '../support/test'

const mail = await openMailServer()
const test = onOwnSite({ SMTP_URL: mail.url, MAIL_FROM: 'Rulewire <news@rules.example.org>' })
const dossier = 'japan-defence-transfers'
const change = 'lethal-arms-to-invaded-states'
const rule = 'weapons-for-invaded-states'

test.describe.configure({ mode: 'serial' })

/** Waits for so many letters; the address in a text that holds a path. */
const letters = (count: number) => expect.poll(() => mail.letters.length).toBe(count)
const linkIn = (text: string | undefined, path: string) =>
  new RegExp(`https?://\\S+${path}\\S*`).exec(text ?? '')?.[0] ?? ''

async function publishReport(page: Page, headline: string): Promise<void> {
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher').selectOption('kyodo-news')
  await page.getByLabel('Published').fill('2026-11-20')
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await page.waitForURL('**/admin/drafts/**')
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await page.locator('[name="effects.0.change"]').selectOption(change)
  await page.locator('[name="effects.0.stage"]').selectOption('in_force')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  await page.getByLabel('Why').fill('Arms for invaded countries')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=**')
}

test('from the page of a rule to a letter about it, and out again by one click', async ({ page, deskOf, request }) => {
  await page.goto(`/en/${dossier}/rules/${rule}`)
  await page.getByRole('link', { name: 'By e-mail' }).click()
  await page.getByLabel('Your e-mail address').fill('ann@example.org')
  await page.getByLabel('How often').selectOption('instant')
  await page.getByRole('button', { name: 'Follow' }).click()
  await expect(page.getByRole('status')).toContainText('Look into your mail')
  await letters(1)
  const link = linkIn(mail.letters[0]?.text, '/en/follow/mine')
  expect(new URL(link).origin).toBe(new URL(page.url()).origin)

  // What follows the links of a letter confirms nothing.
  const looked = await request.get(link)
  expect(looked.headers()['cache-control']).toBe('no-store')
  expect(await looked.text()).not.toContain('<script')
  await page.goto(link)
  await page.getByRole('button', { name: 'Yes, send it to me' }).click()
  await expect(page.getByRole('status')).toHaveText('Confirmed. You will be told from now on.')

  await publishReport(await deskOf('editor'), 'Cabinet lets arms go to invaded countries')
  await expect
    .poll(() => mail.letters.some(({ text }) => text?.includes('Cabinet lets arms go to invaded countries')))
    .toBe(true)
  const raw = mail.raw.at(-1) ?? ''
  const oneClick = /List-Unsubscribe: <(.*?)>/is.exec(raw)?.[1]?.replace(/\s+/g, '') ?? ''
  // As a mail program does: no cookie, no origin.
  const stopped = await fetch(oneClick, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(stopped.status).toBe(200)
  await page.goto(link)
  await expect(page.locator('main')).toContainText('nothing of your address is kept')
})

test('whoever follows changes how often, and the language, and ends it', async ({ page }) => {
  const before = mail.letters.length
  await page.goto(`/ja/follow?what=/${dossier}`)
  await page.getByLabel('メールアドレス').fill('bob@example.org')
  await page.getByRole('button', { name: '購読する' }).click()
  await expect(page.getByRole('status')).toContainText('メールを確認してください')
  await letters(before + 1)
  await page.goto(linkIn(mail.letters.at(-1)?.text, '/ja/follow/mine'))
  await page.getByRole('button', { name: '受け取る' }).click()
  await page.getByLabel('頻度', { exact: true }).selectOption('weekly')
  await page.getByLabel('言語', { exact: true }).selectOption('en')
  await page.getByRole('button', { name: '変更する' }).click()
  await expect(page.getByRole('status')).toHaveText('Changed.')
  await expect(page.getByLabel('How often', { exact: true })).toHaveValue('weekly')
  await page.getByRole('button', { name: 'End this one' }).click()
  await expect(page.locator('main')).toContainText('Nothing is sent to you by this link')
})

test('what makes no sense is refused, and named', async ({ page, request }) => {
  expect((await page.goto('/en/follow?what=/nowhere'))?.status()).toBe(400)
  await expect(page.locator('main code.address').first()).toHaveText('what=/nowhere')
  expect((await page.goto('/en/follow/mine?token=made-up'))?.status()).toBe(400)
  await expect(page.locator('main code.address').first()).toHaveText('token=made-up')
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    request.post(path, { form, headers, maxRedirects: 0 })
  expect((await post('/en/follow/stop?token=made-up', {})).status()).toBe(400)
  const foreign = await post('/en/follow/ask', { address: 'eve@example.org' }, { origin: 'https://elsewhere.example' })
  expect([foreign.status(), foreign.headers().location]).toEqual([303, '/en/follow?said=foreign'])
  const bad = await post('/en/follow/ask', { address: 'eve' }, { 'sec-fetch-site': 'same-origin' })
  expect(bad.headers().location).toBe('/en/follow?said=address')
  expect((await request.post('/en/follow', { form: {} })).status()).toBe(405)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /en/follow')
})
