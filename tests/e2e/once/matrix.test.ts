import { expect, test } from '../support/test'

const us = 'us-chip-export-controls'

test('in a matrix of very many columns what is not stated is its shape alone, and groups are named once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/en/${us}/matrix?edition=1`)
  const silent = page.locator('.matrix tbody .unstated').first()
  await expect(silent.locator('.word')).toHaveText('Not stated')
  expect((await silent.locator('.word').boundingBox())?.width).toBeLessThanOrEqual(1)
  expect((await silent.locator('svg').boundingBox())?.width).toBeGreaterThan(8)
  expect((await page.locator('.matrix tbody .prohibited .word').first().boundingBox())?.width).toBeGreaterThan(30)
  await expect(page.locator('.legend')).toContainText('Not stated')
  await expect(page.locator('#matrix-caption')).toContainText(/1\d columns: the table goes on to the right\./)
  const group = page.getByRole('columnheader', { name: 'All: Middle-tier country' })
  await expect(group.locator('.short-name')).toBeVisible()
  expect((await group.boundingBox())?.height).toBeGreaterThan(10)
  expect((await group.locator('.whole-name').boundingBox())?.width).toBeLessThanOrEqual(1)
  await page.setViewportSize({ width: 360, height: 800 })
  await expect(group.locator('.short-name')).toBeHidden()
  expect((await group.locator('.whole-name').boundingBox())?.height).toBeGreaterThan(40)
})

test('a matrix that fits keeps its words and says nothing of more to come', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/en/japan-defence-transfers/matrix?edition=1&on=1960-01-01')
  const { width = 0 } = (await page.locator('.matrix tbody .unstated .word').first().boundingBox()) ?? {}
  expect(width).toBeGreaterThan(30)
  await expect(page.locator('main')).not.toContainText('goes on to the right')
})
