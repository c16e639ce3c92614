import type { Browser, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { signIn } from '../desk/drafts'

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A page in a browser of its own, on which an account has just signed in: nothing asks it to prove who it is. */
export async function freshly(browser: Browser, baseURL: string | undefined, login: string): Promise<Page> {
  const page = await browser.newPage(baseURL ? { baseURL } : {})
  await signIn(page, login)
  return page
}

/** Whether the cookies that a page has by now, captured, still open the desk later. */
export async function captured(page: Page): Promise<() => Promise<boolean>> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const at = new URL('/admin', page.url()).href
  return async () => (await fetch(at, { headers: { cookie }, redirect: 'manual' })).status === 200
}

/** Makes all sessions of a site so old that none proves any more who its user is. */
export async function ageSessions({ DATABASE_URL, RULEWIRE_DATA }: Record<string, string>): Promise<void> {
  const at = new Date(Date.now() - 3_600_000).toISOString()
  if (DATABASE_URL) {
    const client = new pg.Client({ connectionString: DATABASE_URL })
    await client.connect()
    await client.query('UPDATE sessions SET created_at = $1, proved_at = NULL', [at])
    await client.end()
    return
  }
  const database = new Sqlite(`${RULEWIRE_DATA}/rulewire.db`)
  database.prepare('UPDATE sessions SET created_at = ?, proved_at = NULL').run(at)
  database.close()
}

/** Goes to the page of a person at the desk. */
export async function toPerson(page: Page, name: string): Promise<void> {
  await page.goto('/admin/people')
  await page.locator('main').getByRole('link', { name, exact: true }).click()
  await page.waitForURL('**/admin/people/*')
}
