import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../support/command-line'
import { startPostgres } from '../support/postgres-server'
import {
  flood,
  killPublisher,
  killServer,
  publishUnderReaders,
  type Site,
  shutDatabase,
  siteOn,
  stopUnderLoad,
} from './drills'

/*
 * `npm run drill [-- N [ENGINE]]`, after a build: what the site must survive, with a dossier of 100,000 reports (or N) on each
 * engine (or the one named, `SQLite` or `PostgreSQL`). Each drill starts the real server on it. What is held is said by itself; times are told, and decide nothing.
 */

const count = Number(process.argv[2] ?? 100_000)
const only = process.argv[3]
if (!Number.isInteger(count) || count < 1) {
  console.error('The number of reports is a whole number from 1: npm run drill -- 1000')
  process.exit(2)
}
if (only !== undefined && !['SQLite', 'PostgreSQL'].includes(only)) {
  console.error('The engine is SQLite or PostgreSQL: npm run drill -- 1000 PostgreSQL')
  process.exit(2)
}
let failed = 0
const say = (name: string, held: boolean, seen: string): void => {
  if (!held) failed++
  console.log(`  ${held ? 'ok  ' : 'FAIL'} ${name}: ${seen}`)
}

async function drill(site: Site): Promise<void> {
  const began = performance.now()
  const { code, stderr } = await runScript('tests/drill/publisher.ts', ['fill', String(count)], site.env)
  if (code !== 0) throw new Error(stderr)
  console.log(`  ${count} reports published in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  await publishUnderReaders(site, say)
  await killPublisher(site, say)
  await killServer(site, say)
  await flood(site, say)
  await stopUnderLoad(site, say)
  if (site.env.DATABASE_URL) await shutDatabase(site, say)
}

const folder = mkdtempSync(join(tmpdir(), 'rulewire-drill-'))
const postgres = await startPostgres()
const sites = {
  SQLite: siteOn({ DATABASE_URL: '', RULEWIRE_DATA: join(folder, 'sqlite') }, 4841),
  PostgreSQL: siteOn({ DATABASE_URL: postgres.url('postgres'), RULEWIRE_DATA: join(folder, 'postgres') }, 4842),
}
try {
  for (const [engine, site] of Object.entries(sites)) {
    if (only !== undefined && engine !== only) continue
    console.log(`── ${engine}`)
    await drill(site)
  }
} finally {
  for (const site of Object.values(sites)) site.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed === 0 ? 'Every drill held.' : `${failed} did not hold.`)
process.exitCode = failed === 0 ? 0 : 1
