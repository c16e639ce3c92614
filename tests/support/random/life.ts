import fc from 'fast-check'
import { changeSchema, type DossierRecords, dossierSchema, type Report, reportSchema, ruleSchema } from '@/lib/model'

/*
 * Long lives of one change: announced, put off, stayed, lifted, called off, denied, told again, all within a few weeks.
 * What a life does is seen by a single case.
 */

const published = [
  '2024-01-10',
  '2024-01-20',
  '2024-01-31',
  '2024-02-10',
  '2024-02-10T09:00:00+09:00',
  '2024-02-10T20:00:00Z',
  '2024-02-20',
  '2024-02-20T08:00:00+09:00',
  '2024-02-20T02:00:00-05:00',
  '2024-03-10',
  '2024-03-11',
  '2024-01',
  '2024-02',
]
const told = [
  '2024-01-10',
  '2024-01-20',
  '2024-02-10',
  '2024-02-20',
  '2024-02-29',
  '2024-03-10',
  '2024-03-10',
  '2024-03-20',
  '2024-03-20',
  '2024-04-01',
  '2024-04-10',
  '2024-02',
  '2024-03',
  '2024-04',
  '2024',
]

export const anyLifeDay = fc.constantFrom(
  ...['2023-12-31', '2024-01-15', '2024-01-20', '2024-02-10', '2024-02-20', '2024-03-01', '2024-03-10', '2024-03-11'],
  ...['2024-03-20', '2024-03-31', '2024-04-01', '2024-04-15', '2025-01-01'],
)

const anyEffect = fc
  .record({
    stage: fc.constantFrom(
      ...(['in_force', 'in_force', 'in_force', 'in_force', 'suspended', 'suspended', 'suspended'] as const),
      ...(['repealed', 'repealed', 'lapsed', 'rejected', 'decided', 'proposed'] as const),
    ),
    on: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, ...told),
    certainty: fc.constantFrom(...Array<'said'>(8).fill('said'), 'denied' as const),
  })
  .map(({ on, ...more }) => ({ change: 'act', kind: 'moves', ...more, ...(on !== undefined && { on }) }))

const anyForecast = fc
  .record({ until: fc.constantFrom(...told) })
  .map((window) => ({ change: 'act', stage: 'in_force', ...window }))

const anyTeller = (id: string): fc.Arbitrary<Report> =>
  fc
    .record({
      published: fc.constantFrom(...published),
      effects: fc.constantFrom(1, 1, 2).chain((count) => fc.tuple(...Array(count).fill(anyEffect))),
      expectations: fc.constantFrom(0, 0, 0, 1).chain((count) => fc.tuple(...Array(count).fill(anyForecast))),
    })
    .map((more) => reportSchema.parse({ id, source: 'gazette', headline: id, sourcing: 'seen', ...more }))

const anyAct = (reports: string[]) =>
  fc
    .record({
      phase: fc.constantFrom(undefined, undefined, ...told),
      about: fc.constantFrom('dates', 'dates', 'stages', 'certainty'),
      holds: fc.constantFrom(...reports),
      against: fc.constantFrom(...reports),
      isResolved: fc.constantFrom(false, false, true),
    })
    .map(({ phase, isResolved, ...resolution }) =>
      changeSchema.parse({
        ...{ id: 'act', title: 'Act' },
        alterations: [
          { rule: 'lamps', to: 'required' },
          ...(phase === undefined ? [] : [{ rule: 'lamps', to: 'permitted', from: phase }]),
        ],
        ...(isResolved && { resolutions: [{ ...resolution, reason: 'It is the official text' }] }),
      }),
    )

/** The only case of `anyLife`. */
export const lamp = { item: 'lamp' }

/** A dossier of one change, told of by three to eight reports. */
export const anyLife: fc.Arbitrary<DossierRecords> = fc.constantFrom(3, 4, 5, 6, 7, 8).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => `report-${at}`)
  return fc
    .record({ act: anyAct(ids), reports: fc.tuple(...ids.map(anyTeller)), zone: fc.constantFrom('Asia/Tokyo', 'UTC') })
    .map(({ act, reports, zone }) => ({
      dossier: dossierSchema.parse({
        ...{ id: 'life', title: 'Life', timeZone: zone },
        dimensions: [{ id: 'item', values: ['lamp'] }],
      }),
      rules: [ruleSchema.parse({ id: 'lamps', title: 'Lamps' })],
      changes: [act],
      actors: [],
      reports,
    }))
})
