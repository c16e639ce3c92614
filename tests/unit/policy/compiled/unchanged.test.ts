import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allContradictions,
  changesInMotion,
  classesOf,
  comingDates,
  comparisonOf,
  compileDossier,
  decisionsOn,
  differencesOfPublishing,
  forecastsAt,
  impactOf,
  momentAt,
  outlookOf,
  pendingOn,
  questionHistory,
  ruleHistory,
  turningDays,
  verdictOf,
  waitingHistory,
} from '@/lib/policy'
import { anyDay, anyDossier } from '../../../support/dossiers'

test('whatever is asked of a compiled dossier, it stays as it was made', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, anyDay, (records, on, other) => {
      const compiled = compileDossier(records)
      const made = structuredClone(compiled)
      const [now, then] = [momentAt(compiled, { on }), momentAt(compiled, { on: other, known: on })]
      for (const moment of [now, then]) {
        for (const { case: kase } of decisionsOn(moment, {}).cases) verdictOf(moment, kase)
        pendingOn(moment, compiled.rules)
        changesInMotion(moment)
        comingDates(moment)
        forecastsAt(moment)
        allContradictions(moment)
        outlookOf(moment, {})
      }
      comparisonOf(then, now)
      turningDays(compiled)
      questionHistory(compiled, classesOf(compiled, {}))
      for (const { id } of compiled.rules) {
        ruleHistory(compiled, id)
        waitingHistory(compiled, id)
      }
      for (const report of records.reports) for (const at of report.effects.keys()) impactOf(compiled, report.id, at)
      differencesOfPublishing(compiled, compileDossier({ ...records, reports: [] }), on)
      expect(compiled).toEqual(made)
    }),
    { numRuns: 40 },
  )
})
