import { expect, test } from 'vitest'
import { reportsPerMonth, type TimelineFilter, timelineCount, timelinePage } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import { contentOf, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'
import { change, moves, report } from '../support/dossiers'

const { database } = await testDatabase()
const { db } = database

const reports = [
  report('right', '2024-01-02', moves('opening', 'decided', '2024-01-01')),
  report('wrong', '2024-02-03', moves('opening', 'decided', '2024-08-01')),
]
const opening = change('opening', { rule: 'arms' })
const settled = {
  ...opening,
  resolutions: [{ about: 'dates' as const, holds: 'right', against: 'wrong', reason: 'The law says so.' }],
}

const publish = (changes: (typeof opening)[], shown = reports) =>
  publishContent(database, { ...contentOf({ changes, reports: shown }), sources: [source('kyodo-news')] })

async function listed(filter: TimelineFilter = {}, edition?: number) {
  const scope = { dossier: 'test', filter, edition }
  const ids = (await timelinePage(db, { ...scope, limit: 9 })).reports.map((entry) => entry.report.id)
  expect(await timelineCount(db, scope)).toBe(ids.length)
  const months = await reportsPerMonth(db, scope)
  expect(months.reduce((sum, month) => sum + month.reports, 0)).toBe(ids.length)
  return ids
}

test('a report of which nothing holds leaves lists when it is settled, unless asked for, and comes back', async () => {
  await publish([opening])
  expect(await listed()).toEqual(['wrong', 'right'])

  await publish([settled])
  expect(await listed()).toEqual(['right'])
  expect(await listed({ discredited: 'with' })).toEqual(['wrong', 'right'])
  expect(await listed({ discredited: 'only' })).toEqual(['wrong'])
  expect(await listed({}, 1)).toEqual(['wrong', 'right'])
  expect(await verifyDatabase(database)).toEqual([])

  await publish([settled], [reports[0], { ...reports[1], headline: 'Told anew' }] as typeof reports)
  expect(await listed()).toEqual(['right'])
  expect(await verifyDatabase(database)).toEqual([])

  await publish([opening])
  expect(await listed()).toEqual(['wrong', 'right'])
  expect(await listed({}, 2)).toEqual(['right'])
  expect(await verifyDatabase(database)).toEqual([])
})
