import { expect, test } from 'vitest'
import { atMost } from '@/db/queries/limit'
import { reports } from '@/db/schema'
import { testDatabase } from '../support/database'

const { database } = await testDatabase()

test('a limit stands in the statement, so that the statement stays compiled', () => {
  const { sql, params } = database.db.select({ id: reports.id }).from(reports).limit(atMost(50)).toSQL()
  expect(sql).toMatch(/ limit 50$/)
  expect(params).toEqual([])
})

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no limit', (limit) => {
  expect(() => atMost(limit)).toThrow(`not ${limit}`)
})
