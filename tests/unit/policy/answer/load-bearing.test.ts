import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileDossier, decisionsOn, loadOf, momentAt, verdictOf } from '@/lib/policy'
import { withoutReport } from '@/lib/policy/standing/without-report'
import { anyDay, anyDossier, change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const opening = change('opening', { rule: 'arms', to: 'permitted' })
const told = (...reports: Parameters<typeof report>[]) =>
  compileDossier(
    emptyDossier({ rules: [rule('arms')], changes: [opening], reports: reports.map((one) => report(...one)) }),
  )
const question = { thing: 'ship', place: 'near' }
const loadIn = (compiled: ReturnType<typeof told>, on = '2024-06-01', known?: string) => {
  const moment = momentAt(compiled, { on, known })
  return loadOf(moment, question, decisionsOn(moment, question))
}

test('an answer that one report tells hangs on it', () => {
  const load = loadIn(told(['only', '2024-01-02', moves('opening', 'in_force', '2024-01-01')]))
  expect(load?.reports).toBe(1)
  expect(load?.bearing.map(({ report: { id }, otherwise }) => [id, otherwise.disposition])).toEqual([
    ['only', 'unstated'],
  ])
})

test('an answer that two reports tell hangs on neither; as known before the second it hung on the first', () => {
  const compiled = told(
    ['first', '2024-01-02', moves('opening', 'in_force', '2024-01-01')],
    ['second', '2024-03-02', moves('opening', 'in_force', '2024-01-01')],
  )
  expect(loadIn(compiled)).toEqual({ reports: 2, bearing: [] })
  expect(loadIn(compiled, '2024-06-01', '2024-02-01')?.bearing).toHaveLength(1)
})

test('without a decision nothing is asked', () => {
  expect(loadIn(told())).toBeNull()
})

test('a moment without a report is that of the dossier without it', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, fc.nat(), (records, on, pick) => {
      const { reports } = records
      if (reports.length === 0) return
      const gone = reports[pick % reports.length]?.id ?? ''
      const compiled = compileDossier(records)
      const rest = compileDossier({ ...records, reports: reports.filter(({ id }) => id !== gone) })
      const kase = Object.fromEntries(
        compiled.dimensions.map(({ dimension, leaves }) => [dimension.id, leaves[pick % leaves.length] ?? '']),
      )
      const { disposition, rule: by, since } = verdictOf(withoutReport(momentAt(compiled, { on }), gone), kase)
      const plain = verdictOf(momentAt(rest, { on }), kase)
      expect([disposition, by, since]).toEqual([plain.disposition, plain.rule, plain.since])
    }),
  )
})
