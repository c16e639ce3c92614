import { password } from '../support/sites'
import { expect, test } from '../support/test'
import { discard, newDraft, save, saved, signIn } from './drafts'

const texts = ['Seen by nobody else.', '二言語の要約'].join(' ')

test('after signing out, Back shows nothing of a draft', async ({ page }) => {
  await signIn(page)
  const draft = await newDraft(page, 'Secret until published')
  await page.getByLabel('Our summary').fill(texts)
  await save(page).click()
  await saved(page)
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/admin/sign-in')
  for (let back = 0; back < 4; back++) {
    await page.goBack().catch(() => null)
    await expect(page.locator('body')).not.toContainText('Secret until published')
    await expect(page.locator('body')).not.toContainText('Seen by nobody')
  }
  await signIn(page)
  await page.goto(draft)
  await discard(page)
})

test('signing out by hand asks about text that is not saved, then forgets it; a session that ended keeps it', async ({
  page,
}) => {
  await signIn(page)
  const draft = await newDraft(page, 'Signing out with text')
  const kept = () => page.evaluate(() => Object.keys(localStorage).length)
  const answers = ['dismiss', 'accept']
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return answers.shift() === 'accept' ? dialog.accept() : dialog.dismiss()
  })
  const summary = page.getByLabel('Our summary')
  await summary.pressSequentially('On this computer.')
  const out = page.getByRole('banner').getByRole('button', { name: 'Sign out' })
  await out.click()
  await expect.poll(() => asked).toEqual(['confirm'])
  await expect(summary).toHaveValue('On this computer.')
  expect(await kept()).toBe(1)

  // The session ends elsewhere: the form says so, and the text stays.
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('/admin/account')
  await elsewhere.evaluate(() => localStorage.setItem('unrelated', 'stays'))
  await elsewhere.context().clearCookies()
  await save(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible()
  await expect(summary).toHaveValue('On this computer.')
  expect(await kept()).toBe(2)

  await signIn(elsewhere)
  await save(page).click()
  await saved(page)
  await summary.pressSequentially(' More.')
  await out.click()
  await page.waitForURL('**/admin/sign-in')
  expect(asked).toEqual(['confirm', 'confirm'])
  // The page that is left may still be on its way out.
  await expect(async () => expect(await kept()).toBe(1)).toPass()
  await page.waitForLoadState()
  await signIn(page)
  await page.goto(draft)
  await expect(summary).toHaveValue('On this computer.')
  await discard(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a session that ended gives the form back, and signing in sends it along', async ({ page }) => {
    await signIn(page)
    const draft = await newDraft(page, 'Session ended')
    await page.getByLabel('Our summary').fill(texts)
    await page.context().clearCookies()
    await save(page).click()
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    await page.getByText('What you typed').click()
    await expect(page.locator('body')).toContainText(texts)

    // A wrong password keeps it too.
    const sendBy = async (secret: string) => {
      await page.getByLabel('Name').fill('author')
      await page.getByLabel('Password').fill(secret)
      await page.getByRole('button', { name: 'Sign in and send the form' }).click()
    }
    await sendBy('not the password at all')
    await expect(page.getByText('do not belong together')).toBeVisible()
    await sendBy(password)
    await expect(page.getByLabel('Our summary')).toHaveValue(texts)
    expect(page.url()).toBe(draft)
    await expect(page.getByText('version 2.')).toBeVisible()
    await discard(page)
  })

  test('a form that is refused after signing in again comes back on its own page', async ({ page }) => {
    await signIn(page)
    await page.goto('/admin/reports/new?dossier=us-chip-export-controls')
    await page.getByLabel('Headline', { exact: true }).fill('Only a headline')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Start the draft' }).click()
    await page.getByLabel('Name').fill('author')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in and send the form' }).click()
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Only a headline')
    await expect(page.locator('#f-source-error')).toContainText('is missing')
  })
})
