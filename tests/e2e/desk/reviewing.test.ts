import { draftOpen } from '../support/taken-over'
import { expect, test } from '../support/test'
import { discard, draftOf, newDraft, save, saved } from './drafts'

const report = { dossier: 'us-chip-export-controls', id: '2025-05-13-young-research-diffusion-scrapped' }

test('what readers lose is told before it happens, with a count of words', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await draftOf(page, 'report', report.dossier, report.id)
  await page.getByLabel('Our summary').fill('Scrapped.')
  const note = page.locator('[name="effects.0.note.ja"]')
  await expect(note).not.toHaveValue('')
  await note.fill('')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  const changes = page.locator('.record-changes')
  await expect(changes).toContainText('Changes: Effect 1: note, Japanese; Summary.')
  await expect(changes.locator('.taken')).toContainText(/\d+ words are removed/)
  const warning = changes.getByRole('alert')
  await expect(warning).toContainText('Texts vanish. Is that meant?')
  await expect(warning).toContainText(/Effect 1: note, Japanese: loses this language \(\d+ words?\)/)
  await expect(warning).toContainText(/Summary.*: loses most of its text \(\d+ words\)/)
  await expect(changes.locator('del').first()).toBeVisible()
  await page.goto(draft)
  await discard(page)
})

test('the note of a correction, or that there is none, stands on the page that publishes', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/correct?${new URLSearchParams(report)}`)
  await page.getByLabel('Public note, in English').fill('The day was wrong.')
  await page.getByRole('button', { name: 'Begin the correction' }).click()
  await draftOpen(page)
  const address = page.url()
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page.locator('.record-changes')).toContainText('Readers will see: “The day was wrong.”')
  await page.goto(address)
  await discard(page)

  await draftOf(page, 'report', report.dossier, report.id)
  await page.locator('[name="published"]').fill('2025-05-12')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page.locator('.record-changes')).toContainText('has no note of correction of its own')
  await page.goBack()
  await discard(page)
})

test('two windows: the other text stands beside its field before it is overwritten', async ({ deskOf }) => {
  const one = await deskOf('author')
  const draft = await newDraft(one, 'Two windows, both texts')
  const two = await one.context().newPage()
  await two.goto(draft)
  await one.getByLabel('Our summary').fill('From the first window.')
  await save(one).click()
  await saved(one)
  await two.getByLabel('Our summary').fill('From the second window.')
  await save(two).click()
  await expect(two.locator('#f-summary-error')).toContainText('in the other window: “From the first window.”')
  await save(two).click()
  await saved(two)
  await expect(two.getByText('version 3.')).toBeVisible()
  await two.reload()
  await expect(two.getByLabel('Our summary')).toHaveValue('From the second window.')
  await discard(two)
})

test('two windows: a form is never put into a list that is another one by now', async ({ deskOf }) => {
  const one = await deskOf('author')
  const draft = await newDraft(one, 'Two windows, one list')
  for (const at of [0, 1]) {
    await one.getByRole('button', { name: 'Add an effect' }).click()
    await one.locator(`[name="effects.${at}.note.en"]`).fill(`Effect ${at}`)
  }
  await save(one).click()
  await saved(one)
  const two = await one.context().newPage()
  await two.goto(draft)
  await one.locator('#effects > ol > li').first().getByRole('button', { name: 'Remove' }).last().click()
  await expect(one.locator('#effects > ol > li')).toHaveCount(1)
  await two.locator('[name="effects.1.note.en"]').fill('Effect 1, said better')
  for (let tries = 0; tries < 2; tries++) {
    await save(two).click()
    await expect(two.getByRole('alert').filter({ hasText: 'another by now' })).toBeVisible()
    await expect(two.locator('[name="effects.1.note.en"]')).toHaveValue('Effect 1, said better')
  }
  await one.reload()
  await expect(one.locator('[name="effects.0.note.en"]')).toHaveValue('Effect 1')
  await discard(one)
  // The other window still holds what was typed, and would ask before it is left.
  await two.evaluate(() => localStorage.clear())
})

test('discarding asks, and is undone from the desk', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Thrown away and brought back')
  await page.getByLabel('Our summary').fill('Worth keeping.')
  await save(page).click()
  await saved(page)
  await expect(page.getByRole('button', { name: 'Discard this draft' })).toBeHidden()
  await discard(page)
  await expect(page.getByRole('link', { name: 'Thrown away and brought back' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Bring back: Thrown away and brought back' }).click()
  await page.waitForURL(draft)
  await expect(page.getByLabel('Our summary')).toHaveValue('Worth keeping.')
  await discard(page)
})
