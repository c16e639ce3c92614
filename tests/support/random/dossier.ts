import fc from 'fast-check'
import {
  alterationTargets,
  type Change,
  changeSchema,
  contradictionKinds,
  type DossierRecords,
  dossierSchema,
  effectKinds,
  type Report,
  type Rule,
  reportSchema,
  ruleSchema,
  type Stage,
  stages,
} from '@/lib/model'

/*
 * Dossiers of every shape that the model allows, small enough for a check by hand, and dense: few days, few changes, so that
 * announcements, stays, denials, retellings and phases meet.
 */

const days = [
  '2023-12-31',
  '2024-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-02',
  '2024-03-03',
  '2024-03-15',
  '2024-04-01',
  '2024-12-31',
  '2025-01-01',
]
const coarse = ['2023', '2024', '2024-02', '2024-03', '2025', '2025-01']
const instants = [
  '2024-02-28T23:30:00Z',
  '2024-02-29T08:00:00+09:00',
  '2024-02-29T18:00:00+09:00',
  '2024-02-29T19:00:00-05:00',
  '2024-03-01T09:00:00+09:00',
  '2024-03-02T02:00:00+14:00',
]
const anyDateText = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...days) },
  { weight: 2, arbitrary: fc.constantFrom(...coarse) },
)
const later = ['2024-03-01', '2024-03-02', '2024-03-15', '2024-04-01', '2025-01-01', '2024-03', '2025']

export const anyDay = fc.constantFrom(...days, '2022-06-30', '2024-03-04', '2026-11-22')

/** Some of a list, or none at all. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq })
/** Seldom one of them: mostly none. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
/** True so many times of so many. */
const chance = (times: number, of: number) => fc.integer({ min: 1, max: of }).map((drawn) => drawn <= times)

/** As many as one of the counts: lengths of arrays are drawn short more often than not. */
const several = <T>(arbitrary: fc.Arbitrary<T>, ...counts: number[]): fc.Arbitrary<T[]> =>
  fc.constantFrom(...counts).chain((count) => fc.tuple(...Array<fc.Arbitrary<T>>(count).fill(arbitrary)))

const things = ['weapon', 'ship', 'gun', 'radar', 'afloat']
const places = ['near', 'far', 'anywhere']

const anyScope = fc
  .record({
    thing: maybe(fc.uniqueArray(fc.constantFrom(...things), { minLength: 1, maxLength: 2 })),
    place: seldom(fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 2 })),
  })
  .map(({ thing, place }) => ({ ...(thing && { thing }), ...(place && { place }) }))

const anyMember = (id: string, values: string[]) =>
  fc
    .array(fc.record({ value: fc.constantFrom(...values), from: maybe(anyDateText), until: seldom(anyDateText) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((times) => ({ id, in: times }))

const anyDossierRecord = fc
  .record({
    zone: fc.constantFrom('Asia/Tokyo', 'Asia/Tokyo', 'UTC', 'America/New_York'),
    silence: fc.constantFrom('unstated' as const, 'unstated' as const, 'permitted' as const, 'prohibited' as const),
    untracked: fc.constantFrom([], [], [], ['ship'], ['weapon'], ['afloat']),
    things: fc.tuple(anyMember('h20', ['ship', 'gun', 'radar']), anyMember('destroyer', ['weapon', 'ship', 'radar'])),
    places: fc.tuple(anyMember('manila', ['near', 'far'])),
  })
  .map(({ zone, silence, untracked, ...members }) =>
    dossierSchema.parse({
      ...{ id: 'test', title: 'Test', timeZone: zone, default: silence },
      ...(untracked.length > 0 && { untracked: [{ scope: { thing: untracked } }] }),
      dimensions: [
        {
          id: 'thing',
          values: [{ id: 'weapon', values: ['ship', 'gun'] }, 'radar'],
          groups: [{ id: 'afloat', values: ['ship', 'radar'] }],
          members: members.things,
        },
        {
          id: 'place',
          values: ['near', 'far'],
          groups: [{ id: 'anywhere', values: ['near', 'far'] }],
          members: members.places,
        },
      ],
    }),
  )

const anyRule = (id: string, others: string[]): fc.Arbitrary<Rule> =>
  fc
    .record({
      scope: anyScope,
      overrides: fc.subarray(others, { maxLength: Math.min(1, others.length) }),
      isDuty: chance(1, 4),
    })
    .map(({ isDuty, ...more }) => ruleSchema.parse({ id, title: id, ...more, ...(isDuty && { kind: 'duty' }) }))

const anyResolution = (reports: string[]) =>
  fc.record({
    about: fc.constantFrom('dates' as const, ...contradictionKinds),
    holds: fc.constantFrom(...reports),
    against: maybe(fc.constantFrom(...reports), 3),
    reason: fc.constant('It is the official text'),
  })

const anyChange = (id: string, rules: string[], reports: string[]): fc.Arbitrary<Change> =>
  fc
    .record({
      alterations: several(
        fc.record({
          rule: fc.constantFrom(...rules),
          to: fc.constantFrom(...alterationTargets),
          from: fc.option(anyDateText, { freq: 2 }),
          until: seldom(fc.oneof(anyDateText, fc.constant('9999-12-31'))),
          conditions: fc.subarray(['only once', { en: 'with consent', ja: '同意' }], { maxLength: 1 }),
        }),
        1,
        2,
        3,
        4,
      ),
      resolutions: reports.length > 0 ? several(anyResolution(reports), 0, 0, 1, 1, 2) : fc.constant([]),
    })
    .map(({ alterations, resolutions }) =>
      changeSchema.parse({ id, title: id, alterations, ...(resolutions.length > 0 && { resolutions }) }),
    )

const often: Stage[] = ['in_force', 'in_force', 'in_force', 'suspended', 'suspended', 'repealed', 'decided', 'lapsed']

const anyEffect = (changes: Change[]) =>
  // Half of what is told is of the first change, so that lives grow long.
  fc.constantFrom(...changes, ...changes.slice(0, 1)).chain(({ id, alterations }) =>
    fc
      .record({
        change: fc.constant(id),
        kind: fc.oneof(
          { weight: 9, arbitrary: fc.constant('moves' as const) },
          { weight: 2, arbitrary: fc.constantFrom(...effectKinds) },
        ),
        stage: fc.constantFrom(...often, ...often, ...stages),
        on: maybe(fc.oneof(anyDateText, fc.constantFrom(...later))),
        certainty: fc.constantFrom(...Array<'said'>(7).fill('said'), 'denied', 'denied', 'possible'),
        rules: maybe(fc.subarray([...new Set(alterations.map(({ rule }) => rule))], { minLength: 1, maxLength: 1 }), 2),
        isWhole: chance(1, 2),
      })
      .map(({ isWhole, rules, on, ...effect }) => ({
        ...effect,
        ...(on !== undefined && { on }),
        ...(rules !== undefined && !isWhole && { rules }),
      })),
  )

const anyExpectation = (changes: Change[]) =>
  fc
    .record({
      change: fc.constantFrom(...changes).map(({ id }) => id),
      stage: fc.constantFrom('in_force' as const, 'in_force' as const, ...stages),
      from: maybe(anyDateText),
      until: fc.oneof(anyDateText, fc.constantFrom(...later)),
      hasUntil: chance(3, 4),
    })
    .map(({ hasUntil, from, until, ...expectation }) => ({
      ...expectation,
      ...(from !== undefined && { from }),
      ...((hasUntil || from === undefined) && { until }),
    }))

const anyReport = (id: string, changes: Change[]): fc.Arbitrary<Report> =>
  fc
    .record({
      published: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...days) },
        { weight: 1, arbitrary: fc.constantFrom(...coarse) },
        { weight: 3, arbitrary: fc.constantFrom(...instants) },
      ),
      effects: several(anyEffect(changes), 0, 1, 2, 2, 3),
      expectations: several(anyExpectation(changes), 0, 0, 1, 2),
      isRetracted: chance(1, 15),
    })
    .map(({ isRetracted, ...more }) =>
      reportSchema.parse({
        ...{ id, source: 'kyodo-news', headline: id, sourcing: 'seen', ...more },
        ...(isRetracted && { retracted: { on: '2026-01-01', note: 'Withdrawn' } }),
      }),
    )

/** Any dossier; in one of four rules may override each other in circles. */
export const anyDossier: fc.Arbitrary<DossierRecords> = fc
  .record({
    // Drawn from lists: whole numbers are drawn small more often than not.
    rules: fc.constantFrom(1, 2, 2, 3, 3, 4, 5),
    changes: fc.constantFrom(1, 2, 2, 3),
    reports: fc.constantFrom(0, 2, 4, 5, 6, 7, 8),
    isCircular: chance(1, 4),
  })
  .chain((sizes) => {
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)
    const rules = ids('rule', sizes.rules)
    const reports = ids('report', sizes.reports)
    const others = (at: number) =>
      sizes.isCircular
        ? rules.filter((_, other) => other === (at + 1) % sizes.rules && other !== at)
        : rules.slice(0, at)
    return fc
      .record({
        dossier: anyDossierRecord,
        rules: fc.tuple(...rules.map((id, at) => anyRule(id, others(at)))),
        changes: fc.tuple(...ids('change', sizes.changes).map((id) => anyChange(id, rules, reports))),
        actors: fc.constant<DossierRecords['actors']>([]),
      })
      .chain((made) =>
        fc.tuple(...reports.map((id) => anyReport(id, made.changes))).map((told) => ({ ...made, reports: told })),
      )
  })
