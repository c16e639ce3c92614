import { expect, test } from 'vitest'
import { listMovedDates } from '@/db/queries/moved-dates'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'
import { publishRecordsOf } from './published'

const { database } = await testDatabase()

test('each time that a date of a change is moved is counted, and no other change’s', async () => {
  await publishContent(database, contentOf({ reports: [report('r0', '2025-12-01', moves('open', 'decided'))] }))
  const announced = (id: string, published: string, on: string) => report(id, published, moves('open', 'in_force', on))
  const publish = (one: ReturnType<typeof announced>, day: number) =>
    publishRecordsOf(database, { report: [one] }, `2026-01-0${day}T00:00:00.000Z`)
  const moved = async () => (await listMovedDates(database.db, 'test', ['open'])).map(({ stage }) => stage)
  await publish(announced('r1', '2025-12-10', '2026-06-01'), 2)
  expect(await moved()).toEqual([])
  await publish(announced('r2', '2025-12-20', '2026-09-01'), 3)
  expect(await moved()).toEqual(['in_force'])
  await publish(announced('r3', '2025-12-28', '2026-08-01'), 4)
  expect(await moved()).toEqual(['in_force', 'in_force'])
  expect(await listMovedDates(database.db, 'test', [])).toEqual([])
  expect(await listMovedDates(database.db, 'test', ['other'])).toEqual([])
})
