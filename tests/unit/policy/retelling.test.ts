import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DossierRecords, lastDay, publishedDate } from '@/lib/model'
import { change, emptyDossier, moves, report, rule } from '../../support/dossiers'
import { anyDay, anyDossier } from '../../support/random/dossier'
import { anyLife, anyLifeDay, lamp } from '../../support/random/life'
import { anyRetelling, retold } from '../../support/random/retelling'
import { answerOfCase } from '../../support/reference/answer'
import { knownOf, referenceLife } from '../../support/reference/life'
import { turningDays } from '../../support/reference/next'
import { type Asked, casesAsked } from '../../support/reference/question'
import type { Reading } from '../../support/reference/steps'
import { referenceVerdict } from '../../support/reference/verdict'

/** The first day on which two dossiers answer some case differently, by all that is known; null where none. */
function firstDifference(a: DossierRecords, b: DossierRecords, reading: Reading): string | null {
  const both = [a, b].map((records) => knownOf(records, undefined, {}, reading))
  const days = ['1900-01-01', ...new Set(both.flatMap(turningDays))].sort()
  const cases = casesAsked(a, {}, '1900-01-01') ?? []
  const told = (day: string) => both.map((known) => JSON.stringify(cases.map((kase) => answerOfCase(known, kase, day))))
  return days.find((day) => new Set(told(day)).size > 1) ?? null
}

test.each([
  ['a long life', anyLife, 1500],
  ['any dossier', anyDossier, 300],
] as const)('telling a standing step once more moves no answer of %s', (_, anyRecords, numRuns) => {
  fc.assert(
    fc.property(anyRecords, anyRetelling, (records, retelling) => {
      const again = retold(records, retelling, 'closed')
      if (again) expect(firstDifference(records, again, 'closed')).toBeNull()
    }),
    { numRuns },
  )
})

test('nor does it move the stage of a change', () => {
  fc.assert(
    fc.property(anyLife, anyRetelling, (records, retelling) => {
      const again = retold(records, retelling, 'closed')
      if (!again) return
      const [before, after] = [records, again].map((one) => knownOf(one, undefined, {}, 'closed'))
      if (!before || !after) return
      const life = (known: typeof before, day: string) => [day, referenceLife(known, 'act', day)]
      const days = turningDays(after)
      expect(days.map((day) => life(after, day))).toEqual(days.map((day) => life(before, day)))
    }),
    { numRuns: 1000 },
  )
})

const act = (...reports: DossierRecords['reports']) =>
  emptyDossier({ rules: [rule('all')], changes: [change('act', { rule: 'all', to: 'required' })], reports })
const told = (stage: Parameters<typeof moves>[1], on?: string) => moves('act', stage, on)

/** The smallest lives in which the text, taken by the letter, lets a retelling move an answer: [what, life, the retelling]. */
const open: [string, DossierRecords['reports'], DossierRecords['reports'][number]][] = [
  [
    '3 (a): the first start of an act annulled from the beginning is retold, and the new start falls away',
    [
      report('a', '2024-01-10', told('in_force')),
      report('b', '2024-02-20', told('repealed', '2024-01-10'), told('in_force', '2024-03-10')),
    ],
    report('r', '2024-02-21', told('in_force', '2024-01-10')),
  ],
  [
    '3 (a): a stay is retold, and the next stay falls away though it is lifted between them',
    [
      report('a', '2023-01-01', told('in_force')),
      report('b', '2024-01-10', told('suspended'), told('suspended', '2024-03-01')),
      report('c', '2024-02-20', told('in_force')),
    ],
    report('r', '2024-01-11', told('suspended', '2024-01-10')),
  ],
  [
    '3 (a): a stay after the new start is retold by its month, whose first day lies before it: no postponement any more',
    [
      report('a', '2024-01-10', told('in_force', '2024-02-20'), told('suspended', '2024-03-20')),
      report('b', '2024-02-05', told('in_force', '2024-03-10')),
    ],
    report('r', '2024-01-11', told('suspended', '2024-03')),
  ],
  [
    '5: a stay lifted on its first day is retold on that day',
    [
      report('a', '2024-01-10', told('in_force')),
      report('b', '2024-03-10', told('suspended', '2024-03-11')),
      report('c', '2024-03-11', told('in_force')),
    ],
    report('r', '2024-03-11', told('suspended', '2024-03-11')),
  ],
]

describe.each(open)('%s', (_, reports, retelling) => {
  test('by the letter', () => {
    expect(firstDifference(act(...reports), act(...reports, retelling), 'literal')).not.toBeNull()
  })

  test('by the closed reading it moves nothing', () => {
    expect(firstDifference(act(...reports), act(...reports, retelling), 'closed')).toBeNull()
  })
})

const questions: Asked[] = [
  { thing: 'ship', place: 'near' },
  { thing: 'h20', place: 'manila' },
]
const verdicts = (records: DossierRecords, on: string, known?: string) =>
  (records.dossier.id === 'life' ? [lamp] : questions).map((asked) => referenceVerdict(records, asked, { on, known }))

describe.each([
  ['a long life', anyLife, anyLifeDay],
  ['any dossier', anyDossier, anyDay],
] as const)('%s', (_, anyRecords, day) => {
  test('is at `known` what it is without the reports that come to count after it', () => {
    fc.assert(
      fc.property(anyRecords, day, day, (records, on, known) => {
        const out = ({ published }: { published: string }) =>
          lastDay(publishedDate(published, records.dossier.timeZone))
        const without = { ...records, reports: records.reports.filter((one) => out(one) <= known) }
        expect(verdicts(records, on, known)).toEqual(verdicts(without, on, known))
        expect(verdicts(without, on, known)).toEqual(verdicts(without, on))
      }),
    )
  })

  test('is with a retracted report what it is without it', () => {
    fc.assert(
      fc.property(anyRecords, day, fc.nat(), (records, on, pick) => {
        const gone = records.reports[pick % records.reports.length]
        const retracted = { on: '2026-01-01', note: 'Withdrawn' }
        const reports = records.reports.map((one) => (one === gone ? { ...one, retracted } : one))
        const never = records.reports.filter((one) => one !== gone)
        expect(verdicts({ ...records, reports }, on)).toEqual(verdicts({ ...records, reports: never }, on))
      }),
    )
  })
})
