import { readFileSync } from 'node:fs'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const article = readFileSync('tests/fixtures/articles/five-tasks.html', 'utf8')
const dossier = 'japan-defence-transfers'

test.describe.configure({ mode: 'serial' })

test('an article becomes a report: filled in, started, its effects and a position taken, published', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  let pressed = 0
  const press = async (button: { click: () => Promise<void> }) => {
    pressed++
    await button.click()
  }
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Its text or HTML').fill(article)
  await press(page.getByRole('button', { name: 'Fill in from the article' }))
  await expect(page.getByRole('status').filter({ hasText: 'Filled in from the article' })).toBeVisible()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(
    'Weapons may be sent abroad for five non-combat tasks, parties are told',
  )
  await expect(page.locator('[name=published]')).toHaveValue('2023-08-23T21:40:00+09:00')
  await expect(page.locator('#f-language')).toHaveValue('en')
  await expect(page.locator('[name=url]')).toHaveValue('https://wire.example/news/2023/08/weapons-five-tasks')
  await expect(page.locator('[name=newSource]')).toHaveValue('Example Wire')
  await press(page.getByRole('button', { name: 'Start the draft' }).last())
  await draftOpen(page)
  await expect(page.getByText('equipment that can kill may leave the country').first()).toBeVisible()
  await page.getByLabel('Our summary').fill('The government told the ruling parties how it reads the rules.')

  const offer = (text: RegExp) => page.locator('.offers > li').filter({ hasText: text })
  for (const text of [/five (non-combat )?(tasks|purposes)/i, /third countries/i, /Komeito/]) {
    const before = await page.locator('.offers > li').count()
    await press(offer(text).first().getByRole('button', { name: 'Take it' }))
    await expect(page.locator('.offers > li')).not.toHaveCount(before)
  }
  await expect(page.locator('#effects > ol > li')).toHaveCount(2)
  await expect(page.locator('#positions > ol > li')).toHaveCount(1)
  await expect(page.locator('[name="effects.0.quote.text"]')).not.toHaveValue('')
  await expect(page.getByLabel('Our summary')).toHaveValue(/told the ruling parties/)
  await press(page.getByRole('button', { name: 'Review and publish' }))
  await page.waitForURL('**/admin/publish**')
  await expect(page.getByRole('link', { name: 'Example Wire' })).toBeVisible()
  await page.getByLabel('Why').fill('Weapons for five tasks')
  await press(page.getByRole('button', { name: 'Publish', exact: true }))
  await page.waitForURL('**/admin?edition=*')
  expect(pressed).toBeLessThanOrEqual(20)
})

test('the same article is recognised before work begins, and an address that is not public is not fetched', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Its text or HTML').fill(article)
  await page.getByRole('button', { name: 'Fill in from the article' }).click()
  await expect(page.getByText('This article may be here already')).toBeVisible()
  await page.getByLabel('Its text or HTML').fill('')
  await page.getByLabel('Or its address').fill('http://127.0.0.1:1/admin')
  await page.getByRole('button', { name: 'Fill in from the article' }).click()
  await expect(page.getByText('not of the open internet').first()).toBeVisible()
})

test('the article is seen by those who may write or review, and is gone with its draft', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Its text or HTML').fill('A headline of its own\n\nA passage that nobody else has written.')
  await page.getByRole('button', { name: 'Fill in from the article' }).click()
  // No day stands in it: none is guessed.
  await expect(page.getByText('Not found in it, and left empty: Publisher, Published')).toBeVisible()
  await expect(page.locator('[name=published]')).toHaveValue('')
  await page.locator('[name=published]').fill('2 January 2026')
  await page.locator('[name=source]').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Start the draft' }).last().click()
  await draftOpen(page)
  const url = page.url()
  await expect(page.getByText('A passage that nobody else has written.')).toBeVisible()
  const author = await deskOf('author')
  await author.goto(url)
  await expect(author.getByRole('heading', { level: 1, name: 'A headline of its own' })).toBeVisible()
  await expect(author.getByText('A passage that nobody else has written.')).toHaveCount(0)
})
