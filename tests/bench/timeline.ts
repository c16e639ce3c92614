import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Timeline, timelineCount, timelinePage } from '@/db/queries/timeline'
import type { Report } from '@/lib/model'
import { runScript } from '../support/command-line'
import { actor, contentOf, position, publishContent, source } from '../support/content'
import { change, moves, report } from '../support/dossiers'
import { startPostgres } from '../support/postgres-server'

/*
 * The timeline over 10,000 reports on both engines: `tsx tests/bench/timeline.ts`. The engine is chosen when a process
 * starts, so this one starts itself once per engine. Milliseconds are medians and depend on the machine; the ratio of the
 * 400th page to the first does not, and must stay under two.
 */

const sizes = { reports: 10_000, page: 20, deep: 400, runs: 101 }
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n}`)
const changes = ids('change', 40)
const actors = ids('actor', 20)
const sources = ids('source', 25)
const pick = (list: string[], n: number) => list[n % list.length] ?? ''

function makeReport(n: number): Report {
  const day = new Date(Date.UTC(2000, 0, 1) + (n % 9000) * 86_400_000).toISOString().slice(0, 10)
  return {
    ...report(
      `report-${n}`,
      day,
      moves(pick(changes, n * 7), n % 2 === 0 ? 'proposed' : 'agreed'),
      moves(pick(changes, n * 11), 'floated'),
    ),
    source: pick(sources, n),
    headline: { en: `Report number ${n} on the transfer of equipment`, ja: `第${n}報 防衛装備移転の政策` },
    summary: 'The government told ruling parties that equipment could be exported for five purposes. '.repeat(4),
    positions: n % 5 === 0 ? [position(pick(actors, n / 5), pick(changes, n))] : [],
    note: n % 500 === 0 ? '公明' : undefined,
  }
}

const content = {
  ...contentOf({
    changes: changes.map((id) => change(id, { rule: 'arms' })),
    actors: actors.map((id) => actor(id)),
    reports: Array.from({ length: sizes.reports }, (_, n) => makeReport(n)),
  }),
  sources: sources.map((id) => source(id)),
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < sizes.runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[sizes.runs >> 1] ?? 0
}

const asked: [string, Timeline][] = [
  ['one dossier', { dossier: 'test', filter: {} }],
  ['all dossiers', { dossier: null, filter: {} }],
  ['by change', { dossier: 'test', filter: { changes: ['change-3'] } }],
  ['by stage', { dossier: 'test', filter: { stage: 'agreed' } }],
  ['by actor', { dossier: 'test', filter: { actor: 'actor-1' } }],
  ['by source', { dossier: 'test', filter: { source: 'source-1' } }],
  ['words, common', { dossier: 'test', filter: { words: '政策' } }],
  ['words, rare', { dossier: 'test', filter: { words: '公明' } }],
  ['words, one hit', { dossier: 'test', filter: { words: '第7777報' } }],
]

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
  const database = await openDatabase(process.env.DATABASE_URL ? {} : { dataDir: folder })
  const { db, engine } = database
  await migrate(database)
  const began = performance.now()
  await publishContent(database, content)
  console.log(`${engine}: ${sizes.reports} reports published in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  // The server gathers its statistics by itself, but not at once.
  if (engine === 'postgres') await database.upkeep.exclusively((run) => run('ANALYZE'))
  for (const [name, timeline] of asked) {
    const first = () => timelinePage(db, { ...timeline, limit: sizes.page })
    const cursor = await walk(db, timeline)
    const one = await median(first)
    const count = await median(() => timelineCount(db, timeline))
    const deep = cursor && (await median(() => timelinePage(db, { ...timeline, limit: sizes.page, cursor })))
    const parts = [`page 1 ${one.toFixed(2)} ms`, `count ${count.toFixed(2)} ms`]
    if (deep) parts.splice(1, 0, `page ${sizes.deep} ${deep.toFixed(2)} ms, ratio ${(deep / one).toFixed(2)}`)
    console.log(`  ${name.padEnd(15)} ${parts.join(', ')}`)
  }
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The cursor that leads to the deep page; undefined when the list is not that long. */
async function walk(db: Db, timeline: Timeline): Promise<string | undefined> {
  let cursor: string | null = null
  for (let page = 1; page < sizes.deep; page++) {
    const found: { older: string | null } = await timelinePage(db, {
      ...timeline,
      limit: sizes.page,
      ...(cursor ? { cursor } : {}),
    })
    cursor = found.older
    if (cursor === null) return undefined
  }
  return cursor ?? undefined
}

async function measureBoth(): Promise<void> {
  const here = 'tests/bench/timeline.ts'
  const server = await startPostgres()
  try {
    for (const url of ['', server.url('postgres')]) {
      const { stdout, stderr } = await runScript(here, ['measure'], { DATABASE_URL: url })
      process.stdout.write(stdout + stderr)
    }
  } finally {
    await server.stop()
  }
}

await (process.argv[2] === 'measure' ? measure() : measureBoth())
