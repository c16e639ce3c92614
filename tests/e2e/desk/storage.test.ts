import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { rulewire } from '../../support/command-line'
import { ownSite } from '../support/serve'
import { password } from '../support/sites'
import { expect, test } from '../support/test'
import { newDraft, save, saved } from './drafts'

interface Own {
  site: Awaited<ReturnType<typeof ownSite>>
  /** The name and password of an author of that site. */
  author: { login: string; password: string }
}

/** On a site of its own: its database is taken away from it for a while. */
const own = test.extend<Own>({
  site: async ({ browserName: _ }, use, info) => {
    const site = await ownSite(info.project.name, 8)
    await use(site)
    await site.end()
  },
  baseURL: async ({ site }, use) => use(site.address),
  author: async ({ site, browser, baseURL }, use) => {
    const { stdout } = await rulewire(['user', 'add', 'writer', '--name', 'A writer', '--role', 'author'], site.env)
    const first = /password: (\S+)/.exec(stdout)?.[1] ?? ''
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    await page.goto('/admin/sign-in')
    await page.getByLabel('Name').fill('writer')
    await page.getByLabel('Password').fill(first)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin/account')
    await page.getByLabel('Current password').fill(first)
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByLabel('New password again').fill(password)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.waitForURL('**/admin?notice=password')
    await context.close()
    await use({ login: 'writer', password })
  },
})

/** Takes the database away, in the way of its engine; returns how to give it back. */
async function takeAway(env: Record<string, string>): Promise<{ said: RegExp; giveBack: () => Promise<void> }> {
  if (!env.DATABASE_URL) {
    const holder = new Sqlite(`${env.RULEWIRE_DATA}/rulewire.db`)
    holder.exec('BEGIN IMMEDIATE')
    return {
      said: /Nothing of this form was stored: .*locked by another process/,
      giveBack: async () => void holder.close(),
    }
  }
  const url = new URL(env.DATABASE_URL)
  const name = url.pathname.slice(1)
  const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await admin.connect()
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  return {
    said: /Nothing of this form was stored: the database cannot be reached/,
    giveBack: async () => {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
      await admin.end()
    },
  }
}

/** Makes every save fail inside the database for another reason than its state. */
async function refuseSaves(env: Record<string, string>): Promise<void> {
  if (!env.DATABASE_URL) {
    const database = new Sqlite(`${env.RULEWIRE_DATA}/rulewire.db`)
    database.exec("CREATE TRIGGER no_saves BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'no saves today'); END")
    return void database.close()
  }
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  await client.query(
    "CREATE FUNCTION no_saves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no saves today'; END $$",
  )
  await client.query('CREATE TRIGGER no_saves BEFORE UPDATE ON drafts EXECUTE FUNCTION no_saves()')
  await client.end()
}

own('with the database away a form says what was not stored, and is stored later', async ({ page, site, author }) => {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill(author.login)
  await page.getByLabel('Password').fill(author.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
  await newDraft(page, 'While the database was away')
  const summary = page.getByLabel('Our summary')
  await summary.fill('Typed while it was away.')
  const { said, giveBack } = await takeAway(site.env)
  await save(page).click()
  const alert = page.getByRole('alert').filter({ hasText: /./ })
  await expect(alert).toContainText(said, { timeout: 60_000 })
  await expect(alert).toContainText('sending it twice does no harm')
  await expect(summary).toHaveValue('Typed while it was away.')
  await giveBack()
  await expect(async () => {
    await save(page).click()
    await saved(page)
  }).toPass({ timeout: 60_000 })
  await page.reload()
  await expect(summary).toHaveValue('Typed while it was away.')

  await refuseSaves(site.env)
  await summary.fill('Typed into a fault.')
  await save(page).click()
  await expect(alert).toContainText(/Something went wrong here.*The log has it under \w{8}/)
  await expect(summary).toHaveValue('Typed into a fault.')
})

own.describe('without JavaScript', () => {
  own.use({ javaScriptEnabled: false })

  own('the form comes back as typed, to be sent again', async ({ page, site, author }) => {
    await page.goto('/admin/sign-in')
    await page.getByLabel('Name').fill(author.login)
    await page.getByLabel('Password').fill(author.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin')
    await newDraft(page, 'Without scripts')
    await page.getByLabel('Our summary').fill('Typed without scripts.')
    const { said, giveBack } = await takeAway(site.env)
    await save(page).click()
    await expect(page.getByRole('alert')).toContainText(said, { timeout: 60_000 })
    await giveBack()
    const again = page.getByRole('button', { name: 'Send the form again' })
    await ((await again.count()) > 0 ? again : save(page)).click()
    await expect(page.getByLabel('Our summary')).toHaveValue('Typed without scripts.')
    await expect(page.getByText('version 2.')).toBeVisible()
  })
})

own('a form from another site is a 403 in our own words', async ({ request, site }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await request.post('/admin/sign-in', { headers, multipart: { login: 'a', password: 'b' } })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain('sent from another site, so nothing was done')
  }
  expect(site.address).toContain('localhost')
})
