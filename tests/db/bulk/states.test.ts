import { expect, test } from 'vitest'
import { rowsOf } from '@/db/bulk/rows'
import { readContent } from '@/lib/content'
import { addDays, type Day } from '@/lib/model'
import { type Case, casesOf, decide, momentAt, statusOf } from '@/lib/policy'
import { all, bulkSource } from '../../support/bulk/source'
import { publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'

const { database } = await testDatabase()
const read = await readContent('content')
if (!read.ok) throw new Error('the content is not sound')
await publishContent(database, read.content)
const source = await bulkSource(database)
const states = await all(rowsOf(source, 'states'))
const ids = source.dossiers.map(({ id }) => id)

const isOf = (
  kase: Case,
  blocks: readonly { values: Record<string, string[]> }[],
  below: (value: string) => string[],
) =>
  blocks.some(({ values }) =>
    Object.entries(values).every(([dimension, chosen]) => chosen.flatMap(below).includes(kase[dimension] ?? '')),
  )

test.each(ids)(
  'a state is what is decided for each of its cases from its first day to its last (%s)',
  async (dossier) => {
    const compiled = await source.compile(dossier)
    const own = states.filter((row) => row.dossier === dossier)
    expect(own.length).toBeGreaterThan(5)
    const below = (value: string): string[] =>
      compiled.dimensions.flatMap(({ leaves, valueBits }) => {
        const bits = valueBits.get(value)
        return bits ? leaves.filter((_, at) => ((bits[at >> 5] ?? 0) >>> (at & 31)) & 1) : []
      })
    const cases = casesOf(compiled, {})
    for (const row of own) {
      const members = cases.filter((kase) => isOf(kase, row.where as [], below))
      expect(members.length, `${row.class}`).toBe(row.cases)
      expect(members[0]).toEqual(row.example)
      const last = (row.until as Day | null) ?? addDays(row.from as Day, 40)
      for (const on of [row.from as Day, last])
        for (const kase of [members[0], members.at(-1)] as Case[]) {
          const { disposition, rule, change, conditions, duties } = decide(momentAt(compiled, { on }), kase)
          expect({ disposition, rule, change, conditions, duties }, `${row.class} ${on}`).toMatchObject({
            ...{ disposition: row.disposition, rule: row.rule, change: row.change },
            ...{ conditions: row.conditions, duties: row.duties },
          })
        }
    }
  },
)

test.each(ids)('a status is what a rule says from its first day to its last (%s)', async (dossier) => {
  const compiled = await source.compile(dossier)
  const statuses = (await all(rowsOf(source, 'statuses'))).filter((row) => row.dossier === dossier)
  expect(statuses.length).toBeGreaterThan(3)
  for (const { rule, from, until, disposition, change } of statuses)
    for (const on of [from as Day, (until as Day | null) ?? addDays(from as Day, 40)]) {
      const found = statusOf(momentAt(compiled, { on }), String(rule))
      expect([found?.disposition ?? null, found?.change ?? null], `${rule} ${on}`).toEqual([disposition, change])
    }
})

test('stretches of a class follow each other without a gap', () => {
  const before = new Map<string, (typeof states)[number]>()
  for (const row of states) {
    const key = `${row.dossier} ${row.class}`
    const last = before.get(key)
    if (last) expect(addDays(last.until as Day, 1), key).toBe(row.from)
    before.set(key, row)
  }
  for (const { until } of before.values()) expect(until).toBeNull()
})
