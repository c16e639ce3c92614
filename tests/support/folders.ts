import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { Document, isScalar, visit } from 'yaml'
import { type ContentTree, recordFields } from '@/lib/content'
import {
  type Actor,
  type AnyRecord,
  actorKinds,
  alterationTargets,
  type Change,
  certainties,
  type Dimension,
  type Dossier,
  type DossierRecords,
  dispositions,
  type Effect,
  effectKinds,
  type RecordKind,
  type Report,
  type Rule,
  reportKinds,
  type Source,
  sourceKinds,
  sourcings,
  stages,
  stances,
  type Text,
  type Value,
  walkValues,
} from '@/lib/model'

/*
 * Content folders of every form that the design allows, as people might write them: ids that YAML takes for something else,
 * texts in any language, dates of any precision, and every way of writing the same record down.
 */

const trickyIds = [
  'true',
  'false',
  'null',
  'no',
  '2014',
  '007',
  '1e3',
  '0x1f',
  '2023-08-23',
  '12-30',
  'constructor',
  'e',
  'a-b-c',
]
const plainIds = [
  'ship',
  'radar',
  'gun',
  'near',
  'far',
  'partner',
  'other-state',
  'x1',
  'long-id-with-many-words-in-it',
]
const anyId = fc.constantFrom(...trickyIds, ...plainIds)
const idsOf = (prefix: string, most: number, least = 0) =>
  fc.uniqueArray(
    fc.oneof(
      anyId,
      fc.nat(99).map((n) => `${prefix}-${n}`),
    ),
    { minLength: least, maxLength: most },
  )

const trickyTexts = [
  'yes',
  '~',
  'null',
  '2014',
  '1.10',
  '- a',
  'a: b',
  '#x',
  'x #y',
  "it's",
  '"q"',
  '{a}',
  '[b]',
  '!tag',
  '&anchor',
  '*alias',
  '%',
  '@at',
  '`tick`',
  '| bar',
  '> fold',
  '? q',
  'trailing ',
  ' leading',
  'tab\there',
  'two\nlines',
  'blank\n\nline',
  'ends\n',
  '\nbegins',
  '  indented\nblock',
  '---',
  '...',
  '防衛装備移転',
  'é\u00a0x',
  '𝒳 emoji 🚢',
  '\u2028sep',
  'ü'.repeat(90),
  '<<',
  'x'.repeat(300),
] // prettier-ignore
const anyWords = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trickyTexts) },
  { weight: 2, arbitrary: fc.constantFrom('Title', 'Weapons for five purposes', '武器', 'Über die Grenze') },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text)),
)
const anyText: fc.Arbitrary<Text> = fc.oneof(
  anyWords,
  fc.dictionary(fc.constantFrom('en', 'ja', 'de', 'fr', 'zh-Hant', 'no'), anyWords, { minKeys: 1, maxKeys: 3 }),
)
const fewOf = (ids: string[], most: number) => fc.subarray(ids, { maxLength: Math.min(most, ids.length) })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Fields that are undefined are not there, as in what a schema makes. */
const record = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc
    .record(fields)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T)

const days = [
  '2019-12-31',
  '2020-01-01',
  '2020-02-29',
  '2021-03-31',
  '2021-04-01',
  '2022-06-15',
  '2023-08-23',
  '2024-12-31',
]
export const anyDate = fc.constantFrom(...days, '2020', '2021-04', '2023', '2023-08')
export const anyFullDay = fc.constantFrom(...days, '2018-01-01', '2022-06-14', '2030-01-01')
const anyPublished = fc.oneof(
  anyDate,
  fc
    .tuple(
      fc.constantFrom(...days),
      fc.constantFrom('00:00', '00:30', '09:00', '14:59:59', '15:00:00', '23:30', '23:59:59.999'),
      fc.constantFrom('Z', '+09:00', '-05:00', '+14:00', '-03:30'),
    )
    .map(([day, time, offset]) => `${day}T${time}${offset}`),
)
const timeZones = ['Asia/Tokyo', 'America/New_York', 'Europe/Brussels', 'UTC', 'Pacific/Kiritimati', 'America/St_Johns']
const anyUrl = fc.constantFrom('https://example.org/a?b=c#d', 'http://例え.jp/道', 'https://example.org/%E6%AD%A6')
const anyLanguage = fc.constantFrom('en', 'ja', 'de', 'zh-Hant')
const anyQuote = record({ text: anyWords.filter((text) => text.length < 60), language: anyLanguage })

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
const anyNames = record<Pick<Value, 'name' | 'terms' | 'note'>>({
  name: maybe(anyText),
  terms: maybe(fc.dictionary(anyLanguage, fc.array(anyWords, { maxLength: 2 }), { maxKeys: 2 })),
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
        default: fc.constantFrom(...dispositions),
        matrix: anyMatrix(dimensions),
        coverage: maybe(record({ from: anyDate, checked: anyDate })),
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

/** How someone writes a folder down: what may differ without a difference in what is said. */
export interface Hand {
  lineEnd: '\n' | '\r\n'
  mark: boolean
  comments: boolean
  /** Everything in braces and brackets, strings in this kind of quotes, or as plain as they can be. */
  flow: boolean
  quotes: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'
  /** Leaves without names as bare ids, scopes of one value without a list, empty fields written as blanks. */
  short: boolean
  blanks: boolean
  /** What stands for a list without records: no file, an empty one, a comment, an empty list. */
  none: null | '' | '# nothing yet\n' | '[]\n' | '---\n'
}

export const anyHand: fc.Arbitrary<Hand> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  comments: fc.boolean(),
  flow: fc.boolean(),
  quotes: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
  short: fc.boolean(),
  blanks: fc.boolean(),
  none: fc.constantFrom(null, '', '# nothing yet\n', '[]\n', '---\n'),
})

/** The files of a content tree as that hand writes them: path below the folder -> text. */
export function writtenBy(hand: Hand, { sources, dossiers }: ContentTree): Map<string, string> {
  const files = new Map<string, string>()
  const list = (file: string, kind: RecordKind, records: readonly AnyRecord[]) => {
    if (records.length > 0)
      files.set(
        file,
        yamlBy(
          hand,
          records.map((one) => formBy(hand, kind, one)),
        ),
      )
    else if (hand.none !== null) files.set(file, hand.none)
  }
  list('sources.yaml', 'source', sources)
  for (const { dossier, rules, changes, actors, reports } of dossiers) {
    const dir = `dossiers/${dossier.id}`
    files.set(`${dir}/dossier.yaml`, yamlBy(hand, formBy(hand, 'dossier', dossier)))
    list(`${dir}/rules.yaml`, 'rule', rules)
    list(`${dir}/changes.yaml`, 'change', changes)
    list(`${dir}/actors.yaml`, 'actor', actors)
    for (const report of reports) {
      const { summary = '', ...matter } = formBy(hand, 'report', report)
      files.set(`${dir}/reports/${report.id}.md`, `---\n${yamlBy(hand, matter)}---\n\n${summary}\n`)
    }
  }
  for (const [file, text] of files)
    files.set(file, `${hand.mark ? '\uFEFF' : ''}${text.replaceAll('\n', hand.lineEnd)}`)
  return files
}

function formBy({ short, blanks }: Hand, kind: RecordKind, one: AnyRecord): Record<string, unknown> {
  const form = recordFields(kind, one)
  if (blanks) Object.assign(form, { ...(kind === 'dossier' ? { coverage: null } : { note: null }), ...form })
  if (blanks && kind === 'source') delete form.note
  if (!short) return form
  if (form.scope)
    form.scope = Object.fromEntries(
      Object.entries(form.scope as Rule['scope']).map(([id, values]) => [id, values.length === 1 ? values[0] : values]),
    )
  if (form.dimensions)
    form.dimensions = (form.dimensions as Dimension[]).map((one) => ({ ...one, values: one.values.map(shortValue) }))
  return form
}

const shortValue = (value: Partial<Value>): unknown => {
  if (Object.keys(value).length === 1) return value.id
  return value.values ? { ...value, values: value.values.map(shortValue) } : value
}

function yamlBy({ flow, quotes, comments }: Hand, data: unknown): string {
  const document = new Document(data, {
    aliasDuplicateObjects: false,
    // Without these tags a date or a number needs no quotes.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag ?? '')),
  })
  visit(document, {
    Scalar: (key, node) => {
      if (quotes !== 'PLAIN' && key !== 'key' && typeof node.value === 'string') node.type = quotes
    },
    Collection: (_, node) => {
      if (flow) node.flow = true
    },
    Pair: (_, pair) => {
      if (comments && !flow && isScalar(pair.key)) pair.key.commentBefore = ' a remark: "of" someone'
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** Makes the folder anew with these files. */
export function writeFiles(dir: string, files: Iterable<[string, string | Uint8Array]>): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  for (const [file, text] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
}
