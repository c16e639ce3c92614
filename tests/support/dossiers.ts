import fc from 'fast-check'
import {
  alterationTargets,
  type Change,
  type DossierRecords,
  type Effect,
  effectKinds,
  type Report,
  type Rule,
  stages,
  type Value,
} from '@/lib/model'

/** A small dossier to write examples in: two dimensions, one with an inner value. */
export const leaf = (id: string, ...values: Value[]): Value => ({ id, values })

export const emptyDossier = (over: Partial<DossierRecords> = {}): DossierRecords => ({
  dossier: {
    id: 'test',
    title: 'Test',
    timeZone: 'Asia/Tokyo',
    default: 'unstated',
    dimensions: [
      { id: 'thing', values: [leaf('weapon', leaf('ship'), leaf('gun')), leaf('radar')] },
      { id: 'place', values: [leaf('near'), leaf('far')] },
    ],
  },
  rules: [],
  changes: [],
  actors: [],
  reports: [],
  ...over,
})

export const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  title: id,
  scope: {},
  overrides: [],
  basis: [],
  ...over,
})

export const change = (
  id: string,
  ...alterations: (Partial<Change['alterations'][number]> & { rule: string })[]
): Change => ({
  id,
  title: id,
  alterations: alterations.map((over) => ({ to: 'permitted', conditions: [], from: null, until: null, ...over })),
})

export const moves = (changeId: string, stage: Effect['stage'], on?: string): Effect => ({
  change: changeId,
  kind: 'moves',
  stage,
  on,
  certainty: 'said',
  attribution: [],
})

export const report = (id: string, published: string, ...effects: Effect[]): Report => ({
  id,
  source: 'kyodo-news',
  headline: id,
  published,
  language: 'en',
  kind: 'news',
  sourcing: 'seen',
  attribution: [],
  effects,
  positions: [],
  expectations: [],
  related: [],
  summary: '',
})

const days = [
  '2020-01-01',
  '2020-06-15',
  '2021-01-01',
  '2021-03-31',
  '2022-02-28',
  '2022-03-01',
  '2023-08-23',
  '2024-12-31',
]
const dates = [...days, '2020', '2021-03', '2023']
const things = ['weapon', 'ship', 'gun', 'radar']
const places = ['near', 'far']

const anyRule = (id: string, earlier: string[]): fc.Arbitrary<Rule> =>
  fc
    .record({
      things: fc.option(fc.uniqueArray(fc.constantFrom(...things), { minLength: 1, maxLength: 2 }), { nil: undefined }),
      places: fc.option(fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 2 }), { nil: undefined }),
      overrides: earlier.length > 0 ? fc.subarray(earlier, { maxLength: 1 }) : fc.constant<string[]>([]),
    })
    .map((made) =>
      rule(id, {
        scope: { ...(made.things && { thing: made.things }), ...(made.places && { place: made.places }) },
        overrides: made.overrides,
      }),
    )

const anyChange = (id: string, rules: string[]): fc.Arbitrary<Change> =>
  fc
    .array(
      fc.record({
        rule: fc.constantFrom(...rules),
        to: fc.constantFrom(...alterationTargets),
        from: fc.option(fc.constantFrom(...dates)),
        until: fc.option(fc.constantFrom(...days, '9999-12-31')),
        conditions: fc.subarray(['only once', { en: 'with consent', ja: '同意' }], { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((alterations) => change(id, ...alterations))

const anyReport = (id: string, changes: string[]): fc.Arbitrary<Report> =>
  fc
    .record({
      published: fc.constantFrom(...dates, '2023-08-22T23:30:00Z', '2021-03-31T09:00:00+09:00'),
      effects: fc.array(
        fc.record({
          change: fc.constantFrom(...changes),
          kind: fc.constantFrom('moves' as const, 'moves' as const, 'moves' as const, ...effectKinds),
          stage: fc.constantFrom(...stages, 'in_force' as const, 'in_force' as const, 'in_force' as const),
          on: fc.option(fc.constantFrom(...dates), { nil: undefined }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ published, effects }) =>
      report(id, published, ...effects.map(({ change, stage, on, kind }) => ({ ...moves(change, stage, on), kind }))),
    )

/** Dossiers of every shape that the model allows, small enough for a check by hand. */
export const anyDossier: fc.Arbitrary<DossierRecords> = fc
  .record({
    rules: fc.integer({ min: 1, max: 5 }),
    changes: fc.integer({ min: 1, max: 4 }),
    reports: fc.integer({ min: 0, max: 8 }),
  })
  .chain((sizes) => {
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)
    const rules = ids('rule', sizes.rules)
    const changes = ids('change', sizes.changes)
    return fc.record({
      rules: fc.tuple(...rules.map((id, at) => anyRule(id, rules.slice(0, at)))),
      changes: fc.tuple(...changes.map((id) => anyChange(id, rules))),
      reports: fc.tuple(...ids('report', sizes.reports).map((id) => anyReport(id, changes))),
      silence: fc.constantFrom('unstated' as const, 'unstated' as const, 'permitted' as const, 'prohibited' as const),
    })
  })
  .map(({ silence, ...parts }) => {
    const { dossier } = emptyDossier()
    return emptyDossier({ ...parts, dossier: { ...dossier, default: silence } })
  })

export const anyDay = fc.constantFrom(...days, '2019-12-31', '2022-02-27', '2026-11-22')
