import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { searchCounts, searchRecords } from '@/db/queries/search'
import type { Dossier, Report } from '@/lib/model'
import { readSearch } from '@/lib/search/synonyms'
import { runScript } from '../support/command-line'
import { contentOf, publishContent, source } from '../support/content'
import { change, emptyDossier, moves, report } from '../support/dossiers'
import { startPostgres } from '../support/postgres-server'
import { median } from './marks'

/*
 * The search over 10,000 reports on both engines: `tsx tests/bench/search.ts`. A page is what a reader waits for: the counts
 * and the first twenty records. Milliseconds are medians.
 */

const sizes = { reports: 10_000, page: 20, runs: 31 }
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n}`)
const changes = ids('change', 40)
const sources = ids('source', 25)
const pick = (list: string[], n: number) => list[n % list.length] ?? ''
const goods = ['frigates', 'lethal weapons', 'radars', 'ammunition', 'interceptor missiles', 'parts', 'helmets']

function makeReport(n: number): Report {
  const day = new Date(Date.UTC(2000, 0, 1) + (n % 9000) * 86_400_000).toISOString().slice(0, 10)
  const good = pick(goods, n)
  return {
    ...report(`report-${n}`, day, moves(pick(changes, n * 7), 'proposed')),
    source: pick(sources, n),
    headline: { en: `Report number ${n} on the transfer of ${good}`, ja: `第${n}報 防衛装備移転の政策` },
    summary: `The government told ruling parties that ${good} could be exported for five purposes. `.repeat(4),
    note: n % 500 === 0 ? '公明' : undefined,
  }
}

const dossier: Dossier = {
  ...emptyDossier().dossier,
  dimensions: [
    {
      id: 'thing',
      values: [
        {
          id: 'weapon',
          name: { en: 'weapons', ja: '武器' },
          terms: { en: ['lethal weapons', 'lethal arms'] },
          values: [],
        },
        { id: 'ship', name: { en: 'warships', ja: '護衛艦' }, terms: { en: ['frigates'] }, values: [] },
      ],
    },
  ],
}

const content = {
  ...contentOf({
    dossier,
    changes: changes.map((id) => change(id, { rule: 'arms' })),
    reports: Array.from({ length: sizes.reports }, (_, n) => makeReport(n)),
  }),
  sources: sources.map((id) => source(id)),
}

const asked = [
  ['one hit', 'number 7777'],
  ['rare word', '公明'],
  ['seventh of all', 'helmets'],
  ['a term', 'lethal arms'],
  ['a term, a word', 'frigates exports'],
  ['all, two characters', '政策'],
  ['all, by stem', 'exporting'],
  ['all, long word', '防衛装備移転'],
  ['all, phrase', '"ruling parties"'],
  ['all, one character', '策'],
  ['no hit', 'submarine'],
  ['sign, all read', '%'],
] as const

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < sizes.runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return median(times)
}

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
  for (const [name, words] of asked) {
    const query = readSearch(words, [dossier])
    const counted = await searchCounts(db, { query })
    const hits = counted.reduce((sum, row) => sum + row.hits, 0)
    const count = await timed(() => searchCounts(db, { query }))
    const page = await timed(() => searchRecords(db, { query, limit: sizes.page }))
    console.log(
      `  ${name.padEnd(20)} ${String(hits).padStart(6)} hits: page ${page.toFixed(1)} ms, counts ${count.toFixed(1)} ms`,
    )
  }
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measureBoth(): Promise<void> {
  const server = await startPostgres()
  try {
    for (const url of ['', server.url('postgres')]) {
      const { stdout, stderr } = await runScript('tests/bench/search.ts', ['measure'], { DATABASE_URL: url })
      process.stdout.write(stdout + stderr)
    }
  } finally {
    await server.stop()
  }
}

await (process.argv[2] === 'measure' ? measure() : measureBoth())
