import AxeBuilder from '@axe-core/playwright'
import { expect, onOwnSite } from '../../support/test'
import { draftOf, save, saved } from '../drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

test('a dossier is edited in its form: a value is added under another, a member gets a time, the question its words', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  const draft = await draftOf(page, 'dossier', dossier, dossier)
  await expect(page.locator('[name="dimensions.0.values.0.name.en"]')).toHaveValue('weapons')
  const count = await page.locator('#dimensions\\.0\\.values > ol > li').count()
  await page.getByRole('button', { name: 'Add a value' }).first().click()
  await saved(page)
  const row = `dimensions.0.values.${count}`
  await page.locator(`[name="${row}.name.en"]`).fill('submarines')
  await page.locator(`[name="${row}.id"]`).fill('submarine')
  await page.locator(`[name="${row}.parent"]`).selectOption('weapon')
  await page.locator(`[name="${row}.terms.en"]`).fill('submarines\nattack submarine')
  await page.locator('[name="title.en"]').fill('Japan’s transfers of defence equipment')
  await save(page).click()
  await saved(page)
  // It stands inside of its parent now, with what was typed into it.
  const names = page.locator('[name^="dimensions.0.values."][name$=".name.en"]')
  const all = await names.evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))
  const at = `dimensions.0.values.${all.indexOf('submarines')}`
  await expect(page.locator('.depth-1', { has: page.locator(`[name="${at}.name.en"]`) })).toBeVisible()
  await expect(page.locator(`[name="${at}.parent"]`)).toHaveValue('weapon')
  await expect(page.locator(`[name="${at}.terms.en"]`)).toHaveValue('submarines\nattack submarine')
  await page.goto(`${draft}?as=file`)
  const text = await page.locator('[name=text]').first().inputValue()
  expect(text).toContain('id: submarine')
  expect(text.indexOf('id: submarine')).toBeLessThan(text.indexOf('id: non-weapon'))
  await page.goto(draft)
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  await page.getByLabel('Why').fill('Submarines')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=*')
  await page.goto(`/en/${dossier}/ask?equipment=submarine`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('submarines')
})

test('a value that others name is not taken out: the form says what names it, and keeps what was typed', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await draftOf(page, 'dossier', dossier, dossier)
  const title = page.locator('[name="title.ja"]')
  await title.fill('防衛装備の移転')
  const warship = page.locator('#dimensions\\.0\\.values > ol > li', { has: page.locator('input[value="warships"]') })
  await warship.getByRole('button', { name: 'Remove' }).last().click()
  const refusal = page.getByRole('alert').filter({ hasText: '“warship” is named by' })
  await expect(refusal).toBeVisible()
  await expect(refusal).toContainText('nothing was taken out')
  await expect(title).toHaveValue('防衛装備の移転')
})

test('works without scripts, and has nothing for axe to find', async ({ deskOf, browser }) => {
  const withScripts = await deskOf('editor')
  const draft = await draftOf(withScripts, 'dossier', 'eu-ai-act', 'eu-ai-act')
  const axe = new AxeBuilder({ page: withScripts })
  for (const part of ['#dimensions\\.2\\.values', '#featured', '#f-matrix', '#f-words']) axe.include(part)
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  const storageState = await withScripts.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  const page = await context.newPage()
  await page.goto(draft)
  const first = page.locator('[name="dimensions.0.values.0.name.en"]')
  const name = await first.inputValue()
  await first.fill(`${name} and others`)
  await page.locator('button[value="down:dimensions.0.values.0"]').click()
  await page.goto(draft)
  const names = await page
    .locator('[name^="dimensions.0.values."][name$=".name.en"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(names.indexOf(`${name} and others`)).toBeGreaterThan(0)
  await context.close()
})
