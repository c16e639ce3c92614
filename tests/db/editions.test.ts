import { expect, test } from 'vitest'
import { publish } from '@/db/commands/publish/publish'
import { reindex } from '@/db/commands/reindex'
import { search } from '@/db/dialect'
import { recordKey } from '@/db/key'
import { migrate } from '@/db/migrate'
import { findRecord } from '@/db/queries/record'
import { relatedReports } from '@/db/queries/report'
import { searchCounts, searchRecords } from '@/db/queries/search'
import { reportsPerMonth, timelineCount, timelinePage } from '@/db/queries/timeline'
import { months, reports } from '@/db/schema'
import { verifyDatabase } from '@/db/verify'
import type { AnyRecord, RecordKind, Report } from '@/lib/model'
import { readSearch } from '@/lib/search/synonyms'
import { actor, at, contentOf, position, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'
import { change, moves, report } from '../support/dossiers'

const { database } = await testDatabase()
const { db, write } = database

const first = report('first', '2023-08-23', moves('open', 'proposed'))
const second: Report = { ...report('second', '2023-09'), headline: '輸出 allowed', related: ['first'] }

/** Publishes one record, or takes it away, as an edition of its own. */
async function turn(kind: RecordKind, id: string, data: AnyRecord | null): Promise<void> {
  const key = recordKey(kind, 'test', id)
  const baseRevision = (await findRecord(db, key))?.revision ?? null
  const done = await publish(database, { records: [{ key, data, baseRevision }], by: 'ann', at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** Everything that lists and search say, of now or of an edition. */
const listed = async (edition?: number) => ({
  pages: [
    await timelinePage(db, { dossier: 'test', filter: {}, limit: 99, edition }),
    await timelinePage(db, { dossier: null, filter: {}, limit: 99, edition }),
    await timelinePage(db, { dossier: 'test', filter: { changes: ['open'] }, limit: 99, edition }),
    await timelinePage(db, { dossier: 'test', filter: { stage: 'agreed' }, limit: 99, edition }),
    await timelinePage(db, { dossier: 'test', filter: { actor: 'komeito' }, limit: 99, edition }),
    await timelinePage(db, { dossier: 'test', filter: { words: '輸出' }, limit: 99, edition }),
  ],
  count: await timelineCount(db, { dossier: 'test', filter: {}, edition }),
  months: await reportsPerMonth(db, { dossier: null, filter: {}, edition }),
  related: await relatedReports(db, 'test', 'first', { edition }),
  hits: await searchRecords(db, { kind: 'report', query: readSearch('KYODO', []), limit: 9, edition }),
  changes: await searchRecords(db, { kind: 'change', query: readSearch('door', []), limit: 9, edition }),
  counts: await searchCounts(db, { query: readSearch('door', []), edition }),
})

const seen: Awaited<ReturnType<typeof listed>>[] = []
const remember = async () => seen.push(await listed())

await publishContent(database, contentOf({ reports: [first, second], actors: [actor('komeito')] }))
await remember()
const steps: [RecordKind, string, AnyRecord | null][] = [
  ['report', 'first', { ...first, published: '2022-02-03', positions: [position('komeito', 'open')] }],
  ['change', 'open', { ...change('open', { rule: 'arms' }), title: 'Opening the door' }],
  ['report', 'second', { ...second, related: [] }],
  ['report', 'first', null],
  ['source', 'kyodo-news', source('kyodo-news', { name: 'Kyodo' })],
  ['report', 'first', { ...report('first', '2023-08-24', moves('open', 'agreed')), headline: 'Back again 輸出' }],
  ['report', 'third', report('third', '2023-08-23', moves('open', 'in_force'))],
  ['report', 'second', { ...second, headline: 'Something else' }],
]
for (const step of steps) {
  await turn(...step)
  await remember()
}

test('each edition shows for ever what it showed when it was the current one', async () => {
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(steps.length)
  for (const [index, then] of seen.entries()) expect(await listed(index + 1), `edition ${index + 1}`).toEqual(then)
  expect(await verifyDatabase(database)).toEqual([])
})

test('the lists are made of the history: emptied by a migration, they come back the same', async () => {
  const now = await listed()
  await write(reindex)
  expect(await listed()).toEqual(now)
  for (const [index, then] of seen.entries()) expect(await listed(index + 1), `edition ${index + 1}`).toEqual(then)
  await write(async (tx) => {
    for (const table of [search, months, reports]) await tx.delete(table)
  })
  expect((await listed()).count).toBe(0)
  await migrate(database)
  expect(await listed()).toEqual(now)
  expect(await verifyDatabase(database)).toEqual([])
})

test('a database made before the search took its present form is brought up to date by itself', async () => {
  const now = await listed()
  await database.upkeep.exclusively((run) => run("DELETE FROM rulewire_migrations WHERE tag = '0006_material_changes'"))
  await write((tx) => tx.update(search).set({ text: 'as it was' }))
  expect(await verifyDatabase(database)).toEqual([expect.stringContaining('0006_material_changes')])
  await migrate(database)
  expect(await listed()).toEqual(now)
  expect(await verifyDatabase(database)).toEqual([])
})
