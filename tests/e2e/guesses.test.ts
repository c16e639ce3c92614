import type { APIRequestContext } from '@playwright/test'
import { rulewire } from '../support/command-line'
import { ownSite } from './support/serve'
import { password } from './support/sites'
import { expect, test } from './support/test'

/** Tries a password at next-auth's own door, as if from an address of its own; says where it leads. */
async function guess(request: APIRequestContext, address: string, from: string, login: string): Promise<string> {
  const headers = { 'x-forwarded-for': from, 'x-forwarded-proto': 'https' }
  const csrf = await request.get(`${address}/api/auth/csrf`, { headers })
  const cookie = csrf
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value.split(';')[0])
    .join('; ')
  const { csrfToken } = await csrf.json()
  const answer = await request.post(`${address}/api/auth/callback/credentials`, {
    headers: { ...headers, cookie },
    form: { csrfToken, login, password: 'not the password', json: 'true' },
  })
  return `${answer.status()} ${await answer.text()}`
}

test('guesses from everywhere are slowed, and whoever has signed in before gets in meanwhile', async ({
  browser,
  playwright,
}, info) => {
  const site = await ownSite(info.project.name, { TRUST_PROXY: 'true' })
  try {
    const added = await rulewire(['user', 'add', 'cem', '--role', 'editor'], site.env)
    const first = /password: (\S+)/.exec(added.stdout)?.[1] ?? ''
    const signIn = async (secret: string) => {
      await page.goto(`${site.address}/admin/sign-in`)
      await page.getByLabel('Name').fill('cem')
      await page.getByLabel('Password').fill(secret)
      await page.getByRole('button', { name: 'Sign in' }).click()
    }
    const page = await browser.newPage()
    await signIn(first)
    await page.waitForURL('**/admin/account')
    await page.getByLabel('Current password').fill(first)
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByLabel('New password again').fill(password)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.waitForURL('**/admin?notice=password')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/admin/sign-in')

    const stranger = await playwright.request.newContext()
    const guesses = Array.from({ length: 40 }, (_, n) => guess(stranger, site.address, `2001:db8:${n}::1`, 'cem'))
    await Promise.race(guesses)
    await signIn(password)
    await page.waitForURL('**/admin')
    await Promise.all(guesses)
    await stranger.dispose()
    await page.close()
    // Those who found all places taken were sent away without a look at the password.
    const looked = await rulewire(['audit', '--action', 'session.refuse', '--subject', 'cem'], site.env)
    const count = looked.stdout.trim().split('\n').length
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(40)
  } finally {
    await site.end()
  }
})

test('under an https address cookies are bound to this very host', async ({ playwright }, info) => {
  const site = await ownSite(info.project.name, { PUBLIC_URL: 'https://rules.example.org' })
  try {
    const request = await playwright.request.newContext()
    const answer = await request.get(`${site.address}/api/auth/csrf`)
    expect(answer.headers()['set-cookie']).toMatch(/^__Host-next-auth\.csrf-token=\S+; Path=\/; HttpOnly; Secure/m)
    await request.dispose()
  } finally {
    await site.end()
  }
})
