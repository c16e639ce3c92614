import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Disposition, type DossierRecords, lastDay, pendingStages, publishedDate } from '@/lib/model'
import {
  answerTo,
  casesOf,
  compareMoments,
  comparisonOf,
  compileDossier,
  type Direction,
  differs,
  directionOf,
  impactOf,
  momentAt,
  verdictOf,
} from '@/lib/policy'
import { anyDay, anyDossier } from '../../support/dossiers'
import { engineVerdict } from '../../support/engine-verdict'
import { anyLife, anyLifeDay, lamp } from '../../support/random/life'
import { referenceAnswer } from '../../support/reference/answer'
import { referenceDifference } from '../../support/reference/compare'
import { knownOf, referenceLife } from '../../support/reference/life'
import { referenceVerdict } from '../../support/reference/verdict'

const maybeKnown = fc.option(anyDay, { nil: undefined, freq: 2 })

/** Everything that can be asked of a dossier at a moment, as one text. */
function everyVerdict(records: DossierRecords, on: string, known: string | undefined): string {
  const compiled = compileDossier(records)
  const moment = momentAt(compiled, { on, known })
  return JSON.stringify(casesOf(compiled, {}).map((kase) => verdictOf(moment, kase)))
}

test('the engine answers as the design is written', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, maybeKnown, (records, on, known) => {
      const compiled = compileDossier(records)
      for (const kase of casesOf(compiled, {}))
        expect(engineVerdict(records, kase, { on, known })).toEqual(referenceVerdict(records, kase, { on, known }))
    }),
    { numRuns: 500 },
  )
})

test('a report that comes to count after `known` changes nothing at `known`', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, anyDay, (records, on, known) => {
      const published = (report: DossierRecords['reports'][number]) =>
        lastDay(publishedDate(report.published, records.dossier.timeZone))
      const without = { ...records, reports: records.reports.filter((report) => published(report) <= known) }
      expect(everyVerdict(records, on, known)).toBe(everyVerdict(without, on, known))
    }),
  )
})

test('retracting a report equals never having had it', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, fc.nat(), (records, on, pick) => {
      fc.pre(records.reports.length > 0)
      const gone = records.reports[pick % records.reports.length]
      const retracted = { ...records, reports: records.reports.filter((report) => report !== gone) }
      const never = structuredClone(retracted)
      expect(everyVerdict(retracted, on, undefined)).toBe(everyVerdict(never, on, undefined))
      for (const verdict of JSON.parse(everyVerdict(retracted, on, undefined)))
        for (const evidence of verdict.evidence) expect(evidence.report.id).not.toBe(gone?.id)
    }),
  )
})

test('the verdict does not depend on the order of records in their files', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, maybeKnown, fc.gen(), (records, on, known, gen) => {
      const shuffled = <T>(list: T[]): T[] => gen(fc.shuffledSubarray, list, { minLength: list.length })
      const other = {
        ...records,
        rules: shuffled(records.rules),
        changes: shuffled(records.changes),
        reports: shuffled(records.reports),
      }
      expect(everyVerdict(other, on, known)).toBe(everyVerdict(records, on, known))
    }),
  )
})

test('whatever is not silence or the default cites at least one effect, where one is about its rule', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, maybeKnown, (records, on, known) => {
      const compiled = compileDossier(records)
      const moment = momentAt(compiled, { on, known })
      const isPartial = records.reports.some(({ effects }) => effects.some(({ rules }) => rules !== undefined))
      for (const kase of casesOf(compiled, {})) {
        const verdict = verdictOf(moment, kase)
        if (verdict.rule === null) expect([records.dossier.default, 'untracked']).toContain(verdict.disposition)
        else expect(isPartial || verdict.evidence.length > 0).toBe(true)
      }
    }),
  )
})

test('a question at values, groups and members is answered as the design is written', () => {
  const thing = fc.constantFrom('weapon', 'afloat', 'ship', 'radar', 'h20', 'destroyer')
  const place = fc.constantFrom('near', 'anywhere', 'manila')
  fc.assert(
    fc.property(anyDossier, fc.record({ thing, place }), anyDay, maybeKnown, (records, asked, on, known) => {
      const answer = answerTo(momentAt(compileDossier(records), { on, known }), asked)
      expect(answer.disposition).toBe(referenceAnswer(knownOf(records, known), asked, on).disposition)
    }),
    { numRuns: 500 },
  )
})

test('a member is answered with the verdict of the value it is in', () => {
  fc.assert(
    fc.property(anyDossier, fc.constantFrom('near', 'manila'), anyDay, maybeKnown, (records, place, on, known) => {
      const asked = { thing: 'h20', place }
      const right = referenceVerdict(records, asked, { on, known })
      if (right?.disposition !== 'untracked') expect(engineVerdict(records, asked, { on, known })).toEqual(right)
    }),
    { numRuns: 500 },
  )
})

test('a long life is answered as the design is written', () => {
  fc.assert(
    fc.property(anyLife, anyLifeDay, fc.option(anyLifeDay, { nil: undefined, freq: 2 }), (records, on, known) => {
      expect(engineVerdict(records, lamp, { on, known })).toEqual(referenceVerdict(records, lamp, { on, known }))
    }),
    { numRuns: 1000 },
  )
})

test('under assumptions the engine answers as the design is written', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, anyDay, maybeKnown, (records, on, from, known) => {
      const at = { on, known, assume: { 'change-0': from } }
      const asked = { thing: 'ship', place: 'near' }
      // What is assumed is something pending.
      fc.pre(pendingStages.includes(referenceLife(knownOf(records, known), 'change-0', on).stage ?? 'repealed'))
      expect(engineVerdict(records, asked, at)).toEqual(referenceVerdict(records, asked, at))
    }),
  )
})

test('two moments differ case by case as the design is written', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, anyDay, maybeKnown, maybeKnown, (records, from, to, knownFrom, knownTo) => {
      const compiled = compileDossier(records)
      const sides = [
        { on: from, known: knownFrom },
        { on: to, known: knownTo },
      ] as const
      const [a, b] = sides.map((side) => momentAt(compiled, side))
      const told = a && b ? comparisonOf(a, b).differences.map((one) => [one.case, one.direction]) : []
      const right = casesOf(compiled, {}).map((kase) => [kase, referenceDifference(records, kase, ...sides)])
      const inOrder = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort()
      expect(inOrder(told)).toEqual(inOrder(right.filter(([, difference]) => difference !== null)))
    }),
    { numRuns: 300 },
  )
})

test('an inner value is mixed exactly when its cases disagree', () => {
  fc.assert(
    fc.property(anyDossier, anyDay, (records, on) => {
      const moment = momentAt(compileDossier(records), { on })
      const answer = answerTo(moment, { thing: 'weapon', place: 'near' })
      const said = ['ship', 'gun'].map((thing) => verdictOf(moment, { thing, place: 'near' }).disposition)
      expect(answer.disposition).toBe(said[0] === said[1] ? said[0] : 'mixed')
      expect(answer.verdict).toBeNull()
    }),
  )
})

test('a comparison names exactly the cases that differ, and turns round when its sides are swapped', () => {
  const opposite: Record<Direction, Direction> = {
    relaxes: 'tightens',
    tightens: 'relaxes',
    introduces: 'repeals',
    repeals: 'introduces',
    alters: 'alters',
    postpones: 'brings_forward',
    brings_forward: 'postpones',
    schedules: 'cancels',
    cancels: 'schedules',
  }
  fc.assert(
    fc.property(anyDossier, anyDay, anyDay, (records, from, to) => {
      const compiled = compileDossier(records)
      const [a, b] = [momentAt(compiled, { on: from }), momentAt(compiled, { on: to })]
      const differences = compareMoments(a, b)
      const differing = casesOf(compiled, {}).filter((kase) => differs(verdictOf(a, kase), verdictOf(b, kase)))
      expect(differences.map((difference) => difference.case)).toEqual(differing)
      const back = compareMoments(b, a)
      expect(back.map(({ direction }) => direction)).toEqual(differences.map(({ direction }) => opposite[direction]))
    }),
  )
})

test('directions follow the rank of the dispositions', () => {
  const plain = (disposition: Disposition, ...duties: string[]) => ({
    disposition,
    conditions: [],
    duties: duties.map((rule) => ({ rule, change: 'c', disposition: 'required' as const, conditions: [] })),
  })
  expect(directionOf(plain('prohibited'), plain('conditional'))).toBe('relaxes')
  expect(directionOf(plain('conditional'), plain('required'))).toBe('tightens')
  expect(directionOf(plain('unstated'), plain('prohibited'))).toBe('introduces')
  expect(directionOf(plain('permitted'), plain('untracked'))).toBe('repeals')
  expect(directionOf(plain('permitted'), plain('not_required'))).toBe('alters')
  expect(directionOf(plain('permitted'), plain('permitted', 'screening'))).toBe('tightens')
  expect(directionOf(plain('permitted', 'screening'), plain('permitted'))).toBe('relaxes')
  expect(directionOf(plain('permitted', 'screening'), plain('permitted', 'charge'))).toBe('alters')
  expect(differs(plain('unstated'), plain('untracked'))).toBe(false)
})

test('a step moves the answers that a comparison with the day before lays at the door of its change', () => {
  fc.assert(
    fc.property(anyDossier, (records) => {
      const compiled = compileDossier(records)
      for (const { change, life } of compiled.changes)
        for (const { move, day } of life.steps) {
          const impact = impactOf(compiled, move.report.id, move.position)
          if (!impact || impact.hypothetical || impact.from !== null) continue
          const [before, after] = [addDays(day, -1), day].map((on) => momentAt(compiled, { on }))
          const moved = before && after ? compareMoments(before, after) : []
          expect(impact.differences).toEqual(moved.filter((difference) => difference.change === change.id))
        }
    }),
  )
})
