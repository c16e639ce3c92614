import { TOTP } from 'otpauth'
import { signIn } from '../desk/drafts'
import { password } from '../support/sites'
import { expect, onOwnSite } from '../support/test'
import { ageSessions, captured, freshly, press, toPerson } from './support'

const test = onOwnSite()
test.describe.configure({ mode: 'serial' })

let secret = ''
let recovery: string[] = []
/** The code of an authenticator app, some steps of thirty seconds from now. */
const codeIn = (steps: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

test('a second factor is set up; other sessions end, and its recovery codes are shown once', async ({
  browser,
  baseURL,
}) => {
  const stands = await captured(await freshly(browser, baseURL, 'author'))
  const page = await freshly(browser, baseURL, 'author')
  await page.goto('/admin/account')
  await page.getByRole('link', { name: 'Set it up' }).click()
  await press(page, 'Begin')
  secret = ((await page.locator('#secret').textContent()) ?? '').replaceAll(' ', '')
  expect(await page.getByRole('link', { name: 'Open it in an app' }).getAttribute('href')).toContain(`secret=${secret}`)
  await page.getByLabel('Code that the app shows').fill('000000')
  await press(page, 'Use it from now on')
  await expect(page.locator('#f-code-error')).toContainText('wrong, or was used already')
  expect(await stands()).toBe(true)
  await page.getByLabel('Code that the app shows').fill(codeIn(-1))
  await press(page, 'Use it from now on')
  await expect(page.locator('#codes li')).toHaveCount(10)
  recovery = await page.locator('#codes li').allTextContents()
  expect(await stands()).toBe(false)
  await page.reload()
  await expect(page.locator('#codes')).toHaveCount(0)
  await page.close()
})

test('signing in takes a code, each once: the password alone opens nothing, at either door', async ({
  browser,
  baseURL,
  playwright,
}) => {
  const page = await browser.newPage(baseURL ? { baseURL } : {})
  const owe = async () => {
    await page.goto('/admin/sign-in')
    await page.getByLabel('Name').fill('author')
    await page.getByLabel('Password').fill(password)
    await press(page, 'Sign in')
    await page.waitForURL('**/admin/sign-in/code')
  }
  const give = async (code: string) => {
    await page.getByLabel('Code').fill(code)
    await press(page, 'Sign in')
  }
  await page.goto('/admin/sign-in/code')
  await page.waitForURL('**/admin/sign-in')
  await owe()
  const half = await captured(page)
  expect(await half()).toBe(false)
  const code = codeIn(0)
  await give(code)
  await page.waitForURL('**/admin')
  await press(page, 'Sign out')
  await page.waitForURL('**/admin/sign-in')
  await owe()
  await give(code)
  await expect(page.getByText('wrong, or was used already')).toBeVisible()
  await give(recovery[0]?.toLowerCase() ?? '')
  await page.waitForURL('**/admin')
  await press(page, 'Sign out')
  await page.waitForURL('**/admin/sign-in')
  await owe()
  await give(recovery[0] ?? '')
  await expect(page.getByText('wrong, or was used already')).toBeVisible()
  await page.close()

  const request = await playwright.request.newContext(baseURL ? { baseURL } : {})
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const byNextAuth = (more: object) =>
    request.post('/api/auth/callback/credentials', {
      form: { csrfToken, login: 'author', password, json: 'true', ...more },
      maxRedirects: 0,
    })
  expect((await byNextAuth({})).status()).toBe(401)
  expect((await request.get('/admin', { maxRedirects: 0 })).status()).toBe(307)
  expect((await byNextAuth({ code: recovery[1] ?? '' })).status()).toBe(200)
  expect((await request.get('/admin', { maxRedirects: 0 })).status()).toBe(200)
  await request.dispose()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a form that comes back to somebody signed out takes name, password and code along', async ({
    page,
    browser,
    baseURL,
  }) => {
    const admin = await freshly(browser, baseURL, 'admin')
    await admin.close()
    await page.goto('/admin/sign-in')
    await page.getByLabel('Name').fill('author')
    await page.getByLabel('Password').fill(password)
    await press(page, 'Sign in')
    await page.getByLabel('Code').fill(recovery[2] ?? '')
    await press(page, 'Sign in')
    await page.waitForURL('**/admin')
    await page.goto('/admin/reports/new?dossier=us-chip-export-controls')
    await page.getByLabel('Headline', { exact: true }).fill('Only a headline')
    await page.context().clearCookies()
    await press(page, 'Start the draft')
    const send = async (code: string) => {
      await page.getByLabel('Name').fill('author')
      await page.getByLabel('Password').fill(password)
      await page.getByLabel('Code of the second factor').fill(code)
      await press(page, 'Sign in and send the form')
    }
    await send('')
    await expect(page.getByText('give its code too')).toBeVisible()
    await send(recovery[3] ?? '')
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Only a headline')
    await expect(page.locator('#f-source-error')).toContainText('is missing')
  })
})

test('what does much asks once in a while for the password, and a link for another one does not pass the second factor by', async ({
  browser,
  baseURL,
  site,
}) => {
  const admin = await freshly(browser, baseURL, 'admin')
  await ageSessions(site.env)
  await toPerson(admin, 'Test author')
  await admin
    .locator('form')
    .filter({ hasText: 'Make a one-time link' })
    .getByLabel('Your own password')
    .fill('not the password')
  await press(admin, 'Make a one-time link')
  await expect(admin.getByText('say once more that it is you')).toBeVisible()
  await expect(admin.locator('#f-link-password-error')).toContainText('is not the password of this account')
  await expect(admin.locator('#link')).toHaveCount(0)
  await admin.locator('form').filter({ hasText: 'Make a one-time link' }).getByLabel('Your own password').fill(password)
  await press(admin, 'Make a one-time link')
  const link = (await admin.locator('#link').textContent()) ?? ''
  // Proved, it is not asked for again.
  await expect(admin.getByLabel('Your own password')).toHaveCount(0)

  const page = await browser.newPage(baseURL ? { baseURL } : {})
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again').fill(password)
  await press(page, 'Set the password and sign in')
  await page.waitForURL('**/admin/sign-in?said=password')
  await expect(page.getByText('Sign in with it and with your second factor')).toBeVisible()
  expect((await page.goto('/admin'))?.url()).toContain('/admin/sign-in')

  // Who has lost all of it is helped by an administrator.
  await toPerson(admin, 'Test author')
  await press(admin, 'Take the second factor and all passkeys away')
  await expect(admin.getByText('The second factor and all passkeys are gone')).toBeVisible()
  await signIn(page)
  await page.close()
  await admin.close()
})

test('one session is ended from the list of another, and its cookie is dead', async ({ browser, baseURL }) => {
  const [one, two] = [await freshly(browser, baseURL, 'author'), await freshly(browser, baseURL, 'author')]
  const [stands, mine] = [await captured(one), await captured(two)]
  await two.goto('/admin/account')
  await expect(two.locator('tr').filter({ hasText: '(this one)' })).toContainText(/Chrome|Headless/)
  const others = two.locator('tr').filter({ has: two.getByRole('button', { name: 'End', exact: true }) })
  const before = await others.count()
  await others.first().getByRole('button', { name: 'End', exact: true }).click()
  await expect(two.getByText('The session has ended.')).toBeVisible()
  await expect(others).toHaveCount(before - 1)
  expect(await stands()).toBe(false)
  expect(await mine()).toBe(true)
  // A copy of one's own cookie dies with the password.
  await two.getByLabel('Current password').fill(password)
  await two.getByLabel('New password', { exact: true }).fill('another horse battery staple')
  await two.getByLabel('New password again').fill('another horse battery staple')
  await press(two, 'Change password')
  await two.waitForURL('**/admin?notice=password')
  expect(await mine()).toBe(false)
  await one.close()
  await two.close()
})
