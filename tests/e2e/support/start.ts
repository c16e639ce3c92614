import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type FullConfig } from '@playwright/test'
import pg from 'pg'
import { rulewire } from '../../support/command-line'
import { startPostgres } from '../../support/postgres-server'
import { type Account, accounts, engines, password, stateFile } from './sites'

type Env = Record<string, string>

interface Site {
  name: string
  address: string
  env: Env
}

/**
 * Starts both sites as `npm start` does, from an empty database each, and gives each an editor and an author who have
 * signed in once through the form. What the first start printed is kept for the test that reads it.
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
    servers.push(await serve({ name, address: `http://localhost:${port}`, env }))
    for (const account of accounts) await introduce({ name, address: `http://localhost:${port}`, env }, account, config)
  }
  return async () => {
    for (const server of servers) await stop(server)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function serve({ name, address, env }: Site): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['start.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout.on('data', (text) => said.push(String(text)))
  server.stderr.on('data', (text) => said.push(String(text)))
  const until = Date.now() + 120_000
  while (!said.join('').includes(`Rulewire is ready at ${address}`)) {
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`The site on ${name} did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  keep(`test-results/state/${name}-first-start.txt`, said.join(''))
  return server
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
  mkdirSync('test-results/state', { recursive: true })
  await page.context().storageState({ path: stateFile(name, account) })
  await browser.close()
}

function stop(server: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  return ended
}

function keep(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
