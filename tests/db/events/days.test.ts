import { describe, expect, test } from 'vitest'
import { writeDayEvents } from '@/db/commands/day-events'
import { mostDaysMissed } from '@/db/commands/events/day-rows'
import { listEvents } from '@/db/queries/event'
import { watchState } from '@/db/stamp'
import { addDays } from '@/lib/model'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { publishRecordsOf, told } from './published'

const { database, open } = await testDatabase()

/** Published on the morning of 1 January 2026 in Tokyo: what comes by itself on later days. */
const announced = report('act', '2025-12-01', moves('open', 'in_force', '2026-01-03'))
const expected = {
  ...report('guess', '2025-12-02', moves('other', 'proposed')),
  expectations: [{ change: 'other', stage: 'decided' as const, from: '2025-12', until: '2026-01-05' }],
}
await publishContent(
  database,
  contentOf({
    rules: [rule('arms', { scope: { thing: ['weapon'] } })],
    changes: [
      change('open', { rule: 'arms' }, { rule: 'arms', to: 'prohibited', from: '2027-03-01' }),
      { ...change('open', { rule: 'arms' }), id: 'other' },
    ],
    reports: [announced, expected, report('kept', '2026-01-04', moves('other', 'agreed'))],
  }),
)
const midnight = (day: string) => `${addDays(day, -1)}T15:00:00.000Z`
const ofDays = async () => (await told(database)).filter(({ day }) => day !== null)

describe('a day that has come', () => {
  test('tells nothing on the first day, and nothing twice', async () => {
    await writeDayEvents(database, '2026-01-01T01:00:00.000Z')
    await writeDayEvents(database, '2026-01-01T14:59:59.999Z')
    expect(await ofDays()).toEqual([])
  })

  test('in the zone of the dossier tells what begins and which answers move by it', async () => {
    await writeDayEvents(database, '2026-01-02T14:59:59.000Z')
    expect(await ofDays()).toEqual([])
    await writeDayEvents(database, midnight('2026-01-03'))
    expect(await ofDays()).toMatchObject([
      {
        kind: 'step',
        edition: 1,
        day: '2026-01-03',
        at: midnight('2026-01-03'),
        data: { change: 'open', before: null, after: { stage: 'in_force', date: '2026-01-03' }, report: 'act' },
      },
      {
        kind: 'answers',
        data: {
          about: 'now',
          direction: 'introduces',
          from: '2026-01-03',
          cases: 4,
          moves: [{ where: [{ values: { thing: ['weapon'] }, cases: 4 }] }],
          because: { change: 'open', rules: ['arms'], reports: ['act'] },
        },
      },
    ])
  })

  test('tells a report that was kept for it, and the days that were missed in their order', async () => {
    await writeDayEvents(database, '2026-01-20T00:00:00.000Z')
    expect((await ofDays()).slice(2).map(({ kind, day, at, data }) => ({ kind, day, at, data }))).toMatchObject([
      { kind: 'reported', day: '2026-01-04', at: '2026-01-20T00:00:00.000Z', data: { report: 'kept' } },
      { kind: 'step', day: '2026-01-04', data: { change: 'other', after: { stage: 'agreed' } } },
      {
        kind: 'forecast',
        day: '2026-01-06',
        data: { report: 'guess', outcome: 'overdue', until: '2026-01-05', days: 1 },
      },
    ])
  })

  test('is told before what is published on it, by the form of the day before', async () => {
    const later = report('later', '2026-01-20', moves('other', 'decided', '2026-02-02'))
    await publishRecordsOf(database, { report: [later] }, '2026-01-21T01:00:00.000Z')
    const before = (await told(database)).length
    const repealed = report('end', '2026-02-03', moves('open', 'repealed', '2026-02-03'))
    await publishRecordsOf(database, { report: [repealed] }, '2026-02-03T01:00:00.000Z')
    expect((await told(database)).slice(before).map(({ kind, day, edition }) => [kind, day, edition])).toEqual([
      ['step', '2026-02-02', 2],
      ['forecast', '2026-02-02', 2],
      ['reported', null, 3],
      ['step', null, 3],
      ['answers', null, 3],
      ['edition', null, 3],
    ])
  })

  test('is not laid at the door of the edition that stood', async () => {
    const ofEdition = await told(database, { edition: 2 })
    expect(ofEdition.length).toBeGreaterThan(0)
    expect(ofEdition.every(({ day }) => day === null)).toBe(true)
  })

  test('is told once, however many nodes turn it at the same time', async () => {
    await publishRecordsOf(
      database,
      { report: [report('again', '2026-02-10', moves('open', 'in_force', '2026-02-12'))] },
      '2026-02-10T01:00:00.000Z',
    )
    const nodes = await Promise.all([open(), open(), open()])
    const states = await Promise.all(nodes.map((node) => watchState(node)))
    await Promise.all(states.map((state) => state.turnDay?.(midnight('2026-02-12'))))
    for (const state of states) state.stop()
    const events = (await ofDays()).filter(({ day }) => day === '2026-02-12')
    expect(events.map(({ kind }) => kind)).toEqual(['step', 'answers'])
    const all = await listEvents(database.db, {}, { limit: 1000 })
    expect(all.map(({ place }) => place)).toEqual(all.map((_, at) => all.length - at))
  })

  test('is never told of a clock that goes back', async () => {
    const before = await told(database)
    await writeDayEvents(database, '2025-06-01T00:00:00.000Z')
    expect(await told(database)).toEqual(before)
  })
})

test('of more missed days than can be told only the last are', async () => {
  const first = '2026-02-20'
  await publishRecordsOf(
    database,
    {
      report: [
        report('soon', '2026-02-20', moves('other', 'in_force', addDays(first, 5))),
        report('far', '2026-02-20', moves('other', 'repealed', addDays(first, mostDaysMissed + 5))),
      ],
    },
    `${first}T01:00:00.000Z`,
  )
  const before = (await ofDays()).length
  await writeDayEvents(database, midnight(addDays(first, mostDaysMissed + 8)))
  const days = (await ofDays()).slice(before).map(({ kind, day }) => `${kind} ${day}`)
  expect(days).toContain(`step ${addDays(first, mostDaysMissed + 5)}`)
  expect(days).not.toContain(`step ${addDays(first, 5)}`)
})

test('a dossier that the program has known longer than its events begins with the day it is met', async () => {
  const { database: other } = await testDatabase()
  await publishContent(other, contentOf({ reports: [announced] }))
  await other.upkeep.exclusively((run) => run('DELETE FROM event_days'))
  await writeDayEvents(other, '2026-03-01T00:00:00.000Z')
  expect((await told(other)).filter(({ day }) => day !== null)).toEqual([])
  await writeDayEvents(other, '2026-03-02T00:00:00.000Z')
  expect((await told(other)).map(({ kind }) => kind)).toEqual(['reported', 'edition'])
})
