import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/model'
import { compileDossier, momentAt, ruleHistory, statusOf, waitingHistory } from '@/lib/policy'
import { anyDossier, change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const dossier = (...reports: ReturnType<typeof report>[]) =>
  compileDossier(
    emptyDossier({
      rules: [rule('tier')],
      changes: [change('diffusion', { rule: 'tier', from: '2025-05-15' })],
      reports,
    }),
  )
const made = report('a', '2025-01-13', moves('diffusion', 'in_force'))

test('a rule whose change was suspended before it applied has a history, though it never spoke', () => {
  const compiled = dossier(made, report('b', '2025-05-13', moves('diffusion', 'suspended')))
  expect(ruleHistory(compiled, 'tier')).toEqual([])
  expect(waitingHistory(compiled, 'tier')).toEqual([
    {
      from: '2025-01-13',
      shown: '2025-01-13',
      until: '2025-05-12',
      value: { change: 'diffusion', stage: 'in_force', from: '2025-05-15' },
    },
    {
      from: '2025-05-13',
      shown: '2025-05-13',
      until: null,
      value: { change: 'diffusion', stage: 'suspended', from: null },
    },
  ])
  expect(waitingHistory(compiled, 'tier', { known: '2025-05-01' })).toMatchObject([{ until: '2025-05-14' }])
})

test('the wait ends where the rule speaks; one that speaks at once, or whose change was never in force, has none', () => {
  expect(waitingHistory(dossier(made), 'tier')).toMatchObject([{ from: '2025-01-13', until: '2025-05-14' }])
  expect(waitingHistory(dossier(report('a', '2025-05-15', moves('diffusion', 'in_force'))), 'tier')).toEqual([])
  expect(waitingHistory(dossier(report('a', '2025-01-13', moves('diffusion', 'withdrawn'))), 'tier')).toEqual([])
  expect(waitingHistory(dossier(made), 'none')).toEqual([])
})

test('in no stretch of a wait does the rule speak, and the wait stands before all that it said', () => {
  fc.assert(
    fc.property(anyDossier, (records) => {
      const compiled = compileDossier(records)
      for (const { id } of records.rules) {
        const spoke = ruleHistory(compiled, id)[0]?.from
        for (const { from, until } of waitingHistory(compiled, id))
          for (const on of [from, until ?? addDays(from, 400)].filter((day) => spoke === undefined || day < spoke)) {
            expect(statusOf(momentAt(compiled, { on }), id)).toBeNull()
            expect(until === null || spoke === undefined || until < spoke).toBe(true)
          }
      }
    }),
    { numRuns: 200 },
  )
})
