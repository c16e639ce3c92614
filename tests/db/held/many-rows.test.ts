import { and, count, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { publish } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { loadDossier } from '@/db/queries/record'
import { effects, positions, revisions } from '@/db/schema'
import { verifyDatabase } from '@/db/verify'
import { at, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'

const { database } = await testDatabase()
const { db } = database
// More than one statement takes, and some.
const ids = Array.from({ length: 1_203 }, (_, n) => `r${n}`)
const told = ids.map((id, n) => ({
  ...report(id, '2023-08-23', moves('open', n % 2 === 0 ? 'proposed' : 'agreed')),
  positions: n % 3 === 0 ? [position('komeito', 'open')] : [],
}))

test('rows that fill several statements are what they are one by one, those without a text too', async () => {
  await publishContent(database, contentOf({ reports: told }))
  const loaded = await loadDossier(db, 'test')
  expect(loaded?.reports).toEqual(told.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await db.$count(effects, eq(effects.stage, 'agreed'))).toBe(601)
  expect(await db.$count(positions, isNull(positions.on))).toBe(0)
  const records = ids.map((id) => ({ key: recordKey('report', 'test', id), data: null, baseRevision: 1 }))
  await publish(database, { by: 'tester', at, reason: 'all gone', records })
  const [removed] = await db
    .select({ n: count() })
    .from(revisions)
    .where(and(eq(revisions.edition, 2), isNull(revisions.data)))
  expect(removed?.n).toBe(ids.length)
  expect(await verifyDatabase(database)).toEqual([])
})
