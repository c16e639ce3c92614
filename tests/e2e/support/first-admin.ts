import type { Page } from '@playwright/test'
import { linkIn, password } from './sites'

/** Becomes the first administrator, `admin`, by the link that a start has printed among what it `said`. */
export async function becomeFirst(page: Page, said: string): Promise<void> {
  const link = linkIn(said)
  if (link === '') throw new Error(`There is no link for the first administrator:\n${said}`)
  await page.goto(link)
  await page.getByLabel('Name for signing in').fill('admin')
  await page.getByLabel('Name', { exact: true }).fill('Test admin')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again').fill(password)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await page.waitForURL('**/admin')
}
