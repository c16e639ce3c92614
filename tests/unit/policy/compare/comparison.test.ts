import { describe, expect, test } from 'vitest'
import { api } from '@/lib/addresses/api'
import { comparisonCsv } from '@/lib/api/comparison'
import { matrixCsv, matrixForm, readAxes } from '@/lib/api/matrix'
import { readQuery } from '@/lib/asking/query'
import { sidesOf } from '@/lib/asking/question'
import { BadParameter } from '@/lib/asking/refusal'
import { comparisonOf, compileDossier, momentAt } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const dossier = emptyDossier({
  rules: [rule('arms', { scope: { thing: ['ship'] } })],
  changes: [change('close', { rule: 'arms', to: 'prohibited' }), change('open', { rule: 'arms', to: 'permitted' })],
  reports: [
    report('r1', '2020-01-01', moves('close', 'in_force')),
    report('r2', '2022-05-05', moves('open', 'in_force')),
    report('r3', '2022-06-01', moves('open', 'in_force')),
  ],
})
const compiled = compileDossier(dossier)
const at = (on: string, known?: string, of = compiled) => momentAt(of, { on, known })

describe('a comparison', () => {
  test('says what differs, by which change, which way and on what evidence', () => {
    const { groups, differences, cases } = comparisonOf(at('2021-01-01'), at('2022-05-31'))
    expect(differences.length).toBeGreaterThan(0)
    expect(differences.length).toBeLessThan(cases)
    expect(groups.map(({ change: id, directions }) => [id, directions])).toEqual([
      ['open', { relaxes: differences.length }],
    ])
    expect(groups[0]?.evidence.map(({ report: { id } }) => id)).toEqual(['r2'])
  })

  test('backwards is the same with the direction turned', () => {
    const { groups } = comparisonOf(at('2022-05-31'), at('2021-01-01'))
    expect(Object.keys(groups[0]?.directions ?? {})).toEqual(['tightens'])
    expect(groups[0]?.evidence.map(({ report: { id } }) => id)).toEqual(['r2'])
  })

  test('of one day, by what was known', () => {
    const { groups } = comparisonOf(at('2023-01-01', '2021-01-01'), at('2023-01-01'))
    expect(groups.map(({ change: id }) => id)).toEqual(['open'])
    expect(comparisonOf(at('2023-01-01'), at('2023-01-01')).differences).toEqual([])
  })

  test('with one later day from several earlier ones, in any order', () => {
    const changesFrom = (on: string) => comparisonOf(at(on), at('2022-05-31')).groups.map(({ change: id }) => id)
    expect(changesFrom('2021-01-01')).toEqual(['open'])
    expect(changesFrom('2022-05-20')).toEqual([])
    expect(changesFrom('2019-01-01')).toEqual(['open'])
    expect(changesFrom('2022-05-20')).toEqual([])
  })

  test('of two editions: a case that one of them does not have counts as unstated there', () => {
    const ships = (dimension: (typeof dossier)['dossier']['dimensions'][number]) => ({
      ...dimension,
      values: dimension.values.filter(({ id }) => id !== 'ship'),
    })
    const smaller = compileDossier(
      emptyDossier({
        dossier: { ...dossier.dossier, dimensions: dossier.dossier.dimensions.map(ships) },
        rules: [],
        changes: [],
        reports: [],
      }),
    )
    const there = comparisonOf(at('2021-01-01', undefined, smaller), at('2021-01-01'))
    const back = comparisonOf(at('2021-01-01'), at('2021-01-01', undefined, smaller))
    expect(Object.keys(there.directions)).toEqual(['introduces'])
    expect(Object.keys(back.directions)).toEqual(['repeals'])
    expect(back.differences.length).toBe(there.differences.length)
  })

  test('as CSV: a row per case, formulas made harmless', () => {
    const comparison = comparisonOf(at('2021-01-01'), at('2022-05-31'))
    const [first] = comparison.differences
    if (!first) throw new Error('nothing differs')
    const harmful = { ...first, after: { ...first.after, conditions: ['=SUM(A1), or worse'] } }
    const csv = comparisonCsv(dossier.dossier, { ...comparison, count: 1, differences: [harmful] }, 'en')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    const [head, row] = csv.slice(1).split('\r\n')
    expect(head).toBe(
      'thing,place,direction,change,before,before rule,before conditions,after,after rule,after conditions,' +
        'before duties,before next,after duties,after next',
    )
    expect(row).toMatch(/^ship,\w+,relaxes,open,prohibited,arms,,permitted,arms,"'=SUM\(A1\), or worse",,,,$/)
  })
})

describe('what an address asks to compare', () => {
  const read = (query: string) =>
    sidesOf({
      address: api.compare,
      query: readQuery(api.compare, new URLSearchParams(query), ['thing', 'place']),
      dossier: dossier.dossier,
      today: '2026-11-25',
      present: '2026-11-25',
    })

  test('up to today from a year before, unless it says otherwise', () => {
    expect(read('')).toMatchObject({ from: { on: '2025-11-25' }, to: { on: '2026-11-25' } })
    expect(read('to=2024-03-01&from=2023&fromKnown=2023-06-01&toEdition=3')).toEqual({
      from: { on: '2023-01-01', known: '2023-06-01', edition: undefined },
      to: { on: '2024-03-01', known: undefined, edition: 3 },
      values: {},
    })
  })

  test.each(['from=yesterday', 'toEdition=0', 'fromKnown=2023-13', 'edition=2'])('%s is refused by name', (query) => {
    const name = query.split('=')[0]
    expect(() => read(query)).toThrow(expect.objectContaining({ name: BadParameter.name, parameter: name }))
  })
})

test('a matrix as CSV crosses every value of two dimensions', () => {
  const axes = readAxes({ rows: 'place', columns: undefined }, dossier.dossier)
  expect(axes).toEqual({ rows: 'place', columns: 'thing' })
  const lines = matrixCsv(matrixForm(at('2021-01-01'), axes, {}, { edition: 1 }))
    .slice(1)
    .trimEnd()
    .split('\r\n')
  const [head = '', ...rows] = lines.map((line) => line.split(','))
  expect(head[0]).toBe('place \\ thing')
  const column = head.indexOf('ship')
  expect(rows.every((row) => row[column] === 'prohibited')).toBe(true)
  expect(() => readAxes({ rows: 'x', columns: undefined }, dossier.dossier)).toThrow(BadParameter)
})

test('where a rule is ended by a new change on the day its own is repealed, the new one explains it', () => {
  const compiled = compileDossier(
    emptyDossier({
      rules: [rule('ban'), rule('exception', { scope: { thing: ['ship'] } })],
      changes: [
        change('old', { rule: 'ban', to: 'prohibited' }),
        change('eased', { rule: 'exception', to: 'conditional' }),
        change('abolished', { rule: 'exception', to: 'none' }),
      ],
      reports: [
        report('r1', '2014-04-01', moves('old', 'in_force')),
        report('r2', '2023-12-22', moves('eased', 'in_force')),
        report('r3', '2026-04-21', moves('abolished', 'in_force'), moves('eased', 'repealed')),
      ],
    }),
  )
  const { groups } = comparisonOf(momentAt(compiled, { on: '2026-04-20' }), momentAt(compiled, { on: '2026-04-21' }))
  expect(groups.map((group) => [group.change, group.directions])).toEqual([['abolished', { tightens: 2 }]])
})
