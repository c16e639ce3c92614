import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DossierRecords, daysBetween, type Report } from '@/lib/model'
import {
  compareMoments,
  compileDossier,
  type Decision,
  differencesOfPublishing,
  momentAt,
  turningDays,
} from '@/lib/policy'
import { anyDossier, change, emptyDossier, leaf, moves, report, rule } from '../../../support/dossiers'

const today = '2026-11-29'
const lamps = (over: Partial<DossierRecords>): DossierRecords =>
  emptyDossier({
    dossier: {
      ...emptyDossier().dossier,
      dimensions: [
        { id: 'thing', values: [leaf('lamp'), leaf('chair')] },
        { id: 'place', values: [leaf('home'), leaf('shop')] },
      ],
    },
    rules: [rule('lamps', { scope: { thing: ['lamp'] } })],
    changes: [change('act', { rule: 'lamps', to: 'required' })],
    ...over,
  })
const reviewed = (before: DossierRecords, after: DossierRecords) =>
  differencesOfPublishing(compileDossier(before), compileDossier(after), today).moved.map(
    ({ day, differences }) => `${day}: ${differences.length} ${differences[0]?.direction}`,
  )

describe('the days on which a review looks', () => {
  test('a report counts on its day in the dossier’s zone, not on the one that its instant is written with', () => {
    const repealed = report('2024-06-10-b', '2024-06-10', moves('act', 'repealed'))
    const late = report('2024-05-31-late', '2024-05-31T23:30:00-05:00', moves('act', 'in_force'))
    expect(reviewed(lamps({ reports: [repealed] }), lamps({ reports: [late, repealed] }))).toEqual([
      '2024-06-01: 2 introduces',
    ])
  })

  test('the dates of alterations are looked at, in both forms', () => {
    const reports = [report('2024-06-10-b', '2024-06-10', moves('act', 'in_force'))]
    const from = (day: string | null, until: string | null = null) =>
      lamps({ reports, changes: [change('act', { rule: 'lamps', to: 'required', from: day, until })] })
    expect(reviewed(from('2027-01-01'), from('2028-01-01'))).toEqual(['2027-01-01: 2 repeals'])
    expect(reviewed(from('2028-01-01'), from('2027-01-01'))).toEqual(['2027-01-01: 2 introduces'])
    expect(reviewed(from('2028'), from('2027-03'))).toEqual(['2027-03-01: 2 introduces'])
    expect(reviewed(from(null), from(null, '2027-12-31'))).toEqual(['2028-01-01: 2 repeals'])
    expect(reviewed(from(null, '2027-12-31'), from(null, '2028-02-29'))).toEqual(['2028-01-01: 2 introduces'])
    expect(reviewed(from('2027-01-01'), from('2027-01-01'))).toEqual([])
  })

  test('what another change hides until it ends moves when it ends', () => {
    const reports: Report[] = [
      report('a', '2024-01-01', moves('act', 'in_force')),
      report('b', '2025-01-01', moves('other', 'in_force')),
      report('c', '2026-12-01', moves('other', 'repealed', '2027-05-01')),
    ]
    const to = (disposition: 'required' | 'prohibited') =>
      lamps({
        reports,
        changes: [
          change('act', { rule: 'lamps', to: disposition }),
          change('other', { rule: 'lamps', to: 'permitted' }),
        ],
      })
    expect(reviewed(to('required'), to('prohibited'))).toEqual(['2024-01-01: 2 tightens', '2027-05-01: 2 tightens'])
  })

  test('a rule’s scope, and the values themselves', () => {
    const reports = [report('a', '2024-01-01', moves('act', 'in_force'))]
    const before = lamps({ reports })
    const wider = { ...before, rules: [rule('lamps')] }
    expect(reviewed(before, wider)).toEqual(['2024-01-01: 2 introduces', `${today}: 2 introduces`])
    const dimensions = [{ id: 'thing', values: [leaf('lamp'), leaf('chair')] }]
    const fewer = { ...before, dossier: { ...before.dossier, dimensions } }
    expect(reviewed(before, fewer)[0]).toMatch(/^2024-01-01/)
  })

  test('are a hundred at most, those nearest to today; how many were left out is said', () => {
    const phases = Array.from({ length: 300 }, (_, at) => ({
      rule: 'lamps',
      to: at % 2 === 0 ? ('required' as const) : ('permitted' as const),
      from: `${2000 + at}-01-01`,
    }))
    const reports = [report('a', '1999-01-01', moves('act', 'in_force'))]
    const before = compileDossier(lamps({ reports }))
    const after = compileDossier(lamps({ reports, changes: [change('act', ...phases)] }))
    const { moved, leftOut } = differencesOfPublishing(before, after, today)
    expect(leftOut).toBe(201)
    expect(moved.every(({ day }) => Math.abs(daysBetween(today, day)) < 366 * 76)).toBe(true)
  })
})

/** One dossier with a change, a rule or the reports of another. */
function mixed(one: DossierRecords, other: DossierRecords, what: number): DossierRecords {
  const [rules, changes] = [one.rules, one.changes].map((all) => new Set(all.map(({ id }) => id)))
  const alterations = other.changes[0]?.alterations.filter(({ rule }) => rules?.has(rule)) ?? []
  const reports = other.reports.filter(({ effects }) => effects.every(({ change }) => changes?.has(change)))
  if (what === 0) return { ...one, changes: one.changes.map((own, at) => (at === 0 ? { ...own, alterations } : own)) }
  if (what === 1)
    return {
      ...one,
      rules: one.rules.map((own, at) => (at === 0 ? { ...own, scope: other.rules[0]?.scope ?? {} } : own)),
    }
  return { ...one, reports }
}

test('every day on which the answers of two random forms come to differ otherwise is told, and no other', () => {
  fc.assert(
    fc.property(anyDossier, anyDossier, fc.nat(2), (one, other, what) => {
      const before = compileDossier(one)
      const after = compileDossier(mixed(one, other, what))
      const { moved, leftOut } = differencesOfPublishing(before, after, today)
      if (leftOut > 0) return
      const toldDays = new Set(moved.map(({ day }) => day))
      const days = [...new Set([...turningDays(before), ...turningDays(after), today])].sort()
      let last = '[]'
      for (const day of days) {
        const differences = compareMoments(momentAt(before, { on: day }), momentAt(after, { on: day }))
        const told = ({ disposition, conditions, duties }: Decision) => [
          disposition,
          conditions,
          duties.map(({ change: _, ...duty }) => duty),
        ]
        const form = JSON.stringify(differences.map((one) => [one.case, told(one.before), told(one.after)]))
        const expected = differences.length > 0 && (day === today || form !== last)
        expect({ day, told: toldDays.has(day) }).toEqual({ day, told: expected })
        last = form
      }
    }),
    { numRuns: 60 },
  )
})
