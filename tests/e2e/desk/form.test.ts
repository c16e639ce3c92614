import type { Page } from '@playwright/test'
import { readContent } from '@/lib/content'
import { reportShape } from '@/lib/forms/shape'
import { formFields } from '@/lib/forms/shown'
import { envOf } from '../support/serve'
import { draftOpen } from '../support/taken-over'
import { expect, test } from '../support/test'
import { writeDraft } from './database'
import { discard, dossier, draftOf, fullReport, holdAnswers, newDraft, save, saved, signIn } from './drafts'

test('a published report is opened, a comma is mended, and nothing else changes in any language', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await draftOf(page, 'report', fullReport.dossier, fullReport.id)
  for (const language of ['en', 'ja'])
    await expect(page.locator(`[name="effects.0.note.${language}"]`)).not.toHaveValue('')
  await save(page).click()
  await saved(page)
  await expect(page.getByText('version 1.')).toBeVisible()
  const summary = page.getByLabel('Our summary')
  await summary.fill(`${await summary.inputValue()} Mended.`)
  await save(page).click()
  await expect(page.getByText('version 2.')).toBeVisible()
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page.locator('.record-changes')).toContainText(/Changes: Summary[^,.]*(, English)?\./)
  await expect(page.locator('.record-changes')).not.toContainText('removed')
  await expect(page.locator('.record-changes ins')).toContainText('Mended')
  await page.goBack()
  await discard(page)
})

/** What the button says that a form was sent by; the form goes nowhere. */
async function senders(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sent: string[] = []
    Reflect.set(window, 'sent', sent)
    document.addEventListener(
      'submit',
      (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        sent.push(event.submitter?.textContent ?? 'no button')
      },
      true,
    )
  })
}

/** Presses Enter in each field of one line; returns the buttons that were pressed by it. */
async function enterEverywhere(page: Page): Promise<string[]> {
  await senders(page)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const lines = page.locator('main form:not([method="get"]) input:not([type="hidden"])')
  for (const line of await lines.all()) await line.press('Enter')
  const sent = await page.evaluate(() => Reflect.get(window, 'sent') as string[])
  expect(sent, page.url()).toHaveLength(await lines.count())
  return [...new Set(sent)]
}

test('Enter does in every field of every form what the form is for', async ({ deskOf, page: stranger }) => {
  await stranger.goto('/admin/sign-in')
  expect(await enterEverywhere(stranger)).toEqual(['Sign in'])

  const page = await deskOf('editor')
  const pages: [string, string][] = [
    [`/admin/reports/new?dossier=${dossier}`, 'Start the draft'],
    ['/admin/records', 'Start a draft'],
    ['/admin/account', 'Change password'],
  ]
  for (const [address, button] of pages) {
    await page.goto(address)
    expect(await enterEverywhere(page), address).toEqual([button])
  }

  const draft = await draftOf(page, 'report', fullReport.dossier, fullReport.id)
  for (const add of ['Add an effect', 'Add a position', 'Add an expectation']) {
    await page.getByRole('button', { name: add }).click()
    await saved(page)
  }
  await page.reload()
  expect(await enterEverywhere(page)).toEqual(['Save', 'Set the embargo'])

  await page.goto(`/admin/publish?draft=${draft.split('/').at(-1)}`)
  await expect(page.getByText('Nothing is ready')).toBeVisible()
  await page.goto(draft)
  await discard(page)
})

test('what is typed while a save runs stays, and so does the cursor', async ({ deskOf }) => {
  const page = await deskOf('author')
  await newDraft(page, 'Typed while saving')
  const summary = page.getByLabel('Our summary')
  await summary.fill('Saved.')
  const { arrived, letGo } = await holdAnswers(page)
  await save(page).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saving…' })).toBeVisible()
  await arrived
  await summary.press('End')
  await summary.pressSequentially(' Typed meanwhile.')
  letGo()
  await saved(page)
  await expect(page.getByText('version 2.')).toBeVisible()
  await expect(summary).toHaveValue('Saved. Typed meanwhile.')
  await expect(summary).toBeFocused()
  await summary.pressSequentially(' And on.')
  await save(page).click()
  await expect(page.getByText('version 3.')).toBeVisible()
  await page.reload()
  await expect(summary).toHaveValue('Saved. Typed meanwhile. And on.')
  await discard(page)
})

test('a list grows and shrinks under what is being typed', async ({ deskOf }) => {
  const page = await deskOf('author')
  await newDraft(page, 'A list that changes')
  for (const [at, said] of ['first', 'second', 'third'].entries()) {
    await page.getByRole('button', { name: 'Add an effect' }).click()
    await page.locator(`[name="effects.${at}.quote.text"]`).fill(said)
  }
  const { arrived, letGo } = await holdAnswers(page)
  await page.locator('#effects > ol > li').nth(0).getByRole('button', { name: 'Remove' }).last().click()
  await arrived
  await page.locator('[name="effects.2.quote.text"]').pressSequentially(' and more')
  letGo()
  await expect(page.locator('#effects > ol > li')).toHaveCount(2)
  await expect(page.locator('[name="effects.0.quote.text"]')).toHaveValue('second')
  await expect(page.locator('[name="effects.1.quote.text"]')).toHaveValue('third and more')
  await save(page).click()
  await saved(page)
  await page.reload()
  await expect(page.locator('[name="effects.1.quote.text"]')).toHaveValue('third and more')
  await discard(page)
})

test('a form that names items it cannot hold is refused, and the draft stays small', async ({ deskOf }) => {
  const page = await deskOf('author')
  await newDraft(page, 'Ten thousand effects')
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await saved(page)
  await page.locator('[name="effects.0.quote.text"]').fill('a quote')
  await page
    .locator('[name="effects.0.quote.text"]')
    .evaluate((field) => field.setAttribute('name', 'effects.9999.note.en'))
  await save(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'names item 10000 of “effects”' })).toBeVisible()
  await page.evaluate(() => localStorage.clear())
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.locator('#effects > ol > li')).toHaveCount(1)
  await discard(page)
})

test('the form has just the fields of its shape, in every language', async ({ deskOf }) => {
  const read = await readContent('content')
  const reports = read.ok ? read.content.dossiers.flatMap(({ reports }) => reports) : []
  const page = await deskOf('editor')
  await draftOf(page, 'report', fullReport.dossier, fullReport.id)
  const controls = page.locator(
    'form:has([name="lists"]) :is(input:not([type="hidden"]), textarea, select):not([name^="new."])',
  )
  const shown = await controls.evaluateAll((found) =>
    found.map((control) => [control.getAttribute('name') ?? '', Reflect.get(control, 'value') as string]),
  )
  const expected = formFields(
    reportShape,
    reports.find(({ id }) => id === fullReport.id),
  ).map(({ name, shown: text }) => [name, text])
  expect(expected.length).toBeGreaterThan(50)
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected))
  await discard(page)
})

test('a draft from before there were bounds is listed, opened, read and discarded', async ({ deskOf }, info) => {
  const page = await deskOf('author')
  const env = envOf(info.project.name)
  for (const [headline, item, items] of [
    ['Ten thousand empty effects', {}, 10_000],
    ['A megabyte of text', { note: 'x'.repeat(1000) }, 1000],
  ] as const) {
    const address = await newDraft(page, headline)
    const data = { headline, effects: Array.from({ length: items }, () => item) }
    await writeDraft(env, address.split('/').at(-1) ?? '', JSON.stringify(data))
    await page.goto('/admin')
    await expect(page.getByRole('link', { name: headline })).toBeVisible()
    for (const where of [address, `/admin/publish?draft=${address.split('/').at(-1)}`]) {
      const answer = await page.goto(where)
      expect(answer?.status()).toBe(200)
      expect((await answer?.body())?.length).toBeLessThan(400_000)
    }
    await page.goto(address)
    await expect(page.getByText('too large for a form')).toBeVisible()
    await expect(page.locator('pre.file')).toContainText(`"headline":"${headline}"`)
    await discard(page)
  }
})

test('anchors and aliases are refused at the desk, with their line', async ({ deskOf }) => {
  const page = await deskOf('author')
  await draftOf(page, 'rule', 'japan-defence-transfers', 'weapons-for-invaded-states')
  await page.getByRole('link', { name: 'Its file form (YAML)' }).click()
  const text = page.getByLabel('The rule in its file form')
  const before = await text.inputValue()
  await text.fill(`${before}basis: &a [x]\nmore: *a\n`)
  await save(page).click()
  await expect(page.locator('#f-text-error')).toContainText(/line \d+ has an anchor/)
  await text.fill(before)
  await save(page).click()
  await saved(page)
  await expect(page.getByText('version 1.')).toBeVisible()
  await discard(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a whole report is opened and saved unchanged; Enter and Review work', async ({ page }) => {
    await signIn(page, 'editor')
    await draftOf(page, 'report', 'us-chip-export-controls', '2025-07-15-afp-h20-sales-to-resume')
    await page.getByLabel('Published').press('Enter')
    await saved(page)
    await expect(page.getByText('version 1.')).toBeVisible()
    await page.getByLabel('Our summary').fill('A summary of its own.')
    await page.getByRole('button', { name: 'Review and publish' }).click()
    await page.waitForURL('**/admin/publish?draft=**')
    await expect(page.locator('.record-changes')).toContainText(/Changes: Summary[^,.]*(, English)?\./)
    await page.getByRole('link', { name: /./ }).and(page.locator('.to-publish a')).first().click()
    await draftOpen(page)
    await discard(page)
    await page
      .getByRole('button', { name: /^Bring back: / })
      .first()
      .click()
    await draftOpen(page)
    await expect(page.getByLabel('Our summary')).toHaveValue('A summary of its own.')
    await discard(page)
  })
})
