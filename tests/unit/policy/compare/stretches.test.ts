import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answersMoved,
  type Compiled,
  comparisonOf,
  compileDossier,
  differingStretches,
  momentAt,
  turningDays,
} from '@/lib/policy'
import { anyDay, anyDossier, change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const first = '1900-01-01'

const dossier = (since: string, until?: string) =>
  compileDossier(
    emptyDossier({
      rules: [rule('arms', { scope: { place: ['far'] } })],
      changes: [change('open', { rule: 'arms', until: until ?? null })],
      reports: [report('a', '2024-02-01', moves('open', 'in_force', since))],
    }),
  )

test('an entry into force that is put on another day moves the answers of the days between', async () => {
  const [before, after] = [dossier('2023-12-22'), dossier('2024-01-15')]
  expect(await differingStretches(before, after, { first })).toEqual({
    stretches: [{ from: '2023-12-22', until: '2024-01-14', count: 3 }],
    since: null,
  })
  expect((await differingStretches(before, dossier('2023-12-22', '2024-05-01'), { first })).stretches).toEqual([
    { from: '2024-05-02', until: null, count: 3 },
  ])
  expect((await differingStretches(before, before, { first })).stretches).toEqual([])
})

test('of many days the latest are compared, and it is told since when', async () => {
  expect(await differingStretches(dossier('2023-12-22'), dossier('2024-01-15'), { first, most: 1 })).toEqual({
    stretches: [],
    since: '2024-01-15',
  })
})

test('of more cases than can be compared at once the latest days are, and it is told since when', async () => {
  const [before, after] = [dossier('2023-12-22'), dossier('2024-01-15')]
  expect(await differingStretches(before, after, { first, compare: 5 })).toEqual({
    stretches: [{ from: '2023-12-22', until: '2024-01-14', count: 3 }],
    since: '2023-12-22',
  })
})

test('a day lies in a stretch exactly when its answers differ, and the stretch counts them', async () => {
  const differing = (a: Compiled, b: Compiled, on: string) =>
    answersMoved(comparisonOf(momentAt(a, { on }), momentAt(b, { on })))
  await fc.assert(
    fc.asyncProperty(anyDossier, anyDossier, fc.nat(3), anyDay, async (records, other, taken, day) => {
      const changed = {
        ...records,
        reports: taken === 0 ? records.reports.slice(1) : records.reports,
        changes: taken === 1 ? other.changes : records.changes,
        rules: taken === 2 ? other.rules : records.rules,
        dossier: taken === 3 ? other.dossier : records.dossier,
      }
      const [a, b] = [compileDossier(records), compileDossier(changed)]
      const { stretches } = await differingStretches(a, b, { first })
      for (const on of [day, first, ...turningDays(a), ...turningDays(b)]) {
        const stretch = stretches.find(({ from, until }) => from <= on && (until === null || on <= until))
        expect(stretch?.count ?? 0).toBe(differing(a, b, on))
      }
    }),
    { numRuns: 200 },
  )
})
