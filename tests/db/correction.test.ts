import { expect, test } from 'vitest'
import { publish } from '@/db/commands/publish'
import { reindex } from '@/db/commands/reindex'
import { recordKey } from '@/db/key'
import { listCorrections } from '@/db/queries/correction'
import { findRecord } from '@/db/queries/record'
import { recordsCreated, recordsUpdated } from '@/db/queries/revision'
import { timelineCount } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import type { Report } from '@/lib/model'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { moves, report } from '../support/dossiers'

const { database } = await testDatabase()
const { db } = database

const first = report('first', '2023-08-23', moves('open', 'proposed'))
const naming: Report = { ...report('second', '2023-09-01'), related: ['first'] }

async function turn(data: Report): Promise<number> {
  const key = recordKey('report', 'test', data.id)
  const baseRevision = (await findRecord(db, key))?.revision ?? null
  const done = await publish(database, { records: [{ key, data, baseRevision }], by: 'ann', at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.edition
}

await publishContent(database, contentOf({ reports: [first, naming] }))
const corrected: Report = {
  ...first,
  headline: 'Now right',
  corrections: [{ on: '2026-01-02', note: 'It was wrong.' }],
}
const ofCorrection = await turn(corrected)
const ofTypo = await turn({ ...corrected, summary: 'A comma, moved.' })
const ofRetraction = await turn({
  ...corrected,
  retracted: { on: '2026-01-03', note: { en: 'Withdrawn.', ja: '撤回。' } },
})

test('each note is told once, with what stood before; a change without a note is none', async () => {
  const entries = await listCorrections(db, { limit: 9 })
  expect(entries.map(({ verb, edition, before }) => [verb, edition, before?.headline])).toEqual([
    ['retracted', ofRetraction, 'Now right'],
    ['corrected', ofCorrection, first.headline],
  ])
  expect(entries.some(({ edition }) => edition === ofTypo)).toBe(false)
  expect((await listCorrections(db, { limit: 9, edition: ofTypo })).map(({ verb }) => verb)).toEqual(['corrected'])
  expect(await listCorrections(db, { limit: 9, dossier: 'other' })).toEqual([])
  expect(await listCorrections(db, { limit: 1, dossier: 'test', report: 'first' })).toHaveLength(1)
})

test('a retracted report is in no list of now, stays in those of before, and may still be named', async () => {
  const count = (edition?: number) => timelineCount(db, { dossier: 'test', filter: { changes: ['open'] }, edition })
  expect(await count()).toBe(0)
  expect(await count(ofTypo)).toBe(1)
  expect((await findRecord(db, recordKey('report', 'test', 'second')))?.record.related).toEqual(['first'])
  expect(await verifyDatabase(database)).toEqual([])
})

test('reinstated, it counts again', async () => {
  await turn(corrected)
  expect(await timelineCount(db, { dossier: 'test', filter: { changes: ['open'] } })).toBe(1)
  expect(await verifyDatabase(database)).toEqual([])
})

test('what an edition changed is told with both states', async () => {
  const changed = await recordsUpdated(db, { edition: ofCorrection, kind: 'report', limit: 9 })
  expect(changed).toHaveLength(1)
  expect(changed[0]).toMatchObject({
    kind: 'report',
    id: 'first',
    before: { headline: first.headline },
    after: { headline: 'Now right' },
  })
  const beginning = { edition: 1, kind: 'report', limit: 9 } as const
  const titles = [first.headline, naming.headline]
  expect((await recordsCreated(db, beginning)).map(({ title }) => title)).toEqual(titles)
  expect(await recordsCreated(db, { ...beginning, limit: 1 })).toHaveLength(1)
  expect(await recordsUpdated(db, beginning)).toEqual([])
})

test('the lists of corrections are made anew of the history as they were', async () => {
  const before = await listCorrections(db, { limit: 99 })
  expect(before).toHaveLength(2)
  await database.write(reindex)
  expect(await listCorrections(db, { limit: 99 })).toEqual(before)
  expect(await verifyDatabase(database)).toEqual([])
})
