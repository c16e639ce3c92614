import { describe, expect, test } from 'vitest'
import { importContent } from '@/db/commands/import'
import { publish } from '@/db/commands/publish/publish'
import { reindex } from '@/db/commands/reindex'
import { recordKey } from '@/db/key'
import { countRetractions, listCorrections } from '@/db/queries/correction'
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

async function turn(data: Report, reason = 'test'): Promise<number> {
  const key = recordKey('report', 'test', data.id)
  const baseRevision = (await findRecord(db, key))?.revision ?? null
  const done = await publish(database, { records: [{ key, data, baseRevision }], by: 'ann', at, reason })
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

test('each note is told once, with what stood before; a change of the wording without a note is none', async () => {
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

test('retractions are counted by edition; a report that came as retracted is none', async () => {
  expect(await countRetractions(db, { from: 1, to: ofRetraction })).toEqual(new Map([[ofRetraction, 1]]))
  expect(await countRetractions(db, { from: 1, to: ofTypo })).toEqual(new Map())
  const came = await turn({ ...report('third', '2023-09-02'), retracted: { on: '2026-01-03', note: 'Never stood.' } })
  expect(await countRetractions(db, { from: came, to: came })).toEqual(new Map())
})

test('a retracted report is in no list of now, stays in those of before, and may still be named', async () => {
  const count = (edition?: number) => timelineCount(db, { dossier: 'test', filter: { changes: ['open'] }, edition })
  expect(await count()).toBe(0)
  expect(await count(ofTypo)).toBe(1)
  expect((await findRecord(db, recordKey('report', 'test', 'second')))?.record.related).toEqual(['first'])
  expect(await verifyDatabase(database)).toEqual([])
})

test('reinstated, it counts again, and the corrections say why', async () => {
  await turn(corrected, 'The agency stands by it.')
  expect((await listCorrections(db, { limit: 1 }))[0]).toMatchObject({
    verb: 'corrected',
    note: { note: 'The agency stands by it.' },
  })
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

describe('a report that says something else, without a note of its own', () => {
  const from = (over: Partial<Report>): Report => ({ ...naming, ...over })
  const effect = moves('open', 'proposed')

  test('is corrected for the reason that its edition gives, by an import as at the desk', async () => {
    const reports = [corrected, from({ effects: [effect] })]
    const done = await database.write((tx) =>
      importContent(tx, { content: contentOf({ reports }), by: 'ann', at, reason: 'The stage was misread.' }),
    )
    const [entry] = await listCorrections(db, { limit: 1, report: 'second' })
    expect(entry).toMatchObject({
      edition: done.edition,
      verb: 'corrected',
      note: { on: at.slice(0, 10), note: 'The stage was misread.' },
      before: { effects: [] },
      report: { effects: [{ stage: 'proposed' }] },
    })
    expect(await listCorrections(db, { limit: 9, report: 'second', edition: done.edition - 1 })).toEqual([])
    const again = await publishContent(database, contentOf({ reports }))
    expect(again).toMatchObject({ changed: false, edition: done.edition })
    expect(await listCorrections(db, { limit: 9, report: 'second' })).toHaveLength(1)
  })

  test('other words for the same are no correction; another day, origin or quote is one', async () => {
    const count = async () => (await listCorrections(db, { limit: 99, report: 'second' })).length
    const who = 'party members'
    let state = from({ effects: [effect], attribution: [{ who, named: false }] })
    const corrects = async (over: Partial<Report>) => {
      const told = await count()
      state = { ...state, ...over }
      await turn(state)
      return (await count()) - told
    }
    expect(await corrects({})).toBe(1)
    expect(await corrects({ headline: 'Said better', summary: 'Longer.', note: 'Seen again.', related: [] })).toBe(0)
    expect(await corrects({ attribution: [{ who: { en: who, ja: '与党議員' }, named: false }] })).toBe(0)
    expect(await corrects({ effects: [{ ...effect, note: 'A note.' }] })).toBe(0)
    expect(await corrects({ effects: [{ ...effect, quote: { text: 'could be exported', language: 'en' } }] })).toBe(1)
    expect(await corrects({ published: '2023-09-02' })).toBe(1)
    expect(await verifyDatabase(database)).toEqual([])
  })
})

test('the lists of corrections are made anew of the history as they were', async () => {
  const before = await listCorrections(db, { limit: 99 })
  expect(before.map(({ note }) => note.note)).toContain('The stage was misread.')
  await database.write(reindex)
  expect(await listCorrections(db, { limit: 99 })).toEqual(before)
  expect(await verifyDatabase(database)).toEqual([])
})
