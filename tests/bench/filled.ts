import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@/db/client'
import { settleAuthority } from '@/db/commands/authority'
import { migrate } from '@/db/migrate'
import { runScript } from '../support/command-line'
import { publishContent } from '../support/content'
import { startPostgres } from '../support/postgres-server'
import { sayMarks } from './marks'
import { contentOfSize } from './sized-content'

/* A site of a hundred reports and one of a hundred thousand, on both engines. */

export const [few, many] = [100, 100_000]

/** A database of its own with so many reports of one dossier, what another process needs in its environment to open it, and how to end it. */
export async function fill(
  count: number,
): Promise<{ database: Database; env: Record<string, string>; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
  const database = await openDatabase(process.env.DATABASE_URL ? {} : { dataDir: folder })
  await migrate(database)
  await database.write((tx) => settleAuthority(tx, { host: null, day: '2026-01-01' }))
  const began = performance.now()
  await publishContent(database, contentOfSize(count))
  console.log(`${database.engine}: ${count} reports published in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  // The server gathers its statistics by itself, but not at once.
  if (database.engine === 'postgres') await database.upkeep.exclusively((run) => run('ANALYZE'))
  const end = async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, env: { RULEWIRE_DATA: folder }, end }
}

type Times = ReadonlyMap<string, number>
type Measuring = (database: Database, env: Record<string, string>) => Promise<Times>

/** One size, in a process of its own: its times as a line of JSON. */
async function measure(count: number, timesOf: Measuring): Promise<void> {
  const { database, env, end } = await fill(count)
  console.log(JSON.stringify([...(await timesOf(database, env))]))
  await end()
}

/**
 * Measures both sizes on both engines, each in a process of its own (the engine is chosen when a process starts), hands the times
 * of each pair over and says whether every mark is met. To be the last line of a bench, `here` being its own file.
 */
export async function measureBoth(
  here: string,
  timesOf: Measuring,
  compare: (small: Times, large: Times) => void,
  [small, large]: readonly [number, number] = [few, many],
): Promise<void> {
  if (process.argv[2] === 'measure') return measure(Number(process.argv[3]), timesOf)
  const timesAt = async (url: string, count: number): Promise<Times> => {
    const { stdout, stderr } = await runScript(here, ['measure', String(count)], { DATABASE_URL: url })
    const lines = stdout.trim().split('\n')
    process.stdout.write(`${lines.slice(0, -1).join('\n')}\n${stderr}`)
    return new Map<string, number>(JSON.parse(lines.at(-1) ?? '[]'))
  }
  compare(await timesAt('', small), await timesAt('', large))
  const servers = [await startPostgres(), await startPostgres()] as const
  try {
    const [one, other] = servers
    compare(await timesAt(one.url('postgres'), small), await timesAt(other.url('postgres'), large))
  } finally {
    for (const server of servers) await server.stop()
  }
  sayMarks()
}
