import { expect, test } from 'vitest'
import { newestReports } from '@/db/queries/feed'
import { contentOf, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'

const { database } = await testDatabase()
await publishContent(database, {
  ...contentOf({
    reports: [
      report('old', '2024-01-02', moves('open', 'proposed')),
      report('ahead', '2030-05-02', moves('open', 'decided')),
      // In Tokyo, where the dossier is, that is the 3rd already.
      report('late', '2030-05-02T15:00:00Z', moves('open', 'decided')),
      report('month', '2030-06', moves('open', 'in_force')),
    ],
  }),
  sources: [source('kyodo-news')],
})

const inFeed = async (day: string, over: object = {}) =>
  (await newestReports(database.db, { dossier: null, filter: {}, days: new Map([['test', day]]), limit: 9, ...over }))
    .map((entry) => entry.report.id)
    .sort()

test('a report that is dated ahead is in no feed before its day in the zone of its dossier', async () => {
  expect(await inFeed('2030-05-01')).toEqual(['old'])
  expect(await inFeed('2030-05-02')).toEqual(['ahead', 'old'])
  expect(await inFeed('2030-05-03')).toEqual(['ahead', 'late', 'old'])
  expect(await inFeed('2030-05-31', { dossier: 'test', filter: { changes: ['open'] } })).toEqual([
    'ahead',
    'late',
    'old',
  ])
  expect(await inFeed('2030-06-01')).toEqual(['ahead', 'late', 'month', 'old'])
  expect(await inFeed('2030-06-01', { limit: 2 })).toHaveLength(2)
  expect(await inFeed('2030-06-01', { days: new Map() })).toEqual([])
})
