import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { far } from '../../support/far'
import { freePorts } from '../../support/free-port'
import { envFile, templateFolder } from './sites'

export type Env = Record<string, string>

export interface Site {
  name: string
  address: string
  env: Env
}

/** Starts a site as `npm start` does; resolves when it is ready, with what it said until then, and `log`, what it has said so far. `given` stands behind the command. */
export async function serve(
  { name, address, env }: Site,
  given: readonly string[] = [],
): Promise<{ server: ChildProcess; said: string; log: () => string }> {
  const server = spawn(process.execPath, ['start.mjs', ...given], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout.on('data', (text) => said.push(String(text)))
  server.stderr.on('data', (text) => said.push(String(text)))
  const until = Date.now() + far
  while (!said.join('').includes(`Rulewire is ready at ${address}`)) {
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`The site on ${name} did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { server, said: said.join(''), log: () => said.join('') }
}

/** Asks a site to end, if a test has not ended it already; resolves with its exit code. */
export async function stop(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null || server.signalCode !== null) return server.exitCode
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  return ended
}

/** What a process needs in its environment to work on the database of a site. */
export const envOf = (engine: string): Env => JSON.parse(readFileSync(envFile(engine), 'utf8'))

/** One more node on the database of the engine's common site, with settings of its own `over` those of the site. */
export async function anotherNode(engine: string, over: Env = {}) {
  const port = await freePorts(2)
  const address = `http://localhost:${port}`
  const env = { ...envOf(engine), ...over, PORT: String(port), METRICS_PORT: String(port + 1) }
  const { server, log } = await serve({ name: engine, address: over.PUBLIC_URL ?? address, env })
  /** Public requests so far that the node has read and has to render. */
  const misses = async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${port + 1}/metrics`)).text()
    return Number(/^rulewire_press_misses_total (\d+)/m.exec(metrics)?.[1])
  }
  return { server, address, port, misses, log }
}

export type OwnSite = Awaited<ReturnType<typeof ownSite>>

/**
 * A site of its own on an engine, as the common one was before its first test (edition 1, the same accounts signed in), for
 * tests that publish what others must not see; gone with `end`.
 */
export async function ownSite(engine: string, settings: Env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-own-'))
  const dataDir = join(folder, 'data')
  cpSync(templateFolder(engine), dataDir, { recursive: true })
  const port = await freePorts(1)
  const address = `http://localhost:${port}`
  const { DATABASE_URL: shared, ...plain } = envOf(engine)
  const env: Env = { ...plain, ...settings, RULEWIRE_DATA: dataDir, PORT: String(port) }
  const name = `own_${port}`
  if (shared) {
    await onServer(shared, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`)
    env.DATABASE_URL = Object.assign(new URL(shared), { pathname: `/${name}` }).href
  }
  const { server } = await serve({ name: engine, address: settings.PUBLIC_URL ?? address, env })
  const end = async () => {
    await stop(server)
    if (shared) await onServer(shared, `DROP DATABASE ${name} WITH (FORCE)`)
    rmSync(folder, { recursive: true, force: true })
  }
  return { address, port, pid: server.pid ?? 0, env, folder, stop: () => stop(server), end }
}

/** A site that begins with nothing (`--empty`), and what its start `said`; gone with `end`. */
export async function emptySite(engine: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-empty-'))
  const port = await freePorts(1)
  const address = `http://localhost:${port}`
  const env: Env = { RULEWIRE_DATA: join(folder, 'data'), PORT: String(port), HOST: 'localhost', DATABASE_URL: '' }
  const name = `empty_${port}`
  const { DATABASE_URL: shared } = envOf(engine)
  if (shared) {
    await onServer(shared, `CREATE DATABASE ${name}`)
    env.DATABASE_URL = Object.assign(new URL(shared), { pathname: `/${name}` }).href
  }
  const { server, said } = await serve({ name: engine, address, env }, ['--empty'])
  const end = async () => {
    await stop(server)
    if (shared) await onServer(shared, `DROP DATABASE ${name} WITH (FORCE)`)
    rmSync(folder, { recursive: true, force: true })
  }
  return { address, env, said, end }
}

const templateDatabase = 'rulewire_untouched'

/** Keeps a site that is not running as what `ownSite` begins with. */
export async function keepAsTemplate(engine: string, { RULEWIRE_DATA = '', DATABASE_URL }: Env): Promise<void> {
  // What an earlier run left would be laid beneath.
  rmSync(templateFolder(engine), { recursive: true, force: true })
  cpSync(RULEWIRE_DATA, templateFolder(engine), { recursive: true })
  if (DATABASE_URL)
    await onServer(
      DATABASE_URL,
      `CREATE DATABASE ${templateDatabase} TEMPLATE ${new URL(DATABASE_URL).pathname.slice(1)}`,
    )
}

async function onServer(url: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
