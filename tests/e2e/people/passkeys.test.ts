import type { CDPSession, Page } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { expect, onOwnSite } from '../support/test'
import { captured, freshly, press } from './support'

const test = onOwnSite()

/** Gives a page an authenticator of its own, as a laptop with a finger reader has one. */
async function authenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id }
}

test('a passkey is made, signs in without name, password and code, is used once per challenge, and is taken away', async ({
  browser,
  baseURL,
  playwright,
  site,
}) => {
  const page = await freshly(browser, baseURL, 'author')
  const { cdp, id } = await authenticator(page)
  await page.goto('/admin/account')
  await page.getByRole('link', { name: 'Add or remove passkeys' }).click()
  await page.getByLabel('Name of the passkey').fill('The laptop')
  await press(page, 'Make a passkey')
  await expect(page.getByText('The passkey is kept')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'The laptop' })).toBeVisible()
  // The device knows that it has one, and makes no second.
  await press(page, 'Make a passkey')
  await expect(page.getByText('No passkey came')).toBeVisible()

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/admin/sign-in')
  const [sent] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/admin/sign-in')),
    press(page, 'Use a passkey'),
  ])
  await page.waitForURL('**/admin')
  await expect(page.getByRole('heading', { name: 'My drafts' })).toBeVisible()

  // The very same request again, from elsewhere, signs nobody in.
  const request = await playwright.request.newContext(baseURL ? { baseURL } : {})
  const { 'content-type': type = '', 'next-action': action = '' } = await sent.allHeaders()
  const headers = { 'content-type': type, 'next-action': action, origin: baseURL ?? '', accept: 'text/x-component' }
  const again = await request.post('/admin/sign-in', { headers, data: sent.postDataBuffer() ?? Buffer.alloc(0) })
  expect(await again.text()).toContain('not known here')
  expect((await request.get('/admin', { maxRedirects: 0 })).status()).toBe(307)
  await request.dispose()

  // Whoever only holds the device does not get in.
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/admin/sign-in')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await press(page, 'Use a passkey')
  await expect(page.getByText('No passkey came')).toBeVisible()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true })
  await press(page, 'Use a passkey')
  await page.waitForURL('**/admin')

  const other = await freshly(browser, baseURL, 'author')
  const stands = await captured(other)
  await page.goto('/admin/account/passkeys')
  await press(page, 'Remove')
  await expect(page.getByText('The passkey is gone here')).toBeVisible()
  expect(await stands()).toBe(false)
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/admin/sign-in')
  await press(page, 'Use a passkey')
  await expect(page.getByText('This passkey is not known here')).toBeVisible()
  const told = await rulewire(['audit', '--limit', '50'], site.env)
  for (const action of ['passkey.add', 'passkey.remove']) expect(told.stdout).toContain(action)
  await other.close()
  await page.close()
})
