import { describe, expect, test } from 'vitest'
import type { DossierRecords } from '@/lib/model'
import { change, emptyDossier, moves, report, rule } from '../../support/dossiers'
import { engineVerdict } from '../../support/engine-verdict'
import { type AskedMoment, referenceVerdict } from '../../support/reference/verdict'

const kase = { thing: 'radar', place: 'near' }
const radars = rule('radars', { scope: { thing: ['radar'] } })
const act = change('act', { rule: 'radars', to: 'required' })
const one = (...reports: DossierRecords['reports']) => emptyDossier({ rules: [radars], changes: [act], reports })
const next = (on: string, disposition: string) => expect.objectContaining({ on, disposition })

const announced = report('a', '2024-06-01', moves('act', 'decided'), moves('act', 'in_force', '2025-01-01'))

const retroactive = one(report('a', '2021-06-01', moves('act', 'decided'), moves('act', 'in_force', '2020-10-01')))
const yearOnly = one(
  report('a', '2024-03-10', moves('act', 'decided')),
  report('b', '2025-02-01', moves('act', 'in_force', '2024')),
)
const postponed = one(announced, report('b', '2024-11-01', moves('act', 'in_force', '2026-01-01')))
const withdrawn = one(announced, report('b', '2024-09-01', moves('act', 'repealed')))
const denied = one(report('a', '2024-06-01', { ...moves('act', 'in_force'), certainty: 'denied' }))
const olderAct = emptyDossier({
  rules: [radars],
  changes: [
    change('act-2020', { rule: 'radars', to: 'not_required' }, { rule: 'radars', to: 'required', from: '2024-01-01' }),
    change('act-2022', { rule: 'radars', to: 'conditional', conditions: ['With a label'] }),
  ],
  reports: [
    report('a', '2020-01-01', moves('act-2020', 'in_force')),
    report('b', '2022-01-01', moves('act-2022', 'in_force')),
  ],
})

const required = (since: string) => ({ disposition: 'required', since, rule: 'radars', change: 'act' })
const unstated = { disposition: 'unstated', since: null, rule: null, change: null, evidence: [] }

const examples: [fault: string, records: DossierRecords, at: AskedMoment, right: object][] = [
  ['a retroactive act holds from its day', retroactive, { on: '2020-11-01' }, required('2020-10-01')],
  ['a retroactive act holds after its report', retroactive, { on: '2021-07-01' }, required('2020-10-01')],
  ['a start told by its year is not before the decision', yearOnly, { on: '2024-02-01' }, unstated],
  ['a start told by its year is on the day of the decision', yearOnly, { on: '2024-12-31' }, required('2024-03-10')],
  [
    'a later phase of an older act that can never govern is not pending',
    olderAct,
    { on: '2023-01-01' },
    { disposition: 'conditional', change: 'act-2022', pending: [], next: null },
  ],
  [
    'a start that was postponed does not begin',
    postponed,
    { on: '2025-06-01' },
    { ...unstated, next: next('2026-01-01', 'required') },
  ],
  ['a start that was postponed begins on its new day', postponed, { on: '2026-06-01' }, required('2026-01-01')],
  [
    'before the postponement was known the first day held',
    postponed,
    { on: '2025-06-01', known: '2024-07-01' },
    required('2025-01-01'),
  ],
  ['what was repealed before its start never begins', withdrawn, { on: '2025-06-01' }, { ...unstated, next: null }],
  ['a step that is denied is none', denied, { on: '2024-07-01' }, unstated],
]

describe.each(examples)('%s', (_, records, at, right) => {
  test('by the reference', () => {
    expect(referenceVerdict(records, kase, at)).toMatchObject(right)
  })

  test('by the engine', () => {
    expect(engineVerdict(records, kase, at)).toMatchObject(right)
  })
})
