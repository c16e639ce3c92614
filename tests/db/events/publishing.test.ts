import { describe, expect, test } from 'vitest'
import { mostTold } from '@/db/commands/events/publish-rows'
import { publishRecords } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { writePlace } from '@/db/queries/cursor'
import { countEvents, countEventsOfEditions, countEventsSince, listEvents } from '@/db/queries/event'
import type { Report } from '@/lib/model'
import { contentOf, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { kindsOf, publishRecordsOf, told } from './published'

const { database } = await testDatabase()
const { db } = database
const first = report('r1', '2023-08-23', moves('open', 'proposed'))
await publishContent(database, contentOf({ reports: [first, report('later', '2026-02-01')] }))
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`

test('a first edition tells its reports and itself, and of a report that is kept for later nothing yet', async () => {
  const events = await told(database)
  expect(events.map(({ kind, dossier, data }) => [kind, dossier, data])).toEqual([
    ['reported', 'test', { report: 'r1' }],
    ['edition', '', { number: 1, reason: 'test', summary: expect.objectContaining({ dossiers: ['test'] }) }],
  ])
  expect(events.map(({ place }) => place)).toEqual([1, 2])
})

describe('a publication tells', () => {
  test('the report, the step, and the whole of the answers that move with what explains it', async () => {
    const adopted = report('r2', '2025-12-01', moves('open', 'in_force'))
    const edition = await publishRecordsOf(database, { report: [adopted] }, day(2))
    const events = await told(database, { edition })
    expect(kindsOf(events)).toEqual(['reported', 'step', 'answers', 'edition'])
    expect(events[1]).toMatchObject({
      day: null,
      at: day(2),
      data: {
        change: 'open',
        before: { stage: 'proposed', date: '2023-08-23' },
        after: { stage: 'in_force', date: '2025-12-01' },
        report: 'r2',
      },
    })
    expect(events[2]?.data).toMatchObject({
      about: 'now',
      direction: 'introduces',
      from: '2026-01-02',
      cases: 6,
      because: { change: 'open', rules: ['arms'], reports: ['r2'] },
      moves: [
        {
          where: [{ values: {}, cases: 6 }],
          before: { disposition: 'unstated', rule: null },
          after: { disposition: 'permitted', rule: 'arms', since: '2025-12-01' },
        },
      ],
    })
    expect(kindsOf(await told(database, { record: recordKey('rule', 'test', 'arms') }))).toContain('answers')
  })

  test('answers of a rule that is edited, in words of blocks, with no change to explain it', async () => {
    const edition = await publishRecordsOf(database, { rule: [rule('arms', { scope: { thing: ['weapon'] } })] }, day(3))
    const events = await told(database, { edition })
    expect(kindsOf(events)).toEqual(['answers', 'edition'])
    expect(events[0]?.data).toMatchObject({
      direction: 'repeals',
      cases: 2,
      moves: [{ where: [{ values: { thing: ['radar'] }, cases: 2 }] }],
    })
  })

  test('what comes next otherwise, and a date that is put off', async () => {
    const repealed = (id: string, published: string, on: string) => report(id, published, moves('open', 'repealed', on))
    const announced = await publishRecordsOf(database, { report: [repealed('r3', '2025-12-20', '2026-06-01')] }, day(4))
    expect((await told(database, { edition: announced })).map(({ kind, data }) => [kind, data])).toMatchObject([
      ['reported', {}],
      ['answers', { about: 'next', direction: 'schedules', from: '2026-06-01', cases: 4 }],
      ['edition', {}],
    ])
    const later = await publishRecordsOf(database, { report: [repealed('r4', '2025-12-28', '2026-12-01')] }, day(5))
    expect((await told(database, { edition: later })).map(({ kind, data }) => [kind, data])).toMatchObject([
      ['reported', {}],
      [
        'postponed',
        {
          change: 'open',
          stage: 'repealed',
          before: '2026-06-01',
          after: '2026-12-01',
          direction: 'postponed',
          report: 'r4',
        },
      ],
      ['answers', { about: 'next', direction: 'postpones', from: '2026-12-01' }],
      ['edition', {}],
    ])
  })

  test('a contradiction that is found, and one that is settled', async () => {
    const denied: Report['effects'][number] = { ...moves('open', 'in_force', '2025-12-01'), certainty: 'denied' }
    const found = await publishRecordsOf(database, { report: [report('r5', '2025-12-02', denied)] }, day(6))
    const about = { change: 'open', about: 'certainty', stage: 'in_force', reports: ['r2', 'r5'] }
    expect(await told(database, { edition: found, kinds: ['contradiction'] })).toMatchObject([{ data: about }])
    const resolutions = [{ about: 'certainty' as const, holds: 'r2', against: 'r5', reason: 'The text is out.' }]
    const settled = await publishRecordsOf(
      database,
      { change: [{ ...change('open', { rule: 'arms' }), resolutions }] },
      day(7),
    )
    expect((await told(database, { edition: settled })).map(({ kind, data }) => [kind, data])).toMatchObject([
      ['settled', { ...about, holds: 'r2', against: 'r5' }],
      ['edition', {}],
    ])
  })

  test('nothing but itself where only words changed; the event of the report is of that time', async () => {
    const [before] = await told(database, { record: recordKey('report', 'test', 'r1'), kinds: ['reported'] })
    const edition = await publishRecordsOf(database, { report: [{ ...first, summary: 'Better said.' }] }, day(8))
    expect(kindsOf(await told(database, { edition }))).toEqual(['edition'])
    const [after] = await told(database, { record: recordKey('report', 'test', 'r1'), kinds: ['reported'] })
    expect(after).toEqual({ ...before, updatedAt: day(8) })
  })

  test('a correction with its note or without, and a retraction with the step that it takes back', async () => {
    const noted = { ...first, published: '2023-08-22', corrections: [{ on: '2026-01-09', note: 'A day off.' }] }
    const corrected = await publishRecordsOf(database, { report: [noted] }, day(9))
    expect((await told(database, { edition: corrected })).map(({ kind, data }) => [kind, data])).toEqual([
      ['corrected', { report: 'r1', revision: 3, note: 0 }],
      ['edition', expect.anything()],
    ])
    const silently = await publishRecordsOf(
      database,
      { report: [{ ...noted, attribution: [{ who: 'a ministry', named: true }] }] },
      day(10),
    )
    expect(await told(database, { edition: silently, kinds: ['corrected'] })).toMatchObject([{ data: { note: null } }])
    const retracted = {
      ...report('r2', '2025-12-01', moves('open', 'in_force')),
      retracted: { on: '2026-01-11', note: 'Wrong.' },
    }
    const edition = await publishRecordsOf(database, { report: [retracted] }, day(11))
    expect(kindsOf(await told(database, { edition }))).toEqual(['retracted', 'step', 'answers', 'edition'])
    expect(await told(database, { edition, kinds: ['step'] })).toMatchObject([
      { data: { before: { stage: 'in_force' }, after: { stage: 'proposed' } } },
    ])
  })

  test('only reports and itself where it brings many', async () => {
    const many = Array.from({ length: mostTold + 1 }, (_, at) =>
      report(`m${at}`, '2025-12-01', moves('open', 'in_force')),
    )
    const edition = await publishRecordsOf(database, { report: many }, day(12))
    expect(await countEvents(db, { edition })).toEqual({ reported: mostTold + 1, edition: 1 })
    const back = many.map(({ id }) => ({ id, gone: true as const }))
    await publishRecordsOf(database, { report: back }, day(13))
    const again = await publishRecordsOf(database, { report: many.slice(0, 1) }, day(14))
    expect(await countEvents(db, { edition: again, kinds: ['reported'] })).toEqual({})
  })

  test('publishers alone as an edition of the site', async () => {
    const edition = await publishRecordsOf(database, { source: [source('kyodo-news', { name: 'Kyodo' })] }, day(15))
    expect(await told(database, { edition })).toMatchObject([{ kind: 'edition', dossier: '' }])
  })
})

test('a publication that fails tells nothing', async () => {
  const before = await told(database)
  const failing = database.write(async (tx) => {
    const key = recordKey('report', 'test', 'never')
    await publishRecords(tx, {
      records: [{ key, data: report('never', '2026-01-01'), baseRevision: null }],
      ...{ by: 'tester', at: day(16), reason: 'test' },
    })
    throw new Error('at the last moment')
  })
  await expect(failing).rejects.toThrow('at the last moment')
  expect(await told(database)).toEqual(before)
})

describe('lists', () => {
  test('are read on from a place, in either direction, each event once', async () => {
    const all = await listEvents(db, {}, { limit: 1000 })
    expect(all.map(({ place }) => place)).toEqual(all.map((_, at) => all.length - at))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const older = []
    for (let before: string | undefined; ; ) {
      const page = await listEvents(db, {}, { before, limit: 7 })
      older.push(...page)
      const last = page.at(-1)
      if (!last) break
      before = writePlace(last.place)
    }
    expect(older).toEqual(all)
    const newer = await listEvents(db, {}, { after: writePlace(10), limit: 3 })
    expect(newer.map(({ place }) => place)).toEqual([11, 12, 13])
    await expect(listEvents(db, {}, { before: 'x', limit: 1 })).rejects.toThrow('cursor')
  })

  test('of a record hold what concerns it, and no more', async () => {
    const ofActor = await told(database, { record: recordKey('actor', 'test', 'komeito') })
    expect(ofActor).toEqual([])
    const ofSource = await told(database, { record: recordKey('source', '', 'kyodo-news'), kinds: ['reported'] })
    expect(ofSource.length).toBe((await told(database, { kinds: ['reported'] })).length)
    const ofReport = await told(database, { record: recordKey('report', 'test', 'r5') })
    expect(kindsOf(ofReport)).toEqual(['reported', 'contradiction', 'settled', 'contradiction'])
  })

  test('of editions are counted by kind, and since an instant by dossier', async () => {
    const [two, three] = [
      await countEventsOfEditions(db, [2, 3]),
      await told(database, { sinceEdition: 2, dossier: 'test' }),
    ]
    expect(two.get(2)).toEqual({ reported: 1, step: 1, answers: 1, edition: 1 })
    expect(three.every(({ edition }) => edition > 2)).toBe(true)
    const since = await countEventsSince(db, day(14))
    expect(since).toEqual([{ dossier: '', kind: 'edition', count: 1 }])
  })
})
