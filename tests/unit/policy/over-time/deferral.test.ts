import { expect, test } from 'vitest'
import { compileDossier, deferralsOf, momentAt } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const act = change('act', { rule: 'arms', to: 'required', from: '2026-08-02' })
const delay = change('delay', { rule: 'arms', to: 'not_required' }, { rule: 'arms', to: 'required', from: '2027-12' })
const compiled = compileDossier(
  emptyDossier({
    rules: [rule('arms')],
    changes: [act, delay],
    reports: [
      report('a', '2024-08-01', moves('act', 'in_force', '2024-08-01')),
      report('b', '2026-07-27', moves('delay', 'in_force', '2026-07-27')),
    ],
  }),
)
const deferred = (on: string, known?: string) =>
  deferralsOf(momentAt(compiled, { on, known })).map((one) => [one.rule.id, one.from, one.to, one.change])

test('a date that a later change put off is told with both dates, at their precision', () => {
  expect(deferred('2026-11-29')).toEqual([['arms', '2026-08-02', '2027-12', 'delay']])
})

test('before the change was in force, or known, nothing was put off', () => {
  expect(deferred('2026-07-26')).toEqual([])
  expect(deferred('2026-11-29', '2026-07-01')).toEqual([])
})
