import { expect, test } from 'vitest'
import { sidesOf } from '@/app/_components/reports/contradiction-sides'
import { allContradictions, compileDossier, momentAt } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '@/tests/support/dossiers'

const found = (reports: ReturnType<typeof report>[], holds?: string) => {
  const open = change('open', { rule: 'arms' })
  const resolved = holds
    ? { ...open, resolutions: [{ about: 'dates' as const, holds, reason: 'It was there.' }] }
    : open
  const records = emptyDossier({ rules: [rule('arms')], changes: [resolved], reports })
  const [first] = allContradictions(momentAt(compileDossier(records), { on: '2024-01-01' }))
  if (!first) throw new Error('Nothing is contradicted.')
  const { otherwise, against } = sidesOf(first)
  const ids = (effects: typeof against) => effects.map(({ report: { id } }) => id)
  return { otherwise: ids(otherwise), against: ids(against) }
}

const dated = (id: string, on: string) => report(id, '2023-08-01', moves('open', 'agreed', on))

test('what most say stands against those who say otherwise, unless an editor holds with one of them', () => {
  const reports = [
    dated('a', '2023-07-05'),
    dated('b', '2023-07-05'),
    dated('c', '2023-07-06'),
    dated('d', '2023-07-07'),
  ]
  expect(found(reports)).toEqual({ otherwise: ['c', 'd'], against: ['a', 'b'] })
  expect(found(reports, 'c')).toEqual({ otherwise: ['a', 'b', 'd'], against: ['c'] })
})

test('who disputes stands on one side, all that is disputed on the other', () => {
  const dispute = report('d', '2023-08-02', { ...moves('open', 'agreed'), kind: 'disputes' })
  expect(found([dated('a', '2023-07-05'), dated('b', '2023-07-05'), dispute])).toEqual({
    otherwise: ['d'],
    against: ['a', 'b'],
  })
})
