import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ofIdsAtEdition } from '@/db/queries/at-edition'
import { relatedReports } from '@/db/queries/report'
import { reports } from '@/db/schema'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'

const { database, folder } = await testDatabase()
const { db, engine } = database

/** How SQLite goes about a statement. */
function planOf({ sql, params }: { sql: string; params: unknown[] }): string[] {
  const file = new Sqlite(join(folder, 'rulewire.db'), { readonly: true })
  const steps = file.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...params)
  file.close()
  return steps.map(({ detail }) => detail)
}

test.runIf(engine === 'sqlite').each([undefined, 3])(
  'SQLite finds reports that are named by their ids by these, at edition %s',
  (edition) => {
    const found = db
      .select({ day: reports.day })
      .from(reports)
      .where(and(eq(reports.dossier, 'test'), inArray(reports.id, ['a', 'b', 'c']), ofIdsAtEdition(reports, edition)))
    expect(planOf(found.toSQL())).toEqual([
      expect.stringMatching(/^SEARCH reports USING INDEX sqlite_autoindex_reports_1 \(dossier=\? AND id=\?/),
    ])
  },
)

test('reports that are named, or name one, are found among those that are public at an edition', async () => {
  const [one, other] = [report('one', '2024-01-01'), { ...report('other', '2024-02-01'), related: ['one'] }]
  const [third] = [{ ...report('third', '2024-03-01'), related: ['other'] }]
  await publishContent(database, contentOf({ reports: [one, other, third] }))
  await publishContent(database, contentOf({ reports: [one, { ...other, related: ['third'] }, third] }))
  const related = async (id: string, edition?: number) =>
    (await relatedReports(db, 'test', id, { edition })).map((found) => found.id)
  expect(await related('one', 1)).toEqual(['other'])
  expect(await related('one')).toEqual([])
  expect(await related('other', 1)).toEqual(['third', 'one'])
  expect(await related('other')).toEqual(['third'])
  expect(await related('third', 2)).toEqual(['other'])
})
