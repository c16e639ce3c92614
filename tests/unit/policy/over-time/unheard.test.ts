import { describe, expect, test } from 'vitest'
import type { Report } from '@/lib/model'
import { compileDossier, momentAt, unheardChanges, unreportedForecasts } from '@/lib/policy'
import { change, emptyDossier, moves, report } from '../../../support/dossiers'

const compiled = (...reports: Report[]) =>
  compileDossier(emptyDossier({ changes: [change('c'), change('d')], reports }))
const unheard = (on: string, ...reports: Report[]) =>
  unheardChanges(momentAt(compiled(...reports), { on })).map(({ change, report, days }) => [change.id, report.id, days])

describe('a pending change', () => {
  const proposed = report('proposed', '2025-08-31', moves('c', 'proposed'))

  test('is one of which nothing is heard half a year after its last report, to the day', () => {
    expect(unheard('2026-02-27', proposed)).toEqual([])
    expect(unheard('2026-02-28', proposed)).toEqual([['c', 'proposed', 181]])
    expect(unheard('2025-08-30', proposed)).toEqual([])
  })

  test('is heard of by a stance or a forecast too', () => {
    const stance: Report = {
      ...report('stance', '2026-01-10'),
      positions: [{ actor: 'a', change: 'c', stance: 'wary' }],
    }
    expect(unheard('2026-07-09', proposed, stance)).toEqual([])
    expect(unheard('2026-07-10', proposed, stance)).toEqual([['c', 'stance', 181]])
  })

  test('was last heard of at the end of a month where no day is known, or today within it', () => {
    const month = report('month', '2025-12', moves('c', 'agreed', '2025-12'))
    expect(unheard('2026-06-29', proposed, month)).toEqual([])
    expect(unheard('2026-06-30', proposed, month)).toEqual([['c', 'month', 181]])
    expect(unheard('2025-12-05', month)).toEqual([])
  })

  test('is none once it is in force or withdrawn; of several the longest silent comes first', () => {
    const other = report('other', '2025-01-01', moves('d', 'floated'))
    expect(unheard('2026-03-01', proposed, other).map(([id]) => id)).toEqual(['d', 'c'])
    const inForce = report('in-force', '2025-08-31', moves('c', 'in_force'))
    expect(unheard('2026-03-01', proposed, inForce)).toEqual([])
    expect(unheard('2026-03-01', proposed, report('gone', '2025-09-01', moves('c', 'withdrawn')))).toEqual([])
  })
})

test('a forecast whose window has closed is unreported, unless its change is unsettled and told of there', () => {
  const forecast: Report = {
    ...report('forecast', '2025-01-10', moves('c', 'proposed')),
    expectations: [{ change: 'c', stage: 'in_force', until: '2025-03' }],
  }
  const suspended: Report = {
    ...report('suspended', '2025-02-01', moves('d', 'suspended')),
    expectations: [{ change: 'd', stage: 'in_force', from: '2025-03-01', until: '2025-03-01' }],
  }
  const before = report('before', '2024-01-01', moves('d', 'in_force'))
  const told = (on: string) =>
    unreportedForecasts(momentAt(compiled(forecast, before, suspended), { on })).map(({ report, days }) => [
      report.id,
      days,
    ])
  expect(told('2025-03-31')).toEqual([])
  expect(told('2025-04-02')).toEqual([['forecast', 2]])
})
