import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { becomeFirst } from '../support/first-admin'
import { emptySite } from '../support/serve'
import { expect, onOwnSite, test } from '../support/test'

const next = (page: Page) => page.getByRole('button', { name: 'Next question' }).last().click()
const asked = (page: Page, text: string) => expect(page.getByRole('group', { name: text }).first()).toBeVisible()

test('from an empty site to a cell that answers with its evidence, without opening a file', async ({
  browser,
}, info) => {
  const site = await emptySite(info.project.name)
  const context = await browser.newContext({ baseURL: site.address })
  const page = await context.newPage()
  const effort = await countEffort(page)
  await becomeFirst(page, site.said)
  await page.getByRole('link', { name: 'Begin the first dossier' }).click()
  await page.getByRole('button', { name: /^A permission/ }).click()

  await asked(page, 'What is asked?')
  await page.getByLabel('What the dossier is called').fill('Dogs in the ponds')
  await page.getByLabel('The sentence').fill('May {dogs} swim in {pond}?')
  await page.getByLabel('What your tracker is called').fill('Pond watch')
  await page.getByLabel('The line under its name').fill('Who may swim where in our parish.')
  await next(page)

  await asked(page, 'Along which dimensions')
  // Named by the braces of the sentence.
  await expect(page.getByLabel('Dimension 1: its name')).toHaveValue('dogs')
  await page.getByLabel('Values of dimension 1').fill('small dogs\nLarge dogs\n– Hounds\n– Mastiffs')
  await page.getByLabel('Values of dimension 2').fill('Mill pond\nForest pond')
  // The picture follows what is typed, with no button pressed.
  const picture = page.getByRole('region', { name: 'The matrix as it will be' })
  await expect(picture.getByRole('columnheader', { name: 'Forest pond' })).toBeVisible()
  await expect(picture.getByRole('rowheader', { name: 'Mastiffs' })).toBeVisible()
  await expect(picture).toContainText('Before anything is chosen it reads: May any dogs swim in any pond?')
  await next(page)

  await asked(page, 'Who decides?')
  await page.getByLabel('Who decides').fill('Parish council')
  await next(page)

  await asked(page, 'What is the first rule?')
  await page.getByLabel('What the rule says, as a heading').fill('Small dogs may swim in the mill pond')
  await page.getByLabel('Small dogs').check()
  await page.getByLabel('Mill pond').check()
  await page.getByLabel('What it says of them').selectOption('permitted')
  await expect(
    picture
      .getByRole('row', { name: /Small dogs/ })
      .getByText('Allowed')
      .or(picture.getByRole('row', { name: /Small dogs/ }).getByText('Permitted')),
  ).toHaveCount(1)
  await next(page)

  await asked(page, 'Which report tells of it?')
  await page.getByLabel('Who published it').fill('The Parish Herald')
  await page.getByLabel('Headline').fill('Ponds open to small dogs')
  await page.getByLabel('Published on').fill('2026-11-03')
  await page.getByLabel('The words that say so').fill('small dogs may swim in the mill pond')
  await expect(picture).toContainText('As readers will see it')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await page.getByRole('button', { name: 'Review and publish' }).last().click()

  await page.waitForURL('**/admin/publish**')
  await expect(page.locator('.to-publish input[type=checkbox]:checked')).toHaveCount(7)
  await page.getByLabel('Why', { exact: true }).fill('The first dossier')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=2')

  await page.getByRole('link', { name: 'See it as readers do' }).click()
  await expect(page.getByRole('banner')).toContainText('Pond watch')
  await page
    .getByRole('region', { name: /table|matrix/i })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('May small dogs swim in Mill pond?')
  await expect(page.locator('main')).toContainText('small dogs may swim in the mill pond')
  await expect(page.locator('main')).toContainText('The Parish Herald')
  // All of it, from the printed link on: so much is pressed, so much is filled in, and no file is opened.
  expect(effort()).toEqual({ clicks: 13, fields: 18 })
  await page.goto('/en')
  await expect(page.getByText('Who may swim where in our parish')).toBeVisible()
  await expect(page.getByRole('link', { name: '日本語' })).toHaveCount(0)
  const verdict = await page.request.get('/api/v1/dossiers/dogs-ponds/verdict?dogs=small-dogs&pond=mill-pond')
  expect(await verdict.json()).toMatchObject({ disposition: 'permitted', evidence: [{ source: 'parish-herald' }] })

  // The edition that was there before anybody is nobody's, and says so in words.
  await page.goto('/admin/editions')
  await expect(page.locator('tbody tr').last()).toContainText('the program, at the first start')
  await page.goto('/en')

  await theNextRule(page)
  await context.close()
  await site.end()
})

/** A second rule, from the front page: made with its report, and drawn beside what is there. */
async function theNextRule(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'For editors' }).click()
  await page.getByRole('link', { name: 'New rule' }).click()
  const picture = page.getByRole('region', { name: 'The matrix as it will be' })
  await expect(picture).toContainText('As readers see it now')
  await expect(picture.getByText('Allowed').or(picture.getByText('Permitted')).first()).toBeVisible()
  await page.getByLabel('What the rule says, as a heading').fill('No hounds in the forest pond')
  await page.getByLabel('Hounds').check()
  await page.getByLabel('Forest pond').check()
  await page.getByLabel('What it says of them').selectOption('prohibited')
  await page.getByRole('button', { name: 'Draw it again' }).click()
  await expect(picture.getByRole('row', { name: /Hounds/ }).locator('td .prohibited')).toHaveCount(1)
  await expect(picture).toContainText('As if the rule were in force')
  // What is missing is told at its field, and all that was typed stays.
  await page.getByRole('button', { name: 'Review and publish' }).last().click()
  await expect(page.getByRole('alert').filter({ hasText: 'Headline' })).toBeVisible()
  await expect(page.getByLabel('What the rule says, as a heading')).toHaveValue('No hounds in the forest pond')
  await expect(page.getByLabel('Hounds')).toBeChecked()
  await page.getByLabel('Who decides').fill('Parish council')
  await page.getByLabel('Who published it').fill('The Parish Herald')
  await page.getByLabel('Headline').fill('Hounds kept out')
  await page.getByLabel('Published on').fill('2026-11-20')
  await page.getByLabel('How far the rule has come').selectOption('proposed')
  await page.getByLabel('The words that say so').fill('hounds are kept out of the forest pond')
  // It is kept as it is typed: another visit finds it.
  await expect(page.getByText(/Saved at/).first()).toBeVisible()
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Go on with the rule that you have begun' }).click()
  await expect(page.getByLabel('Headline')).toHaveValue('Hounds kept out')
  await expect(page.getByLabel('Hounds')).toBeChecked()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await page.getByRole('button', { name: 'Review and publish' }).last().click()
  // Who decides and who published it are there already: a rule, a change and a report.
  await expect(page.locator('.to-publish input[type=checkbox]:checked')).toHaveCount(3)
  await page.getByLabel('Why', { exact: true }).fill('A second rule')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=3')
  const answer = await page.request.get('/api/v1/dossiers/dogs-ponds/verdict?dogs=hounds&pond=forest-pond')
  expect(await answer.json()).toMatchObject({ disposition: 'unstated', pending: [{ to: 'prohibited' }] })
  await page.goto('/en/dogs-ponds/rules')
  await expect(page.getByRole('row', { name: /No hounds in the forest pond/ })).toContainText(/May become .*: proposed/)
}

/** Counts what a person does on the pages to come: presses of buttons, links and boxes, and fields that are filled in. */
async function countEffort(page: Page): Promise<() => { clicks: number; fields: number }> {
  let clicks = 0
  const fields = new Set<string>()
  await page.exposeFunction('tellOfEffort', (name: string | null) => {
    if (name === null) clicks++
    else fields.add(name)
  })
  await page.addInitScript(() => {
    const tell = (name: string | null) => Reflect.get(window, 'tellOfEffort')(name)
    document.addEventListener('click', ({ isTrusted }) => isTrusted && tell(null), true)
    document.addEventListener(
      'change',
      ({ target }) => target instanceof Element && !target.matches('[type=checkbox]') && tell(target.id),
      true,
    )
  })
  return () => ({ clicks, fields: fields.size })
}

const own = onOwnSite()

own(
  'nothing typed is lost, faults are told at their fields, and it works without scripts and in Japanese',
  async ({ deskOf, browser, site }) => {
    const page = await deskOf('editor')
    await page.goto(`${site.address}/admin/dossiers/new`)
    await page.getByRole('button', { name: /^Nothing/ }).click()
    await asked(page, 'What is asked?')
    await page.getByLabel('What the dossier is called').fill('Ponds')
    await next(page)
    await expect(page.getByRole('alert').filter({ hasText: 'The sentence' })).toBeVisible()
    await expect(page.getByLabel('What the dossier is called')).toHaveValue('Ponds')
    const storageState = await page.context().storageState()
    await page.close()

    const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: site.address })
    const plain = await context.newPage()
    await plain.goto('/admin/dossiers/new')
    await expect(plain.getByLabel('What the dossier is called')).toHaveValue('Ponds')
    await plain.getByLabel('The sentence').fill('May {who} swim in {pond}?')
    await next(plain)
    await expect(plain.getByLabel('Dimension 2: its name')).toHaveValue('pond')
    await plain.getByLabel('Values of dimension 1').fill('Dogs\nCats')
    await plain.getByLabel('Values of dimension 2').fill('Mill pond\nForest pond')
    await plain.getByRole('button', { name: 'Draw it again' }).click()
    const picture = plain.getByRole('region', { name: 'The matrix as it will be' })
    await expect(picture.getByRole('columnheader', { name: 'Forest pond' })).toBeVisible()
    await plain.goto('/admin/dossiers/new?step=rule')
    await plain.getByLabel('Cats').check()
    await plain.getByLabel('What it says of them').selectOption('prohibited')
    await plain.getByRole('button', { name: 'Draw it again' }).click()
    await expect(plain.getByLabel('Cats')).toBeChecked()
    await expect(picture.locator('td .prohibited')).toHaveCount(2)
    await plain.goto('/admin/dossiers/new?step=report')
    await plain.getByRole('button', { name: 'Review and publish' }).last().click()
    await expect(plain.getByRole('alert').or(plain.locator('.error')).first()).toBeVisible()
    await context.close()

    const japanese = await deskOf('editor')
    await japanese.goto(`${site.address}/admin/dossiers/new`)
    await japanese.getByRole('button', { name: '日本語' }).click()
    await expect(japanese.getByText('何を問うのか')).toBeVisible()
    await japanese.getByText('最初からやり直す…').click()
    await japanese.getByRole('button', { name: '答えを捨てる' }).click()
    await japanese.getByRole('button', { name: /^許可/ }).click()
    await expect(japanese.getByLabel('問いの文')).toHaveValue('{利用者}は{場所}でキャンプできるか')
    await expect(
      japanese.getByRole('region', { name: 'できあがる表' }).getByRole('columnheader', { name: '湖畔公園' }),
    ).toBeVisible()
  },
)

own('only editors of the whole site begin a dossier', async ({ deskOf, site }) => {
  const page = await deskOf('author')
  const answer = await page.goto(`${site.address}/admin/dossiers/new`)
  expect(answer?.status()).toBe(403)
  await page.goto(`${site.address}/admin`)
  await expect(page.getByRole('link', { name: 'New dossier' })).toHaveCount(0)
})
