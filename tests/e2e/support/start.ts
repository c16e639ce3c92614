import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type FullConfig } from '@playwright/test'
import pg from 'pg'
import { rulewire } from '../../support/command-line'
import { startPostgres } from '../../support/postgres-server'
import { becomeFirst } from './first-admin'
import { type Env, keepAsTemplate, type Site, serve, stop } from './serve'
import { type Account, accounts, engines, envFile, password, stateFile } from './sites'

/**
 * Starts both sites as `npm start` does, from an empty database each, and gives each a first administrator, by the link
 * that it printed, and an editor and an author who have signed in once through the form. What the first start printed is kept for the test
 * that reads it.
 */
export default async function start(config: FullConfig): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const admin = new pg.Client(postgres.url('postgres'))
  await admin.connect()
  await admin.query('CREATE DATABASE rulewire_site')
  await admin.end()
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-e2e-'))
  const servers: ChildProcess[] = []
  for (const { name, port } of engines) {
    const env: Env = { RULEWIRE_DATA: join(folder, name), PORT: String(port), HOST: 'localhost' }
    if (name === 'postgres') env.DATABASE_URL = postgres.url('rulewire_site')
    const site = { name, address: `http://localhost:${port}`, env }
    const { server, said } = await serve(site)
    mkdirSync('test-results/state', { recursive: true })
    writeFileSync(`test-results/state/${name}-first-start.txt`, said)
    writeFileSync(envFile(name), JSON.stringify(env))
    for (const account of accounts)
      await (account === 'admin' ? makeFirst(site, said, config) : introduce(site, account, config))
    await stop(server)
    await keepAsTemplate(name, env)
    servers.push((await serve(site)).server)
  }
  return async () => {
    for (const server of servers) await stop(server)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes the first administrator as a person does, and keeps the session. */
async function makeFirst({ name }: Site, said: string, config: FullConfig): Promise<void> {
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions)
  const page = await browser.newPage()
  await becomeFirst(page, said)
  await page.context().storageState({ path: stateFile(name, 'admin') })
  await browser.close()
}

/** Makes an account on the command line and takes it through its first sign-in. */
async function introduce({ name, address, env }: Site, account: Account, config: FullConfig): Promise<void> {
  const { stdout, stderr, code } = await rulewire(
    ['user', 'add', account, '--name', `Test ${account}`, '--role', account],
    env,
  )
  const first = /password: (\S+)/.exec(stdout)?.[1]
  if (code !== 0 || !first) throw new Error(`No account ${account} on ${name}: ${stderr}`)
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions)
  const page = await browser.newPage()
  await page.goto(`${address}/admin/sign-in`)
  await page.getByLabel('Name').fill(account)
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/account')
  await page.getByLabel('Current password').fill(first)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password again').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.waitForURL('**/admin?notice=password')
  await page.context().storageState({ path: stateFile(name, account) })
  await browser.close()
}
