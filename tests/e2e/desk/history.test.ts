import { rulewire } from '../../support/command-line'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { draftOf, newDraft, signIn } from './drafts'

const test = onOwnSite()
const report = { dossier: 'eu-ai-act', id: '2026-06-eu-matrix-council-statements' }

test.describe.configure({ mode: 'serial' })

const publishNow = async (page: import('@playwright/test').Page, why: string) => {
  await page.getByLabel('Why').fill(why)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=*')
}

test('revisions are compared word by word, an older one is restored, an edition is undone', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await draftOf(page, 'report', report.dossier, report.id)
  const headline = page.getByLabel('Headline, English', { exact: true })
  const first = await headline.inputValue()
  await headline.fill(`${first} after all`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  await publishNow(page, 'A longer headline')

  await page.goto(`/admin/history?${new URLSearchParams({ kind: 'report', ...report })}`)
  await page.getByRole('link', { name: 'What it changed' }).first().click()
  const changes = page.locator('#compared')
  await expect(changes.getByRole('rowheader', { name: /Headline/ })).toBeVisible()
  await expect(changes.locator('ins')).toContainText('after all')
  await page.getByRole('button', { name: 'Compare the two that are marked' }).click()
  await expect(page.locator('#compared')).toContainText('From revision 1 to revision 2')

  await page.getByRole('link', { name: 'Show its text' }).last().click()
  await page.getByRole('button', { name: 'Restore revision 1 as a draft' }).click()
  await draftOpen(page)
  await expect(page.getByLabel('Headline, English', { exact: true })).toHaveValue(first)
  await page.getByText('Discard…').click()
  await page.getByRole('button', { name: 'Discard this draft' }).click()
  await page.waitForURL('**/admin?notice=discarded')

  await page.goto('/admin/editions')
  await page.getByRole('row').filter({ hasText: 'A longer headline' }).getByRole('link', { name: 'Undo…' }).click()
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await page.waitForURL('**/admin/publish**')
  await expect(page.locator('.record-changes del')).toContainText('after all')
  await publishNow(page, 'Undone')
  await page.goto(`/en/${report.dossier}/reports/${report.id}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('after all')
})

test('two drafts of one record are merged field by field, and no text is lost', async ({ deskOf }) => {
  const author = await deskOf('author')
  const theirs = await draftOf(author, 'report', report.dossier, report.id)
  await author.getByLabel('Headline, English', { exact: true }).fill('The author’s headline')
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(author.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()

  const editor = await deskOf('editor')
  await draftOf(editor, 'report', report.dossier, report.id)
  await editor.getByLabel('Our summary', { exact: false }).first().fill('The editor’s summary.')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()
  await editor.goto(theirs)
  await editor.getByRole('button', { name: 'Take it over' }).click()
  await editor.waitForURL('**/merge?from=*')
  // What only one has changed is chosen already.
  await expect(editor.locator('[name="take.headline.en"][value=theirs]')).toBeChecked()
  await editor.getByRole('button', { name: 'Merge into this draft' }).click()
  await editor.waitForURL(/\/admin\/drafts\/[^/]+$/)
  await expect(editor.getByLabel('Headline, English', { exact: true })).toHaveValue('The author’s headline')
  await expect(editor.getByLabel('Our summary', { exact: false }).first()).toHaveValue('The editor’s summary.')
  await author.goto('/admin')
  await expect(author.getByText(/discarded Page dating/)).toBeVisible()
  await author.getByRole('button', { name: 'Bring back' }).first().click()
  await draftOpen(author)
  await expect(author.getByLabel('Headline, English', { exact: true })).toHaveValue('The author’s headline')
})

test('an administrator finds who did what on a day, and takes it away as a file; nobody else sees it', async ({
  deskOf,
  site,
}) => {
  const editor = await deskOf('editor')
  const refused = await editor.goto('/admin/audit')
  expect(refused?.status()).toBe(403)
  await expect(editor.getByRole('link', { name: 'Audit log', exact: true })).toHaveCount(0)
  await newDraft(editor, 'Told in the audit log')
  await rulewire(['user', 'role', 'editor', 'admin'], site.env)

  await signIn(editor, 'editor')
  await editor.getByRole('link', { name: 'Audit log', exact: true }).click()
  await editor.getByLabel('Who').selectOption({ label: 'Test editor' })
  await editor.getByLabel('From day').fill('2020-01-01')
  await editor.getByRole('button', { name: 'Show' }).click()
  const rows = editor.getByRole('row')
  await expect(rows.filter({ hasText: 'Refused for want of a role' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'Draft begun' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'Edition published' }).filter({ hasText: 'A longer headline' })).toBeVisible()
  const file = await editor.request.get(
    await editor.getByRole('link', { name: 'Export as CSV' }).evaluate((a) => Reflect.get(a, 'href')),
  )
  expect(file.headers()['content-type']).toContain('text/csv')
  const lines = (await file.text()).split('\r\n')
  expect(lines[0]).toBe('\uFEFFat,by,name,action,subject,detail')
  expect(lines.some((line) => line.includes('edition.undo'))).toBe(true)

  await editor.goto('/admin/audit?since=yesterday')
  await expect(editor.getByText('is no day: write 2026-11-29')).toBeVisible()
  expect((await editor.request.get('/admin/audit/export?since=yesterday')).status()).toBe(400)
})
