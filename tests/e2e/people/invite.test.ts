import type { Page } from '@playwright/test'
import { openMailServer } from '../../support/wire/mail-server'
import { newDraft, signIn } from '../desk/drafts'
import { linkIn, password } from '../support/sites'
import { expect, onOwnSite } from '../support/test'
import { captured, freshly, press, toPerson } from './support'

const mail = await openMailServer((recipient) => (recipient.startsWith('nobody') ? 550 : 250))
const test = onOwnSite({ SMTP_URL: mail.url, MAIL_FROM: 'Rulewire <desk@example.org>' })
test.describe.configure({ mode: 'serial' })

async function invite(page: Page, login: string, { role = 'author', mail: to = '' } = {}): Promise<void> {
  await page.goto('/admin/people/invite')
  await page.getByLabel('Name', { exact: true }).fill(`Test ${login}`)
  await page.getByLabel('Name for signing in').fill(login)
  await page.getByLabel('Role for the whole site').selectOption(role)
  await page.getByLabel('Mail address').fill(to)
  await press(page, 'Make the link')
}

async function choosePassword(page: Page, secret = password): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByLabel('Password again').fill(secret)
  await press(page, 'Set the password and sign in')
}

test('an administrator invites by a mailed link, which is shown once and works once', async ({ browser, baseURL }) => {
  const admin = await freshly(browser, baseURL, 'admin')
  await invite(admin, 'two words', { mail: 'ida@example.org' })
  await expect(admin.locator('#f-login-error')).toContainText('may hold no blanks')
  await expect(admin.getByLabel('Mail address')).toHaveValue('ida@example.org')
  await invite(admin, 'EDITOR')
  await expect(admin.locator('#f-login-error')).toContainText('another person’s already')
  await invite(admin, 'ida', { role: 'editor', mail: 'ida@example.org' })
  await admin.waitForURL('**/admin/people/*?mailed=sent')
  const link = linkIn((await admin.locator('#link').textContent()) ?? '')
  await admin.reload()
  await expect(admin.locator('#link')).toHaveCount(0)
  const letter = mail.letters.at(-1)
  expect(letter?.subject).toContain('You are invited')
  expect(linkIn(letter?.text ?? '')).toBe(link)

  const context = await browser.newContext(baseURL ? { baseURL } : {})
  const ida = await context.newPage()
  // Programs that look where links in mail lead use nothing up.
  for (let look = 0; look < 3; look++) expect((await context.request.get(link)).status()).toBe(200)
  await ida.goto(link)
  await expect(ida.getByText('You are invited as Test ida')).toBeVisible()
  await choosePassword(ida, 'password1234')
  await expect(ida.locator('#f-new_password-error')).toContainText('too easy to guess')
  await choosePassword(ida)
  await ida.waitForURL('**/admin')
  expect((await ida.goto('/admin/people'))?.status()).toBe(403)
  expect((await ida.goto(link))?.status()).toBe(410)
  await ida.goto('/admin/account')
  await press(ida, 'Sign out everywhere')
  await ida.waitForURL('**/admin/sign-in')
  await signIn(ida, 'ida')
  await context.close()
})

test('a letter that the mail server refuses is said, and the link is there all the same', async ({
  browser,
  baseURL,
}) => {
  const admin = await freshly(browser, baseURL, 'admin')
  await invite(admin, 'jan', { mail: 'nobody@example.org' })
  await expect(admin.getByText('The mail server did not take the letter')).toBeVisible()
  expect(linkIn((await admin.locator('#link').textContent()) ?? '')).not.toBe('')
})

test('roles for the site and for a dossier are given; with them a captured cookie is dead', async ({
  browser,
  baseURL,
}) => {
  const ida = await browser.newPage(baseURL ? { baseURL } : {})
  await signIn(ida, 'ida')
  const stands = await captured(ida)
  expect(await stands()).toBe(true)
  const admin = await freshly(browser, baseURL, 'admin')
  await toPerson(admin, 'Test ida')
  await admin.getByLabel('Role for the whole site').selectOption('none')
  await admin.getByText('Roles in single dossiers').click()
  await admin.locator('[name="within.eu-ai-act"]').selectOption('author')
  await press(admin, 'Give these roles')
  await expect(admin.getByText('The roles are given.')).toBeVisible()
  expect(await stands()).toBe(false)
  await signIn(ida, 'ida')
  expect((await ida.goto('/admin/reports/new?dossier=japan-defence-transfers'))?.status()).toBe(403)
  expect((await ida.goto('/admin/reports/new?dossier=eu-ai-act'))?.status()).toBe(200)
  await ida.close()
})

test('a reset link sets another password; a captured cookie and the old password are dead', async ({
  browser,
  baseURL,
}) => {
  const ida = await browser.newPage(baseURL ? { baseURL } : {})
  await signIn(ida, 'ida')
  const stands = await captured(ida)
  const admin = await freshly(browser, baseURL, 'admin')
  await toPerson(admin, 'Test ida')
  await press(admin, 'Make a one-time link')
  const link = linkIn((await admin.locator('#link').textContent()) ?? '')
  // Asked for, it changes nothing yet.
  expect(await stands()).toBe(true)
  await ida.goto(link)
  await choosePassword(ida, 'another horse battery staple')
  await ida.waitForURL('**/admin')
  expect(await stands()).toBe(false)
  await press(ida, 'Sign out')
  await ida.getByLabel('Name').fill('ida')
  await ida.getByLabel('Password').fill(password)
  await press(ida, 'Sign in')
  await expect(ida.getByText('do not belong together')).toBeVisible()
  await ida.close()
})

test('who leaves is shut out at once, and the drafts go to another', async ({ deskOf, browser, baseURL }) => {
  const author = await deskOf('author')
  await newDraft(author, 'Left behind')
  const stands = await captured(author)
  const admin = await freshly(browser, baseURL, 'admin')
  await toPerson(admin, 'Test author')
  await admin.getByText('Shut out…').click()
  await press(admin, 'Shut this person out')
  await expect(admin.getByText('Shut out; every session has ended.')).toBeVisible()
  expect(await stands()).toBe(false)
  await expect(admin.getByRole('heading', { name: 'Drafts (1)' })).toBeVisible()
  await admin.getByLabel('Hand them on to').selectOption({ label: 'Test editor' })
  await press(admin, 'Hand the drafts on')
  await expect(admin.getByText('One draft was handed on to Test editor.')).toBeVisible()
  const editor = await deskOf('editor')
  await editor.goto('/admin')
  await expect(editor.getByRole('link', { name: 'Left behind' }).first()).toBeVisible()
  await press(admin, 'Let this person in again')
  await expect(admin.getByText('May sign in again.')).toBeVisible()
})

test('the last administrator can neither leave nor step down, and what was done is in the audit log', async ({
  browser,
  baseURL,
}) => {
  const admin = await freshly(browser, baseURL, 'admin')
  await toPerson(admin, 'Test admin')
  await admin.getByLabel('Role for the whole site').selectOption('editor')
  await press(admin, 'Give these roles')
  await expect(admin.locator('#f-role-error')).toContainText('last administrator')
  await admin.getByText('Shut out…').click()
  await press(admin, 'Shut this person out')
  await expect(admin.locator('.notice.wrong').filter({ hasText: /^This is the last administrator/ })).toBeVisible()
  await admin.goto('/admin/audit')
  for (const deed of [
    'Invitation',
    'Link for a new password',
    'Link used',
    'Role changed',
    'Role for a dossier',
    'Account shut',
    'Account opened again',
  ])
    await expect(admin.getByRole('row').filter({ hasText: deed }).first()).toBeVisible()
})
