import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { discard, holdAnswers, newDraft, save, saved, signIn } from './drafts'

/** Answers every form with this instead of sending it on. */
const failForms = (page: Page, how: 'abort' | { status: number; body: string; headers?: Record<string, string> }) =>
  page.route('**/admin/**', (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    if (how === 'abort') return route.abort('connectionreset')
    return route.fulfill({ contentType: 'text/plain', ...how })
  })

const keptTexts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('rulewire unsaved ')))

test('whatever a sending comes to, the page and the text stay, with what to do', async ({ deskOf }) => {
  const page = await deskOf('author')
  await newDraft(page, 'A network that fails')
  const summary = page.getByLabel('Our summary')
  await summary.fill('Typed before the network went.')
  const alert = page.getByRole('alert').filter({ hasText: /./ })
  const failures = [
    ['abort', /No answer came.*Send the form again/],
    [{ status: 413, body: 'The body is too large.' }, /did not take the form \(it said: The body is too large\.\)/],
    [{ status: 500, body: 'Internal Server Error' }, /did not take the form/],
    [
      { status: 409, body: 'Failed to find Server Action.', headers: { 'x-nextjs-action-not-found': '1' } },
      /was renewed.*Reload/,
    ],
  ] as const
  for (const [how, said] of failures) {
    await failForms(page, how)
    await save(page).click()
    await expect(alert).toContainText(said)
    await expect(summary).toHaveValue('Typed before the network went.')
    await page.unrouteAll()
  }
  expect(await keptTexts(page)).toHaveLength(1)
  await save(page).click()
  await saved(page)
  await expect(alert).toHaveCount(0)
  expect(await keptTexts(page)).toHaveLength(0)
  await discard(page)
})

test('an answer that is lost on its way does not make a second save of it', async ({ deskOf }) => {
  const page = await deskOf('author')
  await newDraft(page, 'An answer lost on its way')
  await page.route('**/admin/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came' })).toBeVisible()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await expect(page.getByText('version 2.')).toBeVisible()
  await expect(page.locator('#effects > ol > li')).toHaveCount(1)
  await discard(page)
})

test('text that was not saved is offered back when the draft is opened again, and only to who typed it', async ({
  deskOf,
  browser,
  baseURL,
}) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Offered back')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.accept()
  })
  const summary = page.getByLabel('Our summary')
  await summary.pressSequentially('Never saved.')
  await page.goto('/admin')
  expect(asked).toEqual(['beforeunload'])

  // Someone else at the same computer sees nothing of it.
  const state = await page.context().storageState()
  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: { ...state, cookies: [] } })
  const theirs = await other.newPage()
  await signIn(theirs, 'editor')
  await theirs.goto(draft)
  await expect(theirs.getByText('This draft is Test author’s')).toBeVisible()
  await expect(theirs.locator('body')).not.toContainText('Never saved.')
  await other.close()

  await page.goto(draft)
  const offer = page.getByRole('status').filter({ hasText: 'Text that was not saved, from' })
  await expect(offer).toBeVisible()
  await expect(summary).toHaveValue('')
  await offer.getByRole('button', { name: 'Put it back' }).click()
  await expect(summary).toHaveValue('Never saved.')
  await expect(offer).toHaveCount(0)
  await save(page).click()
  await saved(page)
  await page.reload()
  await expect(summary).toHaveValue('Never saved.')
  await expect(offer).toHaveCount(0)

  await summary.fill('To be dropped.')
  await page.reload()
  await offer.getByRole('button', { name: 'Drop it' }).click()
  await expect(summary).toHaveValue('Never saved.')
  expect(await keptTexts(page)).toHaveLength(0)

  // What was typed is still there when its draft is gone, and leads nowhere then.
  await summary.fill('Of a draft that went.')
  const editor = await deskOf('editor')
  await editor.goto(draft)
  await discard(editor)
  await page.goto('/admin')
  const kept = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Not saved, on this computer' }) })
  await expect(kept).toContainText('A draft')
  await expect(kept.getByRole('link')).toHaveCount(0)
  await kept.getByText('What it says').click()
  await expect(kept).toContainText('Of a draft that went.')
  await kept.getByRole('button', { name: 'Drop it' }).click()
  await expect(kept).toHaveCount(0)
})

test('leaving asks: by a link, by Back, by reloading; and not when all is saved', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Leaving asks')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  const summary = page.getByLabel('Our summary')
  await summary.pressSequentially('Not saved yet.')
  const stays = async (leave: () => Promise<unknown>) => {
    const before = asked.length
    await Promise.all([leave().catch(() => undefined), expect.poll(() => asked.length).toBe(before + 1)])
    expect(page.url()).toBe(draft)
    await expect(summary).toHaveValue('Not saved yet.')
  }
  await stays(() => page.getByRole('link', { name: 'Reports' }).click({ noWaitAfter: true }))
  await stays(() => page.evaluate(() => history.back()))
  await stays(() => page.evaluate(() => location.reload()))
  const before = asked.length
  await save(page).click()
  await saved(page)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.waitForURL('**/admin/reports')
  expect(asked).toHaveLength(before)
  await page.goto(draft)
  await discard(page)
})

test('what is typed while Review saves keeps its author on the page', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const draft = await newDraft(page, 'Typed while reviewing')
  const summary = page.getByLabel('Our summary')
  await summary.fill('Sent along.')
  const { arrived, letGo } = await holdAnswers(page)
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await arrived
  await summary.press('End')
  await summary.pressSequentially(' Typed later.')
  letGo()
  await saved(page)
  expect(page.url()).toBe(draft)
  await expect(summary).toHaveValue('Sent along. Typed later.')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await page.goto(draft)
  await expect(summary).toHaveValue('Sent along. Typed later.')
  await discard(page)
})

test('Review saves first, and publishes nothing older than what is on the screen', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const draft = await newDraft(page, 'Reviewed as typed')
  await page.getByLabel('Our summary').fill('Typed and not saved by hand.')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await page.locator('summary', { hasText: 'Before and after' }).click()
  await expect(page.locator('.record-changes')).toContainText('Typed and not saved by hand.')
  await page.goto(draft)
  await expect(page.getByLabel('Our summary')).toHaveValue('Typed and not saved by hand.')
  await discard(page)
})

test('what is put back goes where it was typed, and over nothing that was typed since', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Put back, and not over')
  const note = (at: number) => page.locator(`[name="effects.${at}.note.en"]`)
  const summary = page.getByLabel('Our summary')
  for (const at of [0, 1, 2]) {
    await page.getByRole('button', { name: 'Add an effect' }).click()
    await note(at).fill(`S${at}`)
  }
  await save(page).click()
  await saved(page)
  await summary.fill('OLD')
  await note(1).fill('S1, said better')
  await page.close({ runBeforeUnload: false })

  const again = await page.context().newPage()
  await again.goto(draft)
  const offer = again.getByRole('status').filter({ hasText: 'Text that was not saved' })
  await expect(offer).toBeVisible()
  await again.getByLabel('Our summary').fill('NEW')
  await again.locator('#effects > ol > li').first().getByRole('button', { name: 'Remove' }).last().click()
  await expect(again.locator('#effects > ol > li')).toHaveCount(2)
  await offer.getByRole('button', { name: 'Put it back' }).click()
  await expect(again.locator('[name="effects.0.note.en"]')).toHaveValue('S1, said better')
  await expect(again.locator('[name="effects.1.note.en"]')).toHaveValue('S2')
  // The removal saved NEW: the older text stays in the offer, to copy from.
  await expect(again.getByLabel('Our summary')).toHaveValue('NEW')
  await expect(offer).toContainText('It was not put back')
  await expect(offer).toContainText('OLD')

  // Another tab on the same draft keeps its own text, and does not take this one's.
  const beside = await again.context().newPage()
  await beside.goto(draft)
  await expect(beside.getByRole('status').filter({ hasText: 'S1, said better' })).toHaveCount(0)
  await beside.close({ runBeforeUnload: false })
  expect((await keptTexts(again)).length).toBeGreaterThan(0)
  await offer.getByRole('button', { name: 'Drop it' }).click()
  await save(again).click()
  await saved(again)
  await discard(again)
})
