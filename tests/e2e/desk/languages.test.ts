import type { Browser, Page } from '@playwright/test'
import { password } from '../support/sites'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { save, saved } from './drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A browser that asks for a language and has never been at the desk. */
async function stranger(browser: Browser, address: string | undefined, locale: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ locale, javaScriptEnabled, ...(address ? { baseURL: address } : {}) })
  return context.newPage()
}

async function signIn(page: Page): Promise<void> {
  await page.locator('[name="login"]').fill('editor')
  await page.locator('[name="password"]').fill(password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/admin')
}

test('a person chooses Japanese at the door, writes and publishes in it, and goes back to English', async ({
  browser,
  baseURL,
}) => {
  const page = await stranger(browser, baseURL, 'en-GB')
  await page.goto('/admin/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Name').fill('editor')
  await press(page, '日本語')
  // What was typed stays: the page is drawn anew in place.
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page.getByLabel('ユーザー名')).toHaveValue('editor')
  await page.getByLabel('パスワード').fill('not the password')
  await press(page, 'サインイン')
  await expect(page.getByText('ユーザー名またはパスワードが違います')).toBeVisible()
  await signIn(page)
  await expect(page).toHaveTitle(/編集｜Rulewire編集$/)
  await expect(page.getByRole('heading', { name: '自分の下書き' })).toBeVisible()

  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('発行元', { exact: true }).selectOption('kyodo-news')
  await page.getByLabel('公表日').fill('2026-11-20')
  await press(page, '下書きを始める')
  await expect(page.locator('#f-headline-error')).toContainText('未入力です')
  await page.getByLabel('見出し', { exact: true }).fill('日本語の画面で書いた報道')
  await press(page, '下書きを始める')
  await draftOpen(page)

  await press(page, '影響を追加')
  await page.locator('[name="effects.0.on"]').fill('夏の後')
  await press(page, '保存')
  await expect(page.locator('[id="f-effects.0.on-error"]')).toContainText('日付ではありません')
  await expect(page.locator('.notice').filter({ hasText: '公開前に直す点が' })).toContainText('影響1：')
  await press(page, '削除')
  await page.getByLabel('要約').fill('短い要約。')
  await press(page, '保存')
  await expect(page.getByRole('status').filter({ hasText: '保存済み' })).toBeVisible()

  await press(page, '確認して公開')
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page).toHaveTitle('1件を公開｜Rulewire編集')
  await press(page, '公開する')
  await expect(page.locator('#f-reason-error')).toContainText('理由を一行で')
  await page.getByLabel('理由').fill('日本語での公開')
  await press(page, '公開する')
  await page.waitForURL('**/admin?edition=**')
  await expect(page.getByText(/第\d+版を公開しました/)).toBeVisible()

  await press(page, 'English')
  await expect(page.getByRole('heading', { name: 'My drafts' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const kept = (await page.context().cookies()).find(({ name }) => name === 'rulewire-desk-language')
  expect(kept).toMatchObject({ value: 'en', httpOnly: true, sameSite: 'Lax', path: '/admin' })
  await page.context().close()
})

test('who has not chosen is answered by what the browser accepts, and a choice outweighs it', async ({
  browser,
  baseURL,
}) => {
  const page = await stranger(browser, baseURL, 'ja-JP')
  await page.goto('/admin/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await signIn(page)
  await expect(page.getByRole('navigation', { name: '編集画面' })).toContainText('規則・記録')
  await page.goto('/admin/no-such-page')
  await expect(page.getByRole('heading', { name: 'このページはありません' })).toBeVisible()
  await press(page, 'English')
  await expect(page.getByRole('heading', { name: 'There is no such page at the desk' })).toBeVisible()
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'My drafts' })).toBeVisible()
  // Readers are asked for nothing and given no cookie.
  expect((await page.goto('/'))?.url()).toMatch(/\/ja$/)
  await page.context().close()
})

test('without scripts the choice leads back to the page that it was made on', async ({ browser, baseURL }) => {
  const page = await stranger(browser, baseURL, 'en-GB', false)
  await page.goto('/admin/sign-in')
  await signIn(page)
  await page.goto('/admin/reports?words=lethal')
  await press(page, '日本語')
  await page.waitForURL('**/admin/reports?words=lethal')
  await expect(page.getByRole('heading', { level: 1, name: '報道' })).toBeVisible()
  await page.context().close()
})

test('what stands in an editor unsaved is there after the language was changed', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher', { exact: true }).selectOption('kyodo-news')
  await page.getByLabel('Headline', { exact: true }).fill('Two languages, one text')
  await press(page, 'Start the draft')
  await draftOpen(page)
  await page.getByLabel('Our summary').fill('Not saved yet.')
  await press(page, '日本語')
  await expect(page.getByLabel('要約')).toHaveValue('Not saved yet.')
  await press(page, 'English')
  await expect(page.getByLabel('Our summary')).toHaveValue('Not saved yet.')
  await save(page).click()
  await saved(page)
})

test('a choice that another site sends is not taken', async ({ request }) => {
  const answer = await request.post('/admin/sign-in', {
    headers: { origin: 'https://elsewhere.example', 'accept-language': 'ja' },
    multipart: { language: 'ja' },
  })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toContain('別のサイトから送られた')
  expect(answer.headers()['set-cookie']).toBeUndefined()
})

test('a desk in Japanese calls records by their Japanese names, and ids keep their small letters', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await page.goto('/admin')
  await press(page, '日本語')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  const rule = new URLSearchParams({ kind: 'rule', dossier, id: 'weapons-five-purposes' })
  await page.goto(`/admin/history?${rule}`)
  await expect(page.locator('.desk-head .smallcaps')).toHaveText('規則 · 防衛装備移転 · weapons-five-purposes')
  await expect(page.locator('.desk-head code')).toHaveCSS('text-transform', 'none')
  await press(page, '下書きで編集')
  await draftOpen(page)
  const draft = page.url().split('/').at(-1)
  await page.goto('/admin')
  await expect(page.getByRole('link', { name: '五類型の範囲内の武器', exact: true })).toBeVisible()
  await page.goto(`/admin/publish?draft=${draft}`)
  await expect(page.locator('.to-publish').first()).toContainText('変わるところはありません')
  await expect(page.getByText('変更前と変更後')).toHaveCount(0)

  await page.goto(`/admin/records/remove?${rule}`)
  await expect(page.getByRole('link', { name: '五類型の撤廃' })).toBeVisible()
  await page.goto(`/admin/records/rename?${rule}`)
  await expect(page.getByRole('heading', { name: 'IDの変更：五類型の範囲内の武器' })).toBeVisible()
  await expect(page.locator('#touched').getByRole('link', { name: '五類型の撤廃' })).toBeVisible()
})
