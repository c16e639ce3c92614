import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type DossierRecords, firstDay, lastDay, publishedDate } from '@/lib/model'
import {
  type Compiled,
  casesOf,
  compareMoments,
  compileDossier,
  decide,
  differs,
  momentAt,
  turningDays,
  turningDaysAround,
} from '@/lib/policy'
import { anyDay, anyDossier } from '../../../support/dossiers'

const maybeKnown = fc.option(anyDay, { nil: undefined })

/** All answers on a day as one text. */
function everyAnswer(compiled: Compiled, on: string, known: string | undefined): string {
  const moment = momentAt(compiled, { on, known })
  return JSON.stringify(
    casesOf(compiled, {}).map((kase) => {
      const { disposition, conditions, duties } = decide(moment, kase)
      return [disposition, conditions, duties.map(({ change: _, ...duty }) => duty)]
    }),
  )
}

/** Every day that a dossier names, and the days after those on which something ends. */
function daysNamed({ dossier, changes, reports }: DossierRecords): string[] {
  const days = [
    ...changes.flatMap(({ alterations }) =>
      alterations.flatMap(({ from, until }) => [
        ...(from ? [firstDay(from)] : []),
        ...(until && until < '9999' ? [addDays(lastDay(until), 1)] : []),
      ]),
    ),
    ...reports.flatMap(({ published, effects }) => [
      firstDay(publishedDate(published, dossier.timeZone)),
      ...effects.flatMap(({ on }) => (on ? [firstDay(on)] : [])),
    ]),
  ]
  return [...new Set(days)].sort()
}

test('the turning days are the days named on which some answer is another than the day before', () => {
  fc.assert(
    fc.property(anyDossier, maybeKnown, (records, known) => {
      const compiled = compileDossier(records)
      const plain = daysNamed(records).filter(
        (day) => everyAnswer(compiled, day, known) !== everyAnswer(compiled, addDays(day, -1), known),
      )
      expect(turningDays(compiled, { known })).toEqual(plain)
    }),
    { numRuns: 300 },
  )
})

test('the nearest turning days can be asked in any order', () => {
  fc.assert(
    fc.property(anyDossier, maybeKnown, fc.array(anyDay, { minLength: 1, maxLength: 5 }), (records, known, asked) => {
      const compiled = compileDossier(records)
      const around = asked.map((day) => turningDaysAround(compiled, day, { known }))
      const days = turningDays(compileDossier(records), { known })
      expect(around).toEqual(
        asked.map((day) => ({
          previous: days.findLast((other) => other < day) ?? null,
          next: days.find((other) => other > day) ?? null,
        })),
      )
    }),
  )
})

test('two editions of a dossier differ where their answers do', () => {
  fc.assert(
    fc.property(anyDossier, anyDossier, fc.nat(2), anyDay, anyDay, (before, other, taken, from, to) => {
      const after = {
        ...before,
        rules: taken === 0 ? other.rules : before.rules,
        changes: taken === 1 ? other.changes : before.changes,
        dossier: taken === 2 ? other.dossier : before.dossier,
        reports: before.reports.slice(1),
      }
      const [a, b] = [compileDossier(before), compileDossier(after)]
      const [then, now] = [momentAt(a, { on: from }), momentAt(b, { on: to })]
      const plain = casesOf(b, {}).filter((kase) => differs(decide(then, kase), decide(now, kase)))
      expect(compareMoments(then, now).map((difference) => difference.case)).toEqual(plain)
    }),
    { numRuns: 200 },
  )
})
