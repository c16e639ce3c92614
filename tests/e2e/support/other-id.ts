import type { Page } from '@playwright/test'
import { expect } from './test'

/** Publishes all that stands on the page of publishing. */
export async function publishAll(page: Page, why: string): Promise<void> {
  await page.waitForURL('**/admin/publish**')
  await expect(page.locator('.left-out')).toHaveCount(0)
  await page.getByLabel('Why').fill(why)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=*')
}

/** Gives something another id at the desk, as one edition. */
export async function giveId(page: Page, what: Record<string, string>, to: string): Promise<void> {
  await page.goto(`/admin/records/rename?${new URLSearchParams(what)}`)
  await page.getByLabel('Its new id').fill(to)
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await publishAll(page, `Now ${to}`)
}
