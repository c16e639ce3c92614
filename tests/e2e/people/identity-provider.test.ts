import type { Browser, Page } from '@playwright/test'
import { openIdentityProvider } from '../../support/people/identity-provider'
import { expect, onOwnSite } from '../support/test'
import { captured, freshly, press, toPerson } from './support'

const provider = await openIdentityProvider()
const test = onOwnSite({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
  OIDC_NAME: 'The Newspaper',
})
test.describe.configure({ mode: 'serial' })
test.beforeAll(({ site }) => provider.serve(site.address))

/** Goes to the provider from the door of the desk, and signs in there as an account. */
async function byProvider(
  browser: Browser,
  baseURL: string | undefined,
  account: string,
): Promise<{ page: Page; callback: string; asked: URL }> {
  const page = await browser.newPage(baseURL ? { baseURL } : {})
  let [callback, asked] = ['', new URL('about:blank')]
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/callback/oidc')) callback = request.url()
    if (request.url().startsWith(`${provider.issuer}/auth?`)) asked = new URL(request.url())
  })
  await page.goto('/admin/sign-in')
  await page.getByRole('link', { name: 'Sign in with The Newspaper' }).click()
  await page.locator('input[name=login]').fill(account)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/admin**')
  return { page, callback, asked }
}

test('an account that nobody was given is refused, and stands in the audit log', async ({ browser, baseURL }) => {
  const { page, asked } = await byProvider(browser, baseURL, 'mia@newspaper.example')
  await expect(page.getByText('nobody’s here yet')).toBeVisible()
  expect((await page.goto('/admin'))?.url()).toContain('/admin/sign-in')
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.searchParams.get(name), name).toBeTruthy()
  const admin = await freshly(browser, baseURL, 'admin')
  await admin.goto('/admin/audit?action=identity.refuse')
  await expect(admin.getByRole('row').filter({ hasText: 'mia@newspaper.example' })).toHaveCount(1)
  await admin.close()
  await page.close()
})

test('an administrator gives it to a person, who signs in by it; taken away, a captured cookie is dead', async ({
  browser,
  baseURL,
}) => {
  const admin = await freshly(browser, baseURL, 'admin')
  await toPerson(admin, 'Test author')
  await admin.getByLabel('Account at The Newspaper').fill('mia@newspaper.example')
  await press(admin, 'Let it in')
  await expect(admin.getByText('The person can sign in by that account.')).toBeVisible()
  await toPerson(admin, 'Test editor')
  await admin.getByLabel('Account at The Newspaper').fill('mia@newspaper.example')
  await press(admin, 'Let it in')
  await expect(admin.locator('#f-subject-error')).toContainText('somebody’s account here already')

  const { page, callback } = await byProvider(browser, baseURL, 'mia@newspaper.example')
  await expect(page.getByRole('link', { name: 'Test author' })).toBeVisible()
  const stands = await captured(page)
  expect(await stands()).toBe(true)

  // What the provider sent back is of no use in another browser, nor a second time in this one.
  const thief = await browser.newPage()
  await thief.goto(callback)
  await expect(thief.getByText('did not work')).toBeVisible()
  await thief.close()
  await page.goto(callback)
  await expect(page.getByRole('heading', { name: 'My drafts' })).toBeVisible()
  expect(await stands()).toBe(true)

  await toPerson(admin, 'Test author')
  await press(admin, 'Take it away')
  await expect(admin.getByText('opens nothing here any more')).toBeVisible()
  expect(await stands()).toBe(false)
  const again = await byProvider(browser, baseURL, 'mia@newspaper.example')
  await expect(again.page.getByText('nobody’s here yet')).toBeVisible()
  for (const one of [again.page, page, admin]) await one.close()
})
