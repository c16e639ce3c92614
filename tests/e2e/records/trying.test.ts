import { expect, test } from '../support/test'
import { documentOf } from './asked'

test('the page of the API has every operation and parameter of the document, and its forms ask what they say', async ({
  page,
  request,
}) => {
  const { paths } = await documentOf(request)
  await page.goto('/en/data')
  await page.getByRole('link', { name: 'A page to read and try it' }).click()
  await expect(page.locator('h1')).toHaveText('The API, to read and try')
  for (const [path, { get }] of Object.entries(paths)) {
    const operation = page.locator(`details#${get.operationId}`)
    await expect(operation.locator('> summary')).toContainText(`GET ${path}`)
    const names = get.parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []))
    const shown = await operation
      .locator('form [name]')
      .evaluateAll((fields) => fields.map((one) => one.getAttribute('name')))
    for (const name of shown) expect(names).toContain(name)
    expect(shown.length).toBeGreaterThan(0)
  }
  await expect(page.locator('script[src]:not([src^="/assets/"])')).toHaveCount(0)
  await page.getByLabel('Dossier', { exact: true }).selectOption('japan-defence-transfers')
  await page.getByRole('button', { name: 'Show its dimensions' }).click()
  await page.waitForURL('**/en/data/api?dossier=japan-defence-transfers')
  await page.locator('#verdict > summary').click()
  await page.locator('#verdict-equipment').selectOption('warship')
  await page.locator('#verdict-on').fill('2023-08-23')
  await page.locator('#verdict').getByRole('button', { name: 'Ask it' }).click()
  await page.waitForURL('**/api/v1/dossiers/japan-defence-transfers/verdict?**')
  expect(JSON.parse((await page.locator('pre').textContent()) ?? '')).toMatchObject({
    case: { equipment: 'warship' },
    on: '2023-08-23',
  })
})

test('the page of the API is there in Japanese, and another dossier has other dimensions', async ({ page }) => {
  await page.goto('/ja/data/api?dossier=eu-ai-act')
  await expect(page.locator('h1')).toHaveText('APIを読む・試す')
  await expect(page.locator('#verdict-operator')).toHaveCount(1)
  await expect(page.locator('#verdict-equipment')).toHaveCount(0)
  const answer = await page.goto('/en/data/api?dossier=nowhere')
  expect(answer?.status()).toBe(400)
})
