import fc from 'fast-check'
import type { ContentTree } from '@/lib/content'
import {
  type Actor,
  actorKinds,
  alterationTargets,
  type Change,
  certainties,
  contradictionKinds,
  type Dimension,
  type DossierRecords,
  type Effect,
  effectEvents,
  effectKinds,
  type Report,
  type Rule,
  reportKinds,
  ruleKinds,
  type Source,
  sourceKinds,
  sourcings,
  stages,
  stances,
  tiers,
} from '@/lib/model'
import { anyDossierRecord, anyScope, anyTime, anyValues } from './dossier-record'
import { anySite } from './site'
import {
  anyDate,
  anyLanguage,
  anyPublished,
  anyQuote,
  anyText,
  anyUrl,
  anyWords,
  days,
  fewOf,
  formerly,
  idsOf,
  maybe,
  record,
} from './words'

/** What records of a dossier may name. */
interface Ids {
  dimensions: Dimension[]
  rules: string[]
  changes: string[]
  actors: string[]
  reports: string[]
  sources: string[]
}

const anyRule = (id: string, earlier: string[], dimensions: Dimension[]): fc.Arbitrary<Rule> =>
  record<Rule>({
    id: fc.constant(id),
    title: anyText,
    note: maybe(anyText),
    kind: maybe(fc.constantFrom(...ruleKinds)),
    scope: anyValues(dimensions),
    overrides: fewOf(earlier, 1),
    basis: fc.array(
      record({
        instrument: anyText,
        provision: maybe(anyWords),
        url: maybe(anyUrl),
        official: maybe(fc.boolean()),
        sourcing: maybe(fc.constantFrom(...sourcings)),
      }),
      { maxLength: 2 },
    ),
    formerly: formerly(id),
  })

const anyChange = (id: string, { rules, reports, dimensions }: Ids): fc.Arbitrary<Change> =>
  record<Change>({
    id: fc.constant(id),
    title: anyText,
    note: maybe(anyText),
    alterations:
      rules.length === 0
        ? fc.constant([])
        : fc.array(
            record<Change['alterations'][number]>({
              rule: fc.constantFrom(...rules),
              to: fc.constantFrom(...alterationTargets),
              conditions: fc.array(anyText, { maxLength: 2 }),
              says: maybe(anyText),
              from: fc.option(anyDate),
              until: fc.option(fc.constantFrom(...days, '9999-12-31')),
            }).filter(({ from, until }) => from === null || until === null || until >= '2024-12-31'),
            { minLength: 1, maxLength: 3 },
          ),
    starts: rules.length === 0 ? fc.constant(undefined) : maybe(fc.array(fc.constantFrom(...rules), { maxLength: 2 })),
    concerns: maybe(anyScope(dimensions)),
    resolutions:
      reports.length === 0
        ? fc.constant(undefined)
        : maybe(
            fc.array(
              record({
                about: fc.constantFrom(...contradictionKinds),
                holds: fc.constantFrom(...reports),
                against: maybe(fc.constantFrom(...reports)),
                reason: anyText,
              }),
              { maxLength: 2 },
            ),
          ),
    formerly: formerly(id),
  })

const anyAttribution = (sources: string[]) =>
  fc.array(record({ who: anyText, named: fc.boolean(), source: maybe(fc.constantFrom(...sources)) }), { maxLength: 2 })

const anyEffect = ({ changes, rules, actors, sources }: Ids): fc.Arbitrary<Effect> =>
  record<Effect>({
    change: fc.constantFrom(...changes),
    kind: fc.constantFrom('moves', 'moves', 'moves', ...effectKinds),
    stage: fc.oneof(fc.constant('in_force' as const), fc.constantFrom(...stages)),
    on: maybe(anyDate),
    quote: maybe(anyQuote),
    certainty: fc.constantFrom(...certainties),
    rules: maybe(fewOf(rules, 2)),
    by: actors.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...actors)),
    event: maybe(fc.constantFrom(...effectEvents)),
    attribution: anyAttribution(sources),
    note: maybe(anyText),
  })

const anySummary = fc.oneof(
  anyWords.map((text) => text.trim()),
  fc.constant('# Heading\n\n---\n\nid: no\n```yaml\na: b\n```'),
)
/** Twelve hex digits, of which YAML may take some for a number. */
const anySign = fc.oneof(
  fc.constantFrom('012345678901', '123456789012', '12345678e012', '000000000000'),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
)

const anyReport = (id: string, ids: Ids): fc.Arbitrary<Report> => {
  const { changes, actors, reports, sources } = ids
  const some = <T>(arbitrary: () => fc.Arbitrary<T>, needs: string[][], most: number, least = 0) =>
    needs.every((ids) => ids.length > 0)
      ? fc.array(arbitrary(), { minLength: least, maxLength: most })
      : fc.constant<T[]>([])
  return record<Report>({
    id: fc.constant(id),
    source: fc.constantFrom(...sources),
    url: maybe(anyUrl),
    headline: anyText,
    title: maybe(anyText),
    published: anyPublished,
    language: anyLanguage,
    kind: fc.constantFrom(...reportKinds),
    sourcing: fc.constantFrom(...sourcings),
    attribution: anyAttribution(sources),
    effects: some(() => anyEffect(ids), [changes], 4, 1),
    positions: some(
      () =>
        record({
          actor: fc.constantFrom(...actors),
          change: fc.constantFrom(...changes),
          stance: fc.constantFrom(...stances),
          on: maybe(anyDate),
          quote: maybe(anyQuote),
          note: maybe(anyText),
        }),
      [changes, actors],
      2,
    ),
    expectations: some(
      () =>
        record({
          change: fc.constantFrom(...changes),
          stage: fc.constantFrom(...stages),
          from: maybe(fc.constantFrom('2020', '2021-04')),
          until: fc.constantFrom('2023', '2024-12-31'),
          quote: maybe(anyQuote),
          note: maybe(anyText),
        }),
      [changes],
      1,
    ),
    related: fewOf(
      reports.filter((other) => other !== id),
      2,
    ),
    note: maybe(anyText),
    corrections: maybe(fc.array(record({ on: anyDate, note: anyText }), { maxLength: 1 })),
    retracted: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, record({ on: anyDate, note: anyText })),
    formerly: formerly(id),
    translations: maybe(record({ ja: record({ of: anySign, summary: anySummary }) })),
    summary: fc.oneof(fc.constant(''), anySummary),
  })
}

/** Ids of a few records or of none, more often of many: only where much is said, something follows. */
const manyIds = (prefix: string, most: number) =>
  fc.oneof({ weight: 1, arbitrary: idsOf(prefix, most) }, { weight: 4, arbitrary: idsOf(prefix, most, most >> 1) })

const anyDossierOf = (id: string, sources: string[]): fc.Arbitrary<DossierRecords> =>
  fc
    .tuple(anyDossierRecord(id), manyIds('rule', 6), manyIds('change', 6), idsOf('actor', 2), manyIds('report', 12))
    .chain(([dossier, rules, changes, actors, reports]) => {
      const { dimensions } = dossier
      const ids = { dimensions, rules, changes, actors, reports: reports.toSorted(), sources }
      return fc.record({
        dossier: fc.constant(dossier),
        rules: fc.tuple(...rules.map((one, at) => anyRule(one, rules.slice(0, at), dimensions))),
        changes: fc.tuple(...changes.map((one) => anyChange(one, ids))),
        actors: fc.tuple(...actors.map((one) => anyActor(one, actors))),
        reports: fc.tuple(...ids.reports.map((one) => anyReport(one, ids))),
      })
    })

function anyActor(id: string, actors: string[]): fc.Arbitrary<Actor> {
  const others = actors.filter((other) => other !== id)
  return record<Actor>({
    id: fc.constant(id),
    name: anyText,
    kind: fc.constantFrom(...actorKinds),
    note: maybe(anyText),
    url: maybe(anyUrl),
    of:
      others.length === 0
        ? fc.constant(undefined)
        : maybe(fc.array(record({ actor: fc.constantFrom(...others), ...anyTime }), { maxLength: 2 })),
    formerly: formerly(id),
  })
}

/** Publishers and dossiers, each sound, with so many dossiers. */
export const anyContent = ({ dossiers }: { dossiers: number }): fc.Arbitrary<ContentTree> =>
  fc.tuple(idsOf('source', 3, 1), idsOf('dossier', dossiers, dossiers)).chain(([sources, ids]) =>
    record<ContentTree>({
      site: maybe(anySite),
      sources: fc.tuple(
        ...sources.map((id) =>
          record<Source>({
            id: fc.constant(id),
            name: anyText,
            kind: fc.constantFrom(...sourceKinds),
            url: maybe(anyUrl),
            language: maybe(anyLanguage),
            country: maybe(fc.constantFrom('JP', 'no', 'xx')),
            tier: maybe(fc.constantFrom(...tiers)),
            formerly: formerly(id),
          }),
        ),
      ),
      dossiers: fc.tuple(...ids.toSorted().map((id) => anyDossierOf(id, sources))),
    }),
  )
