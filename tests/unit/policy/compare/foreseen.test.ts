import { expect, test } from 'vitest'
import type { Report } from '@/lib/model'
import { comparisonOf, compileDossier, momentAt } from '@/lib/policy'
import { committedDossier } from '../../../support/dossier-checks'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

test('comparing the day before the omnibus with its own tells what it moved, and no other two days do', async () => {
  const { compiled } = await committedDossier('eu-ai-act')
  const compare = (from: string, to: string) =>
    comparisonOf(momentAt(compiled, { on: from }), momentAt(compiled, { on: to }), {}, 'foreseen')
  const { groups } = compare('2026-07-26', '2026-07-27')
  const delay = groups.find(({ change: id }) => id === 'high-risk-delay')
  expect(Object.keys(delay?.directions ?? {})).toEqual(['postpones'])
  expect(delay?.differences[0]).toMatchObject({
    before: { disposition: 'not_required' },
    nexts: {
      before: { on: '2026-08-02', disposition: 'required' },
      after: { on: '2027-12-02', disposition: 'required' },
    },
  })
  expect(compare('2026-07-27', '2026-07-28').count).toBe(0)
  expect(compare('2026-06-01', '2026-07-26').nexts).toBe(0)
})

const arms = (...reports: Report[]) =>
  compileDossier(emptyDossier({ rules: [rule('arms')], changes: [change('opening', { rule: 'arms' })], reports }))
const compared = (compiled: ReturnType<typeof arms>, from: string, to: string, known: [string?, string?] = []) =>
  comparisonOf(
    momentAt(compiled, { on: from, known: known[0] }),
    momentAt(compiled, { on: to, known: known[1] }),
    {},
    'foreseen',
  )

test('what was announced by a day is foreseen on it, and what moved it later is not', () => {
  const compiled = arms(
    report('a-announces', '2024-01-10', moves('opening', 'in_force', '2024-06-01')),
    report('b-postpones', '2024-03-10', moves('opening', 'in_force', '2024-09-01')),
  )
  expect(compared(compiled, '2024-01-09', '2024-01-10').directions).toEqual({ schedules: 6 })
  expect(compared(compiled, '2024-01-10', '2024-03-09').count).toBe(0)
  const { differences } = compared(compiled, '2024-03-09', '2024-03-10')
  expect(differences[0]).toMatchObject({
    direction: 'postpones',
    nexts: { before: { on: '2024-06-01' }, after: { on: '2024-09-01' } },
  })
})

test('what happened is foreseen by nobody who was not told, but counts from its day, whenever it was told', () => {
  const compiled = arms(report('late', '2024-08-01', moves('opening', 'in_force', '2024-06-01')))
  expect(compared(compiled, '2024-05-01', '2024-05-31').count).toBe(0)
  expect(compared(compiled, '2024-05-31', '2024-06-01').directions).toEqual({ introduces: 6 })
})

test('a side that names what was known goes by that', () => {
  const compiled = arms(report('late', '2024-08-01', moves('opening', 'in_force', '2024-06-01')))
  expect(compared(compiled, '2024-05-01', '2024-05-31', ['2024-05-01', '2024-08-01']).directions).toEqual({
    schedules: 6,
  })
})
