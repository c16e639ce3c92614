import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const seed = '2023-08-23-kyodo-lethal-weapons-non-combat'

test('a correction keeps its note and what stood before', async ({ deskOf, page }) => {
  const editor = await deskOf('editor')
  await editor.goto(`/admin/reports/correct?dossier=${dossier}&id=${seed}`)
  await editor.getByLabel('Public note, in English').fill('The summary named the wrong body.')
  await editor.getByLabel('Public note, in Japanese').fill('要約の機関名が誤っていた。')
  await editor.getByRole('button', { name: 'Begin the correction' }).click()
  await draftOpen(editor)
  await editor.getByLabel('Our summary').fill('A wholly new summary of the report.')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByText('version 2')).toBeVisible()
  await editor.getByRole('button', { name: 'Review and publish' }).click()
  await editor.getByLabel('Why').fill('Correction')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=**')
  await page.goto(`/ja/${dossier}/reports/${seed}`)
  const box = page.locator('section', { has: page.locator('#corrections') })
  await expect(box).toContainText('要約の機関名が誤っていた。')
  await box.locator('summary').click()
  await expect(box.locator('ins').filter({ hasText: 'wholly' }).first()).toBeVisible()
})
