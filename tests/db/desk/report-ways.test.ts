import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countReports, type ReportSort, reportListPage, reportSorts } from '@/db/queries/desk/report-list'
import { verifyDatabase } from '@/db/verify'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import type { Report } from '@/lib/model'
import { actor, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report } from '../../support/dossiers'

const { database } = await testDatabase()
const { db } = database

/** More of them hold the common words than are gathered. */
const count = 620
const ids = Array.from({ length: count }, (_, n) => `r-${String(n).padStart(3, '0')}`)
const day = (n: number) => new Date(Date.UTC(2020, 0, 1) + ((n * 37) % 900) * 86_400_000).toISOString().slice(0, 10)

const makeReport = (id: string, n: number): Report => ({
  ...report(id, day(n), moves(n % 3 === 0 ? 'open' : 'shut', n % 2 ? 'agreed' : 'floated')),
  headline: `${(n * 7919) % 1009} common words${n % 200 === 7 ? ' and a lighthouse' : ''}`,
  kind: n % 5 === 0 ? 'official' : 'news',
  positions: n % 4 === 0 ? [position('komeito', 'shut')] : [],
})
const first = ids.map(makeReport)
/** The second edition takes some out of each list, brings some in, and retracts one. */
const last = first.map((one, n): Report => {
  if (n === 9) return { ...one, retracted: { on: '2024-01-01', note: 'It was wrong.' } }
  if (n % 50 !== 3) return one
  return { ...one, effects: [moves('open', 'agreed')], positions: n % 100 === 3 ? [position('komeito', 'open')] : [] }
})
const changes = ['open', 'shut', 'never'].map((id) => change(id, { rule: 'arms' }))
const actors = ['komeito', 'nobody'].map((id) => actor(id))
for (const reports of [first, last]) await publishContent(database, contentOf({ reports, changes, actors }))
const standing = last.filter(({ retracted }) => !retracted)
const changed = new Set(last.filter((one, n) => JSON.stringify(one) !== JSON.stringify(first[n])).map(({ id }) => id))

const tells = (one: Report, id: string) => [...one.effects, ...one.positions].some((told) => told.change === id)
const speaks = (one: Report, id: string) => one.positions.some((told) => told.actor === id)
const says = (one: Report, word: string) => String(one.headline).includes(word)

const lists: Record<string, { filter: TimelineFilter; holds: (one: Report) => boolean }> = {
  'of a change': { filter: { changes: ['open'] }, holds: (one) => tells(one, 'open') },
  'of two changes': { filter: { changes: ['open', 'shut'] }, holds: () => true },
  'of a change that nothing tells of': { filter: { changes: ['never'] }, holds: () => false },
  'of an actor': { filter: { actor: 'komeito' }, holds: (one) => speaks(one, 'komeito') },
  'of an actor that is silent': { filter: { actor: 'nobody' }, holds: () => false },
  'of an actor and a change': {
    filter: { actor: 'komeito', changes: ['open'] },
    holds: (one) => speaks(one, 'komeito') && tells(one, 'open'),
  },
  'of a step of a change': {
    filter: { changes: ['open'], stage: 'agreed' },
    holds: (one) => one.effects.some((told) => told.change === 'open' && told.stage === 'agreed'),
  },
  'of one kind about a change': {
    filter: { changes: ['shut'], kinds: ['official'] },
    holds: (one) => tells(one, 'shut') && one.kind === 'official',
  },
  'with a rare word': { filter: { words: 'lighthouse' }, holds: (one) => says(one, 'lighthouse') },
  'with a word that all hold': { filter: { words: 'common' }, holds: () => true },
  'with a common word about a change': {
    filter: { words: 'common', changes: ['open'] },
    holds: (one) => tells(one, 'open'),
  },
  'with a rare word about an actor': {
    filter: { words: 'lighthouse', actor: 'komeito' },
    holds: (one) => says(one, 'lighthouse') && speaks(one, 'komeito'),
  },
  'with a word that nothing holds': { filter: { words: 'submarine' }, holds: () => false },
}

const placeOf: Record<ReportSort, (one: Report) => string> = {
  published: ({ published }) => published,
  changed: ({ id }) => (changed.has(id) ? '2' : '1'),
  title: ({ headline }) => String(headline).toLowerCase(),
}

function expected(holds: (one: Report) => boolean, sort: ReportSort): string[] {
  const key = (one: Report) => `${placeOf[sort](one)} ${one.id}`
  const up = standing.filter(holds).toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  return (sort === 'title' ? up : up.reverse()).map(({ id }) => id)
}

async function readAll(filter: TimelineFilter, sort: ReportSort, dossier: string | null): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await reportListPage(db, { dossier, filter, sort, limit: 60, cursor })
    found.push(...page.reports.map(({ report: { id } }) => id))
    if (page.after === null) return found
    cursor = page.after
  }
}

test.each(Object.entries(lists))(
  'the list %s holds what fits, once each, in every order',
  async (_, { filter, holds }) => {
    for (const dossier of ['test', null]) {
      for (const sort of reportSorts) expect(await readAll(filter, sort, dossier)).toEqual(expected(holds, sort))
      const there = standing.filter(holds).length
      expect(await countReports(db, { dossier, filter, most: count })).toBe(there)
      expect(await countReports(db, { dossier, filter, most: 5 })).toBe(Math.min(there, 5))
    }
  },
)

test('the page before one is found on every way', async () => {
  for (const filter of [{ changes: ['shut'] }, { actor: 'komeito' }, { words: 'common' }, { words: 'lighthouse' }])
    for (const sort of reportSorts) {
      const list = { dossier: null, filter, sort, limit: 2 }
      const page = await reportListPage(db, list)
      const second = await reportListPage(db, { ...list, cursor: page.after ?? '' })
      const again = await reportListPage(db, { ...list, cursor: second.before ?? '' })
      expect(again.reports).toEqual(page.reports)
      expect(again.before).toBeNull()
    }
})

test('what the lists are found by is equal to the reports', async () => {
  expect(await verifyDatabase(database)).toEqual([])
})

test('a database of before is filled with the same', async () => {
  const file = join('db', 'migrations', database.engine, '0021_subjects.sql')
  const fill = readFileSync(file, 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => statement.trim().startsWith('INSERT'))
  expect(fill).toHaveLength(1)
  await database.upkeep.exclusively(async (run) => {
    await run('DELETE FROM subjects')
    for (const statement of fill) await run(statement)
  })
  expect(await verifyDatabase(database)).toEqual([])
})
