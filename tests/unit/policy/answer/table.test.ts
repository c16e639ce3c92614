import { expect, test } from 'vitest'
import { matrixCsv, matrixForm, readAxes } from '@/lib/api/matrix'
import { comparisonOf, compileDossier, decideTable, momentAt, tableSize, windowOf } from '@/lib/policy'
import { wideCases, wideDossier } from '../../../support/wide-dossier'

const compiled = compileDossier(wideDossier())
const moment = momentAt(compiled, { on: '2026-10-01' })
const axes = readAxes({ rows: undefined, columns: undefined }, compiled.dossier)

test('a part of a list tells what is before and behind it', () => {
  const list = ['a', 'b', 'c', 'd', 'e']
  expect(windowOf(list, 0, 9)).toEqual({ shown: list, all: 5, before: 0, previous: null, next: null })
  expect(windowOf(list, 1, 2)).toEqual({ shown: ['b', 'c'], all: 5, before: 1, previous: 'a', next: 'd' })
  expect(windowOf(list, 4, 2)).toMatchObject({ shown: ['e'], previous: 'c', next: null })
  expect(tableSize(400, 250, { cells: 900, columns: 40 })).toEqual({ columns: 40, rows: 22 })
  expect(tableSize(5, 3, { cells: 900, columns: 40 })).toEqual({ columns: 3, rows: 5 })
})

test('a cell that stands for very many cases is not worked out, nor is what comes when there were enough', () => {
  const cells = decideTable(moment, {}, [
    { dimension: 'thing', values: ['thing-0', 'thing-0-0', 'thing-0-0-0'] },
    { dimension: 'purpose', values: ['export'] },
  ])
  expect(cells.map(([cell]) => cell?.cases.length ?? null)).toEqual([null, 2500, 250])
  const groups = Array.from({ length: 40 }, (_, at) => `thing-${Math.floor(at / 10)}-${at % 10}`)
  const many = decideTable(moment, {}, [
    { dimension: 'thing', values: groups },
    { dimension: 'purpose', values: ['export', 'transit'] },
  ])
  expect(many.flat().filter((cell) => cell === null).length).toBeGreaterThan(0)
  expect(many[0]?.[0]?.cases).toHaveLength(2500)
})

test('a matrix of the API comes in parts, and the parts are the whole', () => {
  const seen = new Set<string>()
  let part: { rowsFrom?: string } | undefined = {}
  let parts = 0
  for (; part; parts++) {
    const form = matrixForm(moment, axes, { purpose: 'export' }, { edition: 1, part: { values: {}, ...part } })
    expect(form.cells).toHaveLength(form.rowValues.length)
    expect(form.cells.length * form.columnValues.length).toBeLessThanOrEqual(8000)
    for (const row of form.rowValues) seen.add(row)
    const { rowsFrom } = form.leftOut?.next ?? {}
    part = rowsFrom === undefined ? undefined : { rowsFrom }
  }
  expect(parts).toBeGreaterThan(3)
  expect(seen.size).toBe(400 + 40 + 4)
  const first = matrixForm(moment, axes, {}, { edition: 1 })
  expect(matrixCsv(first)).toContain('Left out: ')
  const one = matrixForm(moment, axes, {}, { edition: 1, part: { values: { thing: 'thing-2-3' } } })
  expect(one.rowValues).toHaveLength(11)
  expect(one.leftOut).toBeNull()
  expect(() => matrixForm(moment, axes, {}, { edition: 1, part: { values: {}, rowsFrom: 'none' } })).toThrow(
    'not one of the values',
  )
})

test('a comparison counts all cases that differ, lists the first of each change, and can be made of fewer', () => {
  const [early, late] = ['2017-01-01', '2026-10-01'].map((on) => momentAt(compiled, { on }))
  if (!early || !late) throw new Error('no moments')
  const whole = comparisonOf(early, late)
  expect(whole.cases).toBe(wideCases)
  expect(whole.count).toBeGreaterThan(100_000)
  expect(whole.differences.length).toBeLessThan(60_000)
  expect(whole.groups.reduce((sum, { count }) => sum + count, 0)).toBe(whole.count)
  for (const { count, differences } of whole.groups)
    expect(differences.length).toBeGreaterThanOrEqual(Math.min(count, 100))
  const parts = compiled.dossier.dimensions[2]?.values.map(({ id }) => comparisonOf(early, late, { purpose: id }).count)
  expect(parts?.reduce((sum, count) => sum + count, 0)).toBe(whole.count)
})
