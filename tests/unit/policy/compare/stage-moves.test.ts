import { expect, test } from 'vitest'
import { compileDossier, momentAt, stageMoves } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const dossier = (...reports: ReturnType<typeof report>[]) =>
  compileDossier(
    emptyDossier({
      rules: [rule('arms')],
      changes: [change('open', { rule: 'arms' }), change('close', { rule: 'arms' })],
      reports,
    }),
  )
const proposed = report('a', '2023-08-01', moves('open', 'proposed'))
const on = '2023-09-01'

test('a change that another state of the reports puts at another stage, or day, is told with both', () => {
  const before = momentAt(dossier(proposed), { on })
  const after = momentAt(
    dossier(report('a', '2023-08-01', moves('open', 'agreed')), report('b', '2023-08-03', moves('close', 'floated'))),
    { on },
  )
  expect(stageMoves(before, after)).toMatchObject([
    { change: 'open', before: { stage: 'proposed' }, after: { stage: 'agreed' } },
    { change: 'close', before: null, after: { stage: 'floated' } },
  ])
  const dated = momentAt(dossier(report('a', '2023-08-01', moves('open', 'proposed', '2023-07-01'))), { on })
  expect(stageMoves(before, dated)).toMatchObject([{ before: { on: '2023-08-01' }, after: { on: '2023-07-01' } }])
  expect(stageMoves(before, before)).toEqual([])
  expect(stageMoves(before, momentAt(dossier(), { on }))).toMatchObject([{ change: 'open', after: null }])
})
