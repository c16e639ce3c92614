import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Report, renamedReports, reportsById, reportsNamed, standingReports, withReports } from '@/lib/model'
import { report } from '../../support/dossiers'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const anyReport = fc
  .record({
    id: fc.constantFrom(...ids),
    retracted: fc.boolean(),
    formerly: fc.boolean(),
    day: fc.integer({ min: 1, max: 9 }),
  })
  .map(
    ({ id, retracted, formerly, day }): Report => ({
      ...report(id, `2024-01-0${day}`),
      ...(retracted && { retracted: { on: '2024-02-01', note: 'Not so.' } }),
      ...(formerly && { formerly: [`old-${id}`] }),
    }),
  )
const anyReports = fc.uniqueArray(anyReport, { selector: ({ id }) => id })
const anyChanges = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...ids), fc.option(anyReport)).map(([id, data]) => ({ id, data: data && { ...data, id } })),
  { selector: ({ id }) => id },
)

/** What a list answers, and what it would by looking at each of its reports. */
function expectTrue(list: readonly Report[]): void {
  expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).sort())
  expect(standingReports(list)).toEqual(list.filter(({ retracted }) => !retracted))
  expect(renamedReports(list)).toEqual(list.filter(({ formerly }) => formerly))
  for (const asked of [['a', 'd', 'zz'], ids, []])
    for (const one of [list, standingReports(list)])
      expect(reportsNamed(one, new Set(asked))).toEqual(one.filter(({ id }) => asked.includes(id)))
}

test('a list that follows another, change by change, is what it is when it is made anew', () => {
  fc.assert(
    fc.property(anyReports, fc.array(anyChanges, { maxLength: 4 }), (first, turns) => {
      let list: readonly Report[] = reportsById(first)
      expectTrue(list)
      for (const changes of turns) {
        const [before, told] = [list, [...list]]
        const byId = new Map(list.map((one) => [one.id, one]))
        for (const { id, data } of changes)
          if (data) byId.set(id, data)
          else byId.delete(id)
        list = withReports(list, changes)
        expect(list).toEqual(reportsById([...byId.values()]))
        expectTrue(list)
        // Nobody who holds the list before sees another.
        expect(before).toEqual(told)
      }
    }),
  )
})

test('of a list in another order the same is told', () => {
  fc.assert(
    fc.property(anyReports, (list) => {
      expect(standingReports(list)).toEqual(list.filter(({ retracted }) => !retracted))
      expect(reportsNamed(list, new Set(['a', 'e']))).toEqual(list.filter(({ id }) => id === 'a' || id === 'e'))
    }),
  )
})

test('where all stand the list is itself', () => {
  const list = reportsById([report('b', '2024-01-01'), report('a', '2024-01-01')])
  expect(standingReports(list)).toBe(list)
  const next = withReports(list, [{ id: 'c', data: report('c', '2024-01-01') }])
  expect(standingReports(next)).toBe(next)
  expect(withReports(list, [{ id: 'zz', data: null }])).toBe(list)
})
