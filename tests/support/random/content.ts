import fc from 'fast-check'
import type { ContentTree } from '@/lib/content'
import {
  type Actor,
  actorKinds,
  alterationTargets,
  type Change,
  certainties,
  type Dimension,
  type Dossier,
  type DossierRecords,
  type Effect,
  effectKinds,
  type Report,
  type Rule,
  reportKinds,
  type Source,
  sourceKinds,
  sourcings,
  spokenByDefault,
  stages,
  stances,
  type Value,
  walkValues,
} from '@/lib/model'
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
  idsOf,
  maybe,
  record,
  timeZones,
} from './words'

function anyDimension(id: string): fc.Arbitrary<Dimension> {
  return fc
    .tuple(
      idsOf('value', 9, 1),
      fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }),
      fc.array(anyNames, { minLength: 9, maxLength: 9 }),
      maybe(anyText),
    )
    .map(([ids, depths, names, name]) => ({
      id,
      ...(name === undefined ? {} : { name }),
      values: grow(ids, depths, names),
    }))
}
const anyTerms = fc.dictionary(anyLanguage, fc.array(anyWords, { maxLength: 2 }), { maxKeys: 2 })
const anyNames = record<Pick<Value, 'name' | 'terms' | 'note'>>({
  name: maybe(anyText),
  terms: maybe(anyTerms),
  note: maybe(anyText),
})

/** A tree of the ids in their order: each stands at its depth, or as deep as there is a parent. */
function grow(ids: string[], depths: number[], names: Pick<Value, 'name' | 'terms' | 'note'>[]): Value[] {
  const top: Value[] = []
  const chain: Value[] = []
  ids.forEach((id, at) => {
    const depth = Math.min(depths[at] ?? 0, chain.length)
    chain.length = depth
    const value = { id, ...names[at], values: [] }
    const parent = chain[depth - 1]
    ;(parent?.values ?? top).push(value)
    chain.push(value)
  })
  return top
}

const valuesOf = ({ values }: Dimension): string[] => [...walkValues(values)].map(({ value }) => value.id)

const anyDossierRecord = (id: string): fc.Arbitrary<Dossier> =>
  idsOf('dimension', 3, 1)
    .filter((ids) => !ids.includes('constructor'))
    .chain((ids) => fc.tuple(...ids.map(anyDimension)))
    .chain((dimensions) =>
      record<Dossier>({
        id: fc.constant(id),
        title: anyText,
        summary: maybe(anyText),
        jurisdiction: maybe(fc.constantFrom('JP', 'EU', 'US-CA', '日本')),
        timeZone: fc.constantFrom(...timeZones),
        question: maybe(anyText),
        default: fc.constantFrom(...spokenByDefault),
        matrix: anyMatrix(dimensions),
        coverage: maybe(record({ from: anyDate, checked: anyDate })),
        terms: maybe(fc.array(anyTerms, { maxLength: 2 })),
        dimensions: fc.constant(dimensions),
      }),
    )

function anyMatrix(dimensions: Dimension[]): fc.Arbitrary<Dossier['matrix']> {
  const [rows, columns, third] = dimensions
  if (!rows || !columns) return fc.constant(undefined)
  const fixed = third ? fc.option(fc.constantFrom(...valuesOf(third)), { nil: undefined }) : fc.constant(undefined)
  return maybe(
    fixed.map((value) => ({
      rows: rows.id,
      columns: columns.id,
      fixed: third && value !== undefined ? { [third.id]: value } : {},
    })),
  )
}

const anyRule = (id: string, earlier: string[], dimensions: Dimension[]): fc.Arbitrary<Rule> =>
  record<Rule>({
    id: fc.constant(id),
    title: anyText,
    note: maybe(anyText),
    scope: fc
      .tuple(
        ...dimensions.map((one) =>
          fc.option(fc.uniqueArray(fc.constantFrom(...valuesOf(one)), { minLength: 1, maxLength: 3 }), { freq: 2 }),
        ),
      )
      .map((named) =>
        Object.fromEntries(dimensions.flatMap(({ id: own }, at) => (named[at] ? [[own, named[at]]] : []))),
      ),
    overrides: fewOf(earlier, 1),
    basis: fc.array(record({ instrument: anyText, provision: maybe(anyWords), url: maybe(anyUrl) }), { maxLength: 2 }),
  })

const anyChange = (id: string, rules: string[], reports: string[]): fc.Arbitrary<Change> =>
  record<Change>({
    id: fc.constant(id),
    title: anyText,
    note: maybe(anyText),
    alterations:
      rules.length === 0
        ? fc.constant([])
        : fc.array(
            fc
              .record({
                rule: fc.constantFrom(...rules),
                to: fc.constantFrom(...alterationTargets),
                conditions: fc.array(anyText, { maxLength: 2 }),
                from: fc.option(anyDate),
                until: fc.option(fc.constantFrom(...days, '9999-12-31')),
              })
              .filter(({ from, until }) => from === null || until === null || until >= '2024-12-31'),
            { minLength: 1, maxLength: 3 },
          ),
    starts: rules.length === 0 ? fc.constant(undefined) : maybe(fc.array(fc.constantFrom(...rules), { maxLength: 2 })),
    resolutions:
      reports.length === 0
        ? fc.constant(undefined)
        : maybe(
            fc.array(
              record({ about: fc.constant('dates' as const), holds: fc.constantFrom(...reports), reason: anyText }),
              {
                maxLength: 1,
              },
            ),
          ),
  })

const anyAttribution = (sources: string[]) =>
  fc.array(record({ who: anyText, named: fc.boolean(), source: maybe(fc.constantFrom(...sources)) }), { maxLength: 2 })

const anyEffect = (changes: string[], sources: string[]): fc.Arbitrary<Effect> =>
  record<Effect>({
    change: fc.constantFrom(...changes),
    kind: fc.constantFrom('moves', 'moves', 'moves', ...effectKinds),
    stage: fc.oneof(fc.constant('in_force' as const), fc.constantFrom(...stages)),
    on: maybe(anyDate),
    quote: maybe(anyQuote),
    certainty: fc.constantFrom(...certainties),
    attribution: anyAttribution(sources),
    note: maybe(anyText),
  })

interface Ids {
  changes: string[]
  actors: string[]
  reports: string[]
  sources: string[]
}

const anyReport = (id: string, { changes, actors, reports, sources }: Ids): fc.Arbitrary<Report> => {
  const some = <T>(arbitrary: () => fc.Arbitrary<T>, needs: string[][], most: number, least = 0) =>
    needs.every((ids) => ids.length > 0)
      ? fc.array(arbitrary(), { minLength: least, maxLength: most })
      : fc.constant<T[]>([])
  return record<Report>({
    id: fc.constant(id),
    source: fc.constantFrom(...sources),
    url: maybe(anyUrl),
    headline: anyText,
    published: anyPublished,
    language: anyLanguage,
    kind: fc.constantFrom(...reportKinds),
    sourcing: fc.constantFrom(...sourcings),
    attribution: anyAttribution(sources),
    effects: some(() => anyEffect(changes, sources), [changes], 4, 1),
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
    summary: fc.oneof(
      fc.constant(''),
      anyWords.map((text) => text.trim()),
      fc.constant('# Heading\n\n---\n\nid: no\n```yaml\na: b\n```'),
    ),
  })
}

/** Ids of a few records or of none, more often of many: only where much is said, something follows. */
const manyIds = (prefix: string, most: number) =>
  fc.oneof({ weight: 1, arbitrary: idsOf(prefix, most) }, { weight: 4, arbitrary: idsOf(prefix, most, most >> 1) })

const anyDossierOf = (id: string, sources: string[]): fc.Arbitrary<DossierRecords> =>
  fc
    .tuple(anyDossierRecord(id), manyIds('rule', 6), manyIds('change', 6), idsOf('actor', 2), manyIds('report', 12))
    .chain(([dossier, rules, changes, actors, reports]) => {
      const sorted = reports.toSorted()
      return fc.record({
        dossier: fc.constant(dossier),
        rules: fc.tuple(...rules.map((one, at) => anyRule(one, rules.slice(0, at), dossier.dimensions))),
        changes: fc.tuple(...changes.map((one) => anyChange(one, rules, sorted))),
        actors: fc.tuple(
          ...actors.map((one) =>
            record<Actor>({
              id: fc.constant(one),
              name: anyText,
              kind: fc.constantFrom(...actorKinds),
              note: maybe(anyText),
              url: maybe(anyUrl),
            }),
          ),
        ),
        reports: fc.tuple(...sorted.map((one) => anyReport(one, { changes, actors, reports: sorted, sources }))),
      })
    })

/** Publishers and dossiers, each sound, with so many dossiers. */
export const anyContent = ({ dossiers }: { dossiers: number }): fc.Arbitrary<ContentTree> =>
  fc.tuple(idsOf('source', 3, 1), idsOf('dossier', dossiers, dossiers)).chain(([sources, ids]) =>
    fc.record({
      sources: fc.tuple(
        ...sources.map((id) =>
          record<Source>({
            id: fc.constant(id),
            name: anyText,
            kind: fc.constantFrom(...sourceKinds),
            url: maybe(anyUrl),
            language: maybe(anyLanguage),
            country: maybe(fc.constantFrom('JP', 'no', 'xx')),
          }),
        ),
      ),
      dossiers: fc.tuple(...ids.toSorted().map((id) => anyDossierOf(id, sources))),
    }),
  )
