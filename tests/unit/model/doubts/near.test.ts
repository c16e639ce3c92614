import { expect, test } from 'vitest'
import type { DossierRecords } from '@/lib/model'
import { report } from '../../../support/dossiers'
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

/** Near to what is doubtful, and sound. */
const near: [name: string, over: Partial<DossierRecords>][] = [
  ['a phase on the day of the start', { changes: [law({}, { rule: 'r', from: '2024-03-01' })], reports: [start] }],
  ['a phase in the month of the start', { changes: [law({}, { rule: 'r', from: '2024-03' })], reports: [start] }],
  ['a phase of a change that is not in force', { changes: [law({}, { rule: 'r', from: '2020' })], reports: [fifth] }],
  ['a rung on the day of the start', told(start, report('b', '2024-03-01', step('decided')))],
  [
    'a rung before a start that is told as a year',
    told(report('a', '2024-03-11', step('decided', '2024-03-10')), report('b', '2025-01-02', step('in_force', '2024'))),
  ],
  [
    'a decision of an act that reaches back',
    told(report('a', '2021-06-01', step('decided'), step('in_force', '2020-10-01'))),
  ],
  [
    'a rung after a repeal',
    told(start, report('a', '2024-04-01', step('repealed')), report('b', '2024-05-01', step('floated'))),
  ],
  ['a paper that tells it on the same day', told(fifth, report('b', '2024-01-05', step('agreed')))],
  ['a paper that tells it with its day', told(fifth, report('b', '2024-01-09', step('agreed', '2024-01-05')))],
  ['a paper that confirms it', told(fifth, report('b', '2024-01-09', { ...step('agreed'), kind: 'confirms' }))],
  [
    'a paper that says it may be',
    told(fifth, report('b', '2024-01-09', step('agreed', undefined, { certainty: 'possible' }))),
  ],
  [
    'a return after a suspension',
    told(start, report('a', '2024-04-01', step('suspended')), report('b', '2024-05-01', step('in_force'))),
  ],
  ['a start in a year that was over', told(report('a', '2024-12-31', step('in_force', '2024')))],
  ['a start announced for a day', told(report('a', '2024-02-01', step('in_force', '2025-01-01')))],
  [
    'two steps of one day with their instants',
    told(
      report('a', '2024-03-01T09:00:00Z', step('in_force')),
      report('b', '2024-03-01T10:00:00Z', step('suspended')),
      report('c', '2024-03-05', step('in_force', '2024-03-01')),
    ),
  ],
  ['two rungs of one day', told(report('a', '2024-03-01', step('decided'), step('in_force')))],
  [
    'an end that names all of the rules',
    {
      changes: [law({}, { rule: 'r' }, { rule: 's' })],
      reports: [start, report('b', '2024-05-01', step('suspended', undefined, { rules: ['s', 'r'] }))],
    },
  ],
  [
    'a start that names some of the rules',
    {
      changes: [law({}, { rule: 'r' }, { rule: 's' })],
      reports: [report('b', '2024-05-01', step('in_force', undefined, { rules: ['r'] }))],
    },
  ],
  [
    'a start that was put off to the day of a phase',
    {
      changes: [law({}, { rule: 'r', from: '2026-01-01' })],
      reports: [
        report('a', '2024-02-01', step('in_force', '2025-01-01')),
        report('b', '2024-09-01', step('in_force', '2026-01-01')),
      ],
    },
  ],
  ['a resolution about dates', resolved([{ ...dates, holds: 'fifth', against: 'sixth' }], fifth, sixth)],
  [
    'a resolution against a denial',
    resolved(
      [{ ...dates, about: 'certainty', holds: 'fifth', against: 'a' }],
      fifth,
      report('a', '2024-01-06', step('agreed', undefined, { certainty: 'denied' })),
    ),
  ],
  [
    'one time after another',
    withMember({ value: 'radar', from: '2022-07-01' }, { value: 'ship', until: '2022-06-30' }),
  ],
  [
    'a chain that ends with a name',
    told({
      ...report('a', '2024-01-05', step('decided')),
      attribution: [...unnamed, { who: 'the government', named: true }],
    }),
  ],
  [
    'two publishers who heard of it',
    told(
      { ...report('a', '2024-01-05', step('decided')), attribution: unnamed },
      { ...report('b', '2024-01-05', step('decided')), attribution: unnamed, source: 'nhk' },
    ),
  ],
  [
    'a report that confirms what was heard',
    told(
      { ...report('a', '2024-01-05', step('decided')), attribution: unnamed },
      report('b', '2024-01-06', { ...step('decided'), kind: 'confirms' }),
    ),
  ],
  ['an agreement by hearsay', told({ ...report('a', '2024-01-05', step('agreed')), attribution: unnamed })],
  [
    'an address of one report that was retracted and another',
    {
      reports: [
        { ...report('a', '2024'), url: 'https://news.test/1', retracted: { on: '2024', note: 'wrong' } },
        { ...report('b', '2024'), url: 'https://news.test/1' },
      ],
    },
  ],
  [
    'a text of 2,000 characters, some of them in two halves',
    { reports: [{ ...report('a', '2024'), summary: '𠮷'.repeat(2000) }] },
  ],
]

test.each(near)('no doubt: %s', (_, over) => {
  expect(found(over)).toEqual([])
})
