import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const disputing = '2026-04-kyodo-ban-lifted'
const holds = '2026-03-06-jiji-proposal-submitted'

test('an editor settles a dispute: which report holds, against which, and why; both sides stay public', async ({
  deskOf,
  page,
}) => {
  const editor = await deskOf('editor')
  await editor.goto('/admin/contradictions')
  const dispute = editor.locator('section', { hasText: 'The five categories abolished' })
  await dispute.getByRole('link', { name: 'Settle this' }).click()
  await editor.getByLabel('Which report holds').selectOption(holds)
  await editor.getByLabel('Why, in English').fill('It is the agency that was told of the agreements.')
  await editor.getByRole('button', { name: 'Settle in a draft' }).click()
  await editor.waitForURL('**/admin/publish?draft=**')
  await editor.getByLabel('Why').fill('A dispute settled')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=**')

  await page.goto(`/en/${dossier}/contradictions`)
  const settled = page.locator('.contradictions > li', { hasText: 'told of the agreements' })
  await expect(settled.locator('.settled')).toBeVisible()
  for (const report of [disputing, holds])
    await expect(settled.locator(`.evidence a[href*="${report}"]`).first()).toBeVisible()
  await page.goto(`/en/editions/${new URL(editor.url()).searchParams.get('edition')}`)
  await expect(page.locator('main')).toContainText('report that does not hold')
})
