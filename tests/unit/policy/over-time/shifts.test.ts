import { expect, test } from 'vitest'
import { classesOf, compileDossier, shiftsOf } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const compiled = compileDossier(
  emptyDossier({
    rules: [
      rule('ban', { scope: { thing: ['weapon'] } }),
      rule('near', { scope: { thing: ['weapon'], place: ['near'] } }),
    ],
    changes: [change('first', { rule: 'ban', to: 'prohibited' }), change('opening', { rule: 'near', to: 'permitted' })],
    reports: [
      report('then', '1990-05', moves('first', 'in_force')),
      report('later', '2020-03-02', moves('opening', 'in_force')),
    ],
  }),
)

test('of an answer that depends each day is told on which some of its cases came to be answered otherwise', () => {
  expect(shiftsOf(compiled, classesOf(compiled, {}))).toEqual([
    {
      on: '1990-05-01',
      shown: '1990-05',
      shifted: [{ before: 'unstated', after: 'prohibited', cases: 4 }],
      changes: ['first'],
    },
    {
      on: '2020-03-02',
      shown: '2020-03-02',
      shifted: [{ before: 'prohibited', after: 'permitted', cases: 2 }],
      changes: ['opening'],
    },
  ])
})

test('nothing is told of what is not known by the day, nor of what is not asked', () => {
  expect(shiftsOf(compiled, classesOf(compiled, {}), { known: '2000-01-01' }).map(({ on }) => on)).toEqual([
    '1990-05-01',
  ])
  expect(shiftsOf(compiled, classesOf(compiled, { place: 'far' })).map(({ on }) => on)).toEqual(['1990-05-01'])
})
