import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DossierRecords } from '@/lib/model'
import { type Compiled, compileDossier } from '@/lib/policy'
import { courseOf } from '@/lib/policy/standing/course'
import { anyDossier } from '../../../support/dossiers'

/** A dossier in which some records of another stand, are told otherwise, or are gone, the others being the very same objects. */
function turned(one: DossierRecords, other: DossierRecords, picks: readonly number[]): DossierRecords {
  const changeIds = new Set(one.changes.map(({ id }) => id))
  const tells = ({ effects, positions, expectations }: DossierRecords['reports'][number]) =>
    [...effects, ...positions, ...expectations].every(({ change }) => changeIds.has(change))
  const pick = (at: number) => picks[at % picks.length] ?? 0
  const foreign = new Map(other.reports.filter(tells).map((report) => [report.id, report]))
  const kept = one.reports.flatMap((report, at) => {
    if (pick(at) === 0) return []
    if (pick(at) === 2) return [{ ...report, headline: 'Told in other words' }]
    return pick(at) === 1 ? [foreign.get(report.id) ?? { ...report, effects: [] }] : [report]
  })
  const known = new Set(one.reports.map(({ id }) => id))
  const more = [...foreign.values()].filter(({ id }) => !known.has(id))
  const changes = one.changes.map((change, at) => (pick(at + 3) === 1 ? { ...change, resolutions: undefined } : change))
  return { ...one, changes, reports: [...kept, ...more] }
}

const anyTurn = fc.record({
  one: anyDossier,
  other: anyDossier,
  picks: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 }),
})

/** What is compiled, however the reports are kept. */
const told = (...given: Parameters<typeof compileDossier>) => {
  const { reports, ...rest } = compileDossier(...given)
  return { ...rest, reports: new Map(Array.from(reports.values(), (one) => [one.report.id, one])) }
}

test('a dossier that is compiled from an earlier form of it is what it is by itself', () => {
  fc.assert(
    fc.property(anyTurn, ({ one, other, picks }) => {
      const before = compileDossier(one)
      const after = turned(one, other, picks)
      expect(told(after, [], before)).toEqual(told(after))
      // And back again: what was taken over is not changed.
      expect(told(one, [], compileDossier(after, [], before))).toEqual(told(one))
      expect(told(other, [], before)).toEqual(told(other))
    }),
    { numRuns: 200 },
  )
})

/** How the rules stand over time, asked of what is compiled. */
const coursesOf = ({ rules }: Compiled) => rules.map(courseOf)

test('how rules stand over time is taken over only where it is the same', () => {
  fc.assert(
    fc.property(anyTurn, ({ one, other, picks }) => {
      const before = compileDossier(one)
      const was = coursesOf(before)
      const after = turned(one, other, picks)
      expect(coursesOf(compileDossier(after, [], before))).toEqual(coursesOf(compileDossier(after)))
      expect(coursesOf(before)).toEqual(was)
      const words = { ...one, reports: one.reports.map((report) => ({ ...report, headline: 'In other words' })) }
      coursesOf(compileDossier(words, [], before)).forEach((course, at) => {
        if (one.changes.every(({ resolutions }) => resolutions === undefined)) expect(course).toBe(was[at])
      })
    }),
    { numRuns: 200 },
  )
})

test('what is the same is the very same', () => {
  fc.assert(
    fc.property(anyDossier, (one) => {
      const before = compileDossier(one)
      const again = compileDossier({ ...one, reports: [...one.reports] }, [], before)
      for (const told of again.reports.values()) expect(told).toBe(before.reports.get(told.report.id))
      again.changes.forEach((change, at) => {
        if (change.change.resolutions === undefined) expect(change).toBe(before.changes[at])
      })
    }),
    { numRuns: 30 },
  )
})
