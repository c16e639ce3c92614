import { expect, test } from 'vitest'
import { type DossierRecords, doubtKinds, findDoubts } from '@/lib/model'
import { emptyDossier, report } from '../../../support/dossiers'
import {
  dates,
  fifth,
  found,
  law,
  resolved,
  sixth,
  start,
  step,
  told,
  unnamed,
  withMember,
} from '../../../support/doubts'

/** What is found, and the records in which it lies. */
type Example = [expected: string, name: string, over: Partial<DossierRecords>]

const doubtful: Example[] = [
  [
    'from-before-start: change c alterations.0.from',
    'a phase before the change is in force',
    { changes: [law({}, { rule: 'r', from: '2024-02' })], reports: [start] },
  ],
  [
    'step-after-start: report b effects.0.stage',
    'a rung told of a change in force',
    told(start, report('b', '2024-05-01', step('decided'))),
  ],
  [
    'step-after-start: report b effects.0.stage',
    'a rung told while a change is suspended',
    told(start, report('a', '2024-04-01', step('suspended')), report('b', '2024-05-01', step('proposed'))),
  ],
  [
    'stage-reached-already: report b effects.0.stage',
    'a paper that tells a stage again on its own day',
    told(report('a', '2024-01-05', step('agreed')), report('b', '2024-01-09', step('agreed'))),
  ],
  [
    'start-not-over: report a effects.0.on',
    'a start in a year that was not over',
    told(report('a', '2024-02-01', step('in_force', '2024'))),
  ],
  [
    'order-of-day-open: report b effects.0.stage',
    'in force and suspended on one day, by two papers without instants',
    told(start, report('b', '2024-03-02', step('suspended', '2024-03-01'))),
  ],
  [
    'order-of-day-open: report b effects.1.stage',
    'both by one report, whatever its instant',
    told(report('b', '2024-03-01T10:00:00Z', step('in_force'), step('suspended'))),
  ],
  [
    'end-of-a-part: report b effects.0.rules',
    'an end that names some of the rules',
    {
      changes: [law({}, { rule: 'r' }, { rule: 's' })],
      reports: [start, report('b', '2024-05-01', step('suspended', undefined, { rules: ['r'] }))],
    },
  ],
  [
    'phase-told-as-step: report b effects.0.on',
    'a second start on the day of a phase',
    {
      changes: [law({}, { rule: 'r', from: '2025-02-02' })],
      reports: [start, report('b', '2025-02-03', step('in_force', '2025-02-02'))],
    },
  ],
  [
    'resolution-against-none: change c resolutions.0.against',
    'a resolution that names nobody',
    resolved([{ ...dates, holds: 'fifth' }], fifth, sixth),
  ],
  [
    'resolution-without-effect: change c resolutions.0.against',
    'one about dates, of reports on different stages',
    resolved([{ ...dates, holds: 'fifth', against: 'a' }], fifth, report('a', '2024-01-06', step('decided'))),
  ],
  [
    'resolution-without-effect: change c resolutions.0.against',
    'one against a report that was retracted',
    resolved([{ ...dates, holds: 'fifth', against: 'sixth' }], fifth, {
      ...sixth,
      retracted: { on: '2024-02-01', note: 'wrong' },
    }),
  ],
  [
    'resolutions-against-each-other: change c resolutions.0.against',
    'two that set each other aside',
    resolved(
      [
        { ...dates, holds: 'fifth', against: 'sixth' },
        { ...dates, holds: 'sixth', against: 'fifth' },
      ],
      fifth,
      sixth,
    ),
  ],
  [
    'blank-of-none: dossier test question.en',
    'a question with a blank of no dimension',
    { dossier: { ...emptyDossier().dossier, question: { en: 'May {thing} go to {palce}?' } } },
  ],
  [
    'times-overlap: dossier test dimensions.0.members.0.in.0.from',
    'a member in two values at once',
    withMember({ value: 'radar', from: '2022' }, { value: 'ship', until: '2022-06-30' }),
  ],
  [
    'one-unnamed-origin: report a attribution',
    'a decision by hearsay',
    told({ ...report('a', '2024-01-05', step('decided')), attribution: unnamed }),
  ],
  [
    'one-unnamed-origin: report a effects.0.attribution',
    'the same twice from one publisher, in the chain of the effect',
    told(
      report('a', '2024-01-05', step('decided', undefined, { attribution: unnamed })),
      report('b', '2024-01-06', step('decided', '2024-01-05', { attribution: unnamed })),
    ),
  ],
  [
    'address-used-twice: report b url',
    'two reports of one address',
    {
      reports: [
        { ...report('a', '2024'), url: 'https://news.test/1' },
        { ...report('b', '2024'), url: 'https://news.test/1' },
      ],
    },
  ],
  [
    'long-summary: report a summary',
    'a long text',
    { reports: [{ ...report('a', '2024'), summary: 'x'.repeat(2001) }] },
  ],
]

test.each(doubtful)('%s: %s', (expected, _, over) => {
  expect(found(over)).toContain(expected)
})

test('every kind of doubt has an example', () => {
  expect(new Set(doubtful.map(([expected]) => expected.split(':')[0]))).toEqual(new Set(doubtKinds))
})

test('an end that was set aside is not doubted', () => {
  const end = report('end', '2024-05-01', step('suspended', '2024-03-01'))
  const about = { about: 'stages' as const, holds: 'start', against: 'end', reason: 'because' }
  expect(found(resolved([about], start, end))).toEqual([])
})

test('two hundred thousand effects on one change are not each held against all others', () => {
  const stages = ['floated', 'decided', 'in_force', 'suspended'] as const
  const reports = Array.from({ length: 2000 }, (_, n) =>
    report(
      `r${n}`,
      `20${10 + (n % 90)}-01-02`,
      ...Array.from({ length: 100 }, (_, at) => step(stages[(n + at) % 4], `20${10 + (at % 90)}-0${1 + (n % 9)}`)),
    ),
  )
  expect(findDoubts(emptyDossier({ changes: [law()], reports })).length).toBeGreaterThan(0)
}, 100_000)
