import { expect, test } from 'vitest'
import { editions, revisions } from '@/db/schema'
import { contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'

const { database } = await testDatabase()
await publishContent(database, contentOf())

test('the database itself refuses to rewrite history', async () => {
  const attempts = await Promise.allSettled([
    database.write(async (tx) => tx.update(revisions).set({ reason: 'better' })),
    database.write(async (tx) => tx.delete(revisions)),
    database.write(async (tx) => tx.update(editions).set({ by: 'someone else' })),
    database.write(async (tx) => tx.delete(editions)),
  ])
  for (const attempt of attempts) {
    const error = attempt.status === 'rejected' ? attempt.reason : null
    expect(`${error?.message} ${error?.cause}`).toMatch(/history: (UPDATE|DELETE) is refused/)
  }
  expect(await database.db.$count(editions)).toBe(1)
  expect(await database.db.$count(revisions)).toBeGreaterThan(3)
})
