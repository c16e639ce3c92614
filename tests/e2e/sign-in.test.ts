import { readFileSync } from 'node:fs'
import { rulewire } from '../support/command-line'
import { envOf } from './support/serve'
import { linkIn, password } from './support/sites'
import { expect, test } from './support/test'

test('the first start prints a link and no password; the link has made the first administrator and opens nothing more', async ({
  page,
}, info) => {
  const printed = readFileSync(`test-results/state/${info.project.name}-first-start.txt`, 'utf8')
  expect(printed).not.toMatch(/password/i)
  const answer = await page.goto(linkIn(printed))
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
})

test('until the first password of the command line is changed, nothing else opens', async ({ page }, info) => {
  const { stdout } = await rulewire(['user', 'add', 'first', '--role', 'editor'], envOf(info.project.name))
  const first = /password: (\S+)/.exec(stdout)?.[1] ?? ''
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill('first')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('first')
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/account')
  await page.goto('/admin/records')
  await page.waitForURL('**/admin/account')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signing in, writing and signing out everywhere work', async ({ page }) => {
    await page.goto('/admin/sign-in')
    await page.getByLabel('Name').fill('AUTHOR')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin')
    await page.goto('/admin/reports/new?dossier=japan-defence-transfers')
    await page.getByLabel('Publisher', { exact: true }).selectOption('kyodo-news')
    await page.getByLabel('Headline', { exact: true }).fill('Written without scripts')
    await page.getByRole('button', { name: 'Start the draft' }).click()
    await page.waitForURL('**/admin/drafts/**')
    await page.getByRole('button', { name: 'Add an effect' }).click()
    await page.locator('[name="effects.0.change"]').selectOption('prior-diet-approval')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('[name="effects.0.change"]')).toHaveValue('prior-diet-approval')
    await page.getByText('Discard…').click()
    await page.getByRole('button', { name: 'Discard this draft' }).click()
    await page.waitForURL('**/admin?notice=discarded')
  })
})

test('signing out everywhere ends a captured cookie', async ({ page, playwright, baseURL }) => {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill('author')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const captured = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { cookie },
  })
  expect((await captured.get('/admin', { maxRedirects: 0 })).status()).toBe(200)
  await page.goto('/admin/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await page.waitForURL('**/admin/sign-in')
  expect((await captured.get('/admin', { maxRedirects: 0 })).status()).toBe(307)
  await captured.dispose()
})

test('signing out by next-auth’s own route ends the session, and nothing is said of one that has ended', async ({
  page,
  playwright,
  baseURL,
}) => {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill('author')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
  const { request } = page.context()
  const standing = await (await request.get('/api/auth/session')).json()
  expect(standing).toEqual({ user: { name: 'Test author' }, expires: expect.any(String) })
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const captured = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { cookie },
  })
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  expect((await captured.get('/admin', { maxRedirects: 0 })).status()).toBe(307)
  expect(await (await captured.get('/api/auth/session')).json()).toEqual({})
  await captured.dispose()
})

test('a new password is another one, and none that is easy to guess', async ({ deskOf }) => {
  const page = await deskOf('author')
  await page.goto('/admin/account')
  for (const [wanted, said] of [
    [password, 'is the same as before'],
    ['password1234', 'is too easy to guess'],
  ] as const) {
    await page.getByLabel('Current password').fill(password)
    await page.getByLabel('New password', { exact: true }).fill(wanted)
    await page.getByLabel('New password again').fill(wanted)
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.locator('#f-new_password-error')).toContainText(said)
    await expect(page.getByLabel('New password', { exact: true })).toHaveValue('')
  }
})

test('the session cookie is out of reach for scripts and other sites', async ({ page }) => {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill('author')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'rulewire-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test('every page of the desk sends a stranger to the sign-in', async ({ request }) => {
  for (const path of [
    '',
    '/reports',
    '/records',
    '/editions',
    '/account',
    '/people',
    '/people/invite',
    '/people/x',
    '/publish',
    '/history',
    '/reports/new',
    '/drafts/x',
  ]) {
    const answer = await request.get(`/admin${path}`, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
    expect(answer.headers().location, path).toContain('/admin/sign-in')
  }
})
