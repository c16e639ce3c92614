import { expect, test } from 'vitest'
import type { Effect } from '@/lib/model'
import { byWeight, compileDossier, effectsOf, momentAt, restsOnUnseenAlone } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const told = (kind: Effect['kind'], over: Partial<Effect> = {}): Effect => ({
  ...moves('open', undefined),
  kind,
  ...over,
})
const quote = { text: 'We have decided.', language: 'en' }
const at = (reports: ReturnType<typeof report>[], on = '2024-06-01') =>
  momentAt(
    compileDossier(emptyDossier({ rules: [rule('arms')], changes: [change('open', { rule: 'arms' })], reports })),
    { on },
  )
const ofOpen = (moment: ReturnType<typeof at>) => byWeight(effectsOf(moment, 'open')).map(({ report: { id } }) => id)

const reports = [
  report('applied', '2020-01-01', told('applies', { quote })),
  report('floated', '2023-01-01', moves('open', 'floated')),
  report('proposed', '2023-08-23', moves('open', 'proposed')),
  report('in-force', '2023-12-22', moves('open', 'in_force')),
  report('in-force-quoted', '2023-12-22', { ...moves('open', 'in_force'), quote }),
  report('in-force-again', '2024-02-01', moves('open', 'in_force')),
  report('confirmed', '2024-03-01', told('confirms', { quote })),
]

test('the steps that give the stage come first, then the earlier ones, then what else is said of it', () => {
  expect(ofOpen(at(reports))).toEqual([
    ...['in-force-quoted', 'in-force', 'in-force-again', 'proposed', 'floated', 'confirmed', 'applied'],
  ])
  expect(ofOpen(at(reports, '2023-09-01'))).toEqual(['proposed', 'floated', 'applied'])
})

test('a change rests on unseen records alone until one that was seen tells of the step, or confirms it', () => {
  const unseen = reports.slice(0, 5).map((one) => ({ ...one, sourcing: 'unseen' as const }))
  const rests = (...more: typeof reports) => restsOnUnseenAlone(at([...unseen, ...more]), 'open')
  expect(rests()).toBe(true)
  expect(rests(report('later', '2024-02-01', moves('open', 'in_force')))).toBe(false)
  expect(rests(report('later', '2024-02-01', told('confirms')))).toBe(false)
  expect(rests(report('later', '2024-02-01', told('applies')))).toBe(true)
  expect(
    rests(report('before', '2023-09-01', moves('open', 'agreed')), report('x', '2022-01-01', told('confirms'))),
  ).toBe(true)
  expect(restsOnUnseenAlone(at(unseen, '2019-01-01'), 'open')).toBe(false)
  expect(restsOnUnseenAlone(at(unseen), 'none')).toBe(false)
})
