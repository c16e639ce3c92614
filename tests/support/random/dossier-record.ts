import fc from 'fast-check'
import {
  codeSchemes,
  type Dimension,
  type Dossier,
  dispositions,
  type Group,
  type Member,
  type Scope,
  secondReviews,
  spokenByDefault,
  stages,
  type Value,
  walkValues,
} from '@/lib/model'
import { anyDate, anyLanguage, anyText, anyUrl, anyWords, formerly, idsOf, maybe, record, timeZones } from './words'

/** Times that may be open at either end. */
export const anyTime = {
  from: maybe(fc.constantFrom('2020', '2021-04', '2021-03-31')),
  until: maybe(fc.constantFrom('2022-06-15', '2023', '2024-12-31')),
}

function anyDimension(id: string): fc.Arbitrary<Dimension> {
  return fc
    .tuple(
      idsOf('value', 9, 1),
      fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }),
      fc.array(anyNames, { minLength: 9, maxLength: 9 }),
      maybe(anyText),
    )
    .chain(([ids, depths, names, name]) =>
      record<Dimension>({
        id: fc.constant(id),
        name: fc.constant(name),
        values: fc.constant(grow(ids, depths, names)),
        groups: maybe(anyGroups(ids)),
        members: maybe(anyMembers(ids)),
      }),
    )
}

const anyTerms = fc.dictionary(anyLanguage, fc.array(anyWords, { maxLength: 2 }), { maxKeys: 2 })
const former = maybe(fc.constantFrom<string[][]>(['was-it'], ['was-it', 'and-that']))
const called = { name: maybe(anyText), terms: maybe(anyTerms), note: maybe(anyText), formerly: former }
type Names = Omit<Value, 'id' | 'values'>
const anyNames = record<Names>({
  ...called,
  includes: maybe(anyTerms),
  codes: maybe(fc.array(record({ scheme: fc.constantFrom(...codeSchemes), code: anyWords }), { maxLength: 2 })),
})

const anyGroups = (values: string[]): fc.Arbitrary<Group[]> =>
  fc
    .array(record<Omit<Group, 'id'>>({ ...called, values: someOf(values) }), { maxLength: 2 })
    .map((made) => made.map((one, at) => ({ id: `group-${at}`, ...one })))

const anyMembers = (values: string[]): fc.Arbitrary<Member[]> => {
  const time = record<Member['in'][number]>({ value: fc.constantFrom(...values), ...anyTime, url: maybe(anyUrl) })
  return fc
    .array(record<Omit<Member, 'id'>>({ ...called, in: fc.array(time, { minLength: 1, maxLength: 2 }) }), {
      maxLength: 2,
    })
    .map((made) => made.map((one, at) => ({ id: `member-${at}`, ...one })))
}

/** A tree of the ids in their order: each stands at its depth, or as deep as there is a parent. */
function grow(ids: string[], depths: number[], names: Names[]): Value[] {
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

export const anyDossierRecord = (id: string): fc.Arbitrary<Dossier> =>
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
        asks: maybe(anyText),
        default: fc.constantFrom(...spokenByDefault),
        untracked: maybe(fc.array(record({ scope: anyScope(dimensions), note: maybe(anyText) }), { maxLength: 2 })),
        words: maybe(anyWording),
        matrix: anyMatrix(dimensions),
        featured: maybe(fc.array(anyPicked(dimensions), { maxLength: 2 })),
        coverage: maybe(record({ from: anyDate, checked: anyDate })),
        review: maybe(record({ second: fc.constantFrom(...secondReviews), criteria: maybe(anyText) })),
        terms: maybe(fc.array(anyTerms, { maxLength: 2 })),
        dimensions: fc.constant(dimensions),
        formerly: formerly(id),
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

const someOf = (ids: string[]) => fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 })

/** Of each dimension what `pick` gives, or nothing. */
const perDimension = <T>(dimensions: Dimension[], pick: (dimension: Dimension) => fc.Arbitrary<T>) =>
  fc
    .tuple(...dimensions.map((one) => fc.option(pick(one), { freq: 2 })))
    .map(
      (named): Record<string, T> =>
        Object.fromEntries(dimensions.flatMap(({ id }, at) => (named[at] == null ? [] : [[id, named[at]]]))),
    )

/** A scope by values alone. */
export const anyValues = (dimensions: Dimension[]): fc.Arbitrary<Scope> =>
  perDimension(dimensions, (one) => someOf(valuesOf(one)))

const groupsOf = ({ groups = [] }: Dimension): string[] => groups.map(({ id }) => id)
const membersOf = ({ members = [] }: Dimension): string[] => members.map(({ id }) => id)

/** A scope by values and groups. */
export const anyScope = (dimensions: Dimension[]): fc.Arbitrary<Scope> =>
  perDimension(dimensions, (one) => someOf([...valuesOf(one), ...groupsOf(one)]))

const anyPicked = (dimensions: Dimension[]): fc.Arbitrary<Record<string, string>> =>
  perDimension(dimensions, (one) => fc.constantFrom(...valuesOf(one), ...groupsOf(one), ...membersOf(one)))

const anyWording: fc.Arbitrary<Dossier['words']> = record<NonNullable<Dossier['words']>>({
  ...Object.fromEntries(
    dispositions.map((word) => [word, maybe(record({ label: maybe(anyText), answer: maybe(anyText) }))]),
  ),
  stages: maybe(record(Object.fromEntries(stages.map((stage) => [stage, maybe(anyText)])))),
} as never)
