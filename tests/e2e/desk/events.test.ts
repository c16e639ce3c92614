import type { Page } from '@playwright/test'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

test.describe.configure({ mode: 'serial' })

async function publishReport(page: Page, headline: string): Promise<void> {
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher').selectOption('kyodo-news')
  await page.getByLabel('Published').fill('2026-11-20')
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await draftOpen(page)
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await page.locator('[name="effects.0.change"]').selectOption('lethal-arms-to-invaded-states')
  await page.locator('[name="effects.0.stage"]').selectOption('in_force')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  await page.getByLabel('Why').fill('Arms for invaded countries')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=**')
}

test('what an edition told stands beside it, and in words with the answers that moved', async ({ deskOf }) => {
  const editor = await deskOf('editor')
  await publishReport(editor, 'Cabinet lets arms go to invaded countries')
  const row = editor.getByRole('row').filter({ hasText: 'Arms for invaded countries' })
  await expect(row).toContainText('1 report · 1 step')
  await row.getByRole('link', { name: /1 report/ }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Edition 2')
  await expect(editor.getByRole('listitem').filter({ hasText: 'Cabinet lets arms go' })).toBeVisible()
  await expect(editor.getByRole('listitem').filter({ hasText: 'Step' })).toContainText('→ In force (20 November 2026)')
  const moved = editor.getByRole('listitem').filter({ hasText: 'relaxes' }).first()
  await expect(moved.getByRole('row').nth(1)).toContainText('Prohibited')
  await expect(moved.getByRole('row').nth(1)).toContainText('Conditional')
})

test('the desk counts what happened in a dossier, and leads to the list of it', async ({ deskOf }) => {
  const author = await deskOf('author')
  await author.goto('/admin')
  const section = author.locator('section').filter({ hasText: 'What has happened' })
  await expect(section).toContainText(/Within a week|Since your last visit/)
  const line = section.getByRole('listitem').filter({ hasText: 'defence' })
  await expect(line).toContainText('1 step')
  await line.getByRole('link').click()
  await expect(author.getByRole('listitem').filter({ hasText: 'Cabinet lets arms go' })).toBeVisible()
  await author.getByRole('link', { name: 'Earlier' }).click()
  await expect(author.getByRole('listitem').filter({ hasText: 'Cabinet lets arms go' })).toHaveCount(0)
  await expect(author.getByRole('listitem').first()).toContainText('Edition 1')
})

test('the editions are the way to everything that was told', async ({ deskOf }) => {
  const author = await deskOf('author')
  await author.goto('/admin/editions')
  await author.getByRole('row').filter({ hasText: 'First edition' }).getByRole('link').click()
  await expect(author.getByRole('heading', { level: 1 })).toHaveText('Edition 1')
  await author.goto('/admin/events?before=nonsense')
  await expect(author.getByRole('listitem').first()).toContainText('Arms for invaded countries')
})
