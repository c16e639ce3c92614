import type { Path } from './problem'
import type { DossierRecords } from './records'
import type { RecordKind } from './words'

/** What a record may name by its id: another record, a dimension, or what stands in one (a value, a group, a member). */
export type Mentionable = Exclude<RecordKind, 'dossier' | 'site'> | 'dimension' | 'value'

/** A record, a dimension or a value by its id; of a value, with its dimension. */
export interface IdMention {
  kind: Mentionable
  id: string
  dimension?: string | undefined
}

/** Where records name others: a mention, `scope` (values per dimension), `picked` (one of each), lists and groups of them. */
type Places = Mentionable | 'scope' | 'picked' | readonly [Places] | { readonly [field: string]: Places }

const links: Places = [{ source: 'source' }]
const places: Record<RecordKind, Places> = {
  dossier: {
    matrix: { rows: 'dimension', columns: 'dimension', fixed: 'picked' },
    featured: ['picked'],
    untracked: [{ scope: 'scope' }],
    dimensions: [{ groups: [{ values: ['value'] }], members: [{ in: [{ value: 'value' }] }] }],
  },
  source: {},
  actor: { of: [{ actor: 'actor' }] },
  rule: { scope: 'scope', overrides: ['rule'] },
  change: {
    alterations: [{ rule: 'rule' }],
    starts: ['rule'],
    concerns: 'scope',
    resolutions: [{ holds: 'report', against: 'report' }],
  },
  report: {
    source: 'source',
    attribution: links,
    effects: [{ change: 'change', rules: ['rule'], by: 'actor', attribution: links }],
    positions: [{ actor: 'actor', change: 'change' }],
    expectations: [{ change: 'change' }],
    related: ['report'],
  },
  // A dossier is named by no mention: it keeps its place in the order under its own id.
  site: {},
}

type Become = (mention: IdMention, path: Path) => string

/**
 * A record, or a draft of one in whatever state it is, with every id that it names replaced by what `become` makes of it; itself
 * where nothing differs. What comes to stand in a list of ids twice stands there once.
 */
export function mapMentions<Data>(kind: RecordKind, data: Data, become: Become): Data {
  return walk(places[kind], data, { path: [], dimension: undefined, become }) as Data
}

interface At {
  path: Path
  /** Within a dimension of a dossier, its id. */
  dimension: string | undefined
  become: Become
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function walk(spec: Places, data: unknown, at: At): unknown {
  if (spec === 'scope' || spec === 'picked') return walkScope(data, at)
  if (typeof spec === 'string') {
    const dimension = spec === 'value' ? at.dimension : undefined
    return typeof data === 'string' ? at.become({ kind: spec, id: data, dimension }, at.path) : data
  }
  if (isList(spec)) return walkList(data, at, (item, below) => walk(spec[0], item, below))
  if (!isFields(data)) return data
  const changed = Object.entries(spec).flatMap(([field, inner]): [string, unknown][] => {
    if (!Object.hasOwn(data, field)) return []
    const had = data[field]
    const has = walk(inner, had, { ...at, path: [...at.path, field], dimension: dimensionOf(data, at) })
    return has === had ? [] : [[field, has]]
  })
  return changed.length === 0 ? data : { ...data, ...Object.fromEntries(changed) }
}

const isList = (spec: Places): spec is readonly [Places] => Array.isArray(spec)

/** Below an item of `dimensions` stands what is in that dimension. */
function dimensionOf({ id }: Fields, { path: [field, , deeper], dimension }: At): string | undefined {
  return field === 'dimensions' && deeper === undefined && typeof id === 'string' ? id : dimension
}

function walkList(data: unknown, at: At, each: (item: unknown, at: At) => unknown): unknown {
  if (!Array.isArray(data)) return data
  const items = data.map((item, place) => each(item, { ...at, path: [...at.path, place] }))
  if (items.every((item, place) => item === data[place])) return data
  return items.filter((item, place) => typeof item !== 'string' || items.indexOf(item) === place)
}

function walkScope(data: unknown, at: At): unknown {
  if (!isFields(data)) return data
  let isSame = true
  const entries = Object.entries(data).map(([id, values]): [string, unknown] => {
    const below = { ...at, path: [...at.path, id], dimension: id }
    const dimension = at.become({ kind: 'dimension', id }, below.path)
    const has = Array.isArray(values)
      ? walkList(values, below, (item, place) => walk('value', item, place))
      : walk('value', values, below)
    isSame &&= dimension === id && has === values
    return [dimension, has]
  })
  return isSame ? data : Object.fromEntries(entries)
}

/** Everything that a record names, with the place where it does, in the order of its fields. */
export function mentionsIn(kind: RecordKind, data: unknown): { mention: IdMention; path: Path }[] {
  const found: { mention: IdMention; path: Path }[] = []
  mapMentions(kind, data, (mention, path) => {
    found.push({ mention, path })
    return mention.id
  })
  return found
}

/** Whether two mentions name the same. */
export const isSameMention = (a: IdMention, b: IdMention): boolean =>
  a.kind === b.kind && a.id === b.id && (a.kind !== 'value' || a.dimension === b.dimension)

/** A record that names something, and where. */
export interface Mentioning {
  kind: RecordKind
  id: string
  paths: Path[]
}

/** The records of a dossier that name something, the dossier first, each with the places where it does. */
export function recordsMentioning(records: DossierRecords, what: IdMention): Mentioning[] {
  return recordsOf(records).flatMap(({ kind, record }) => {
    const paths = mentionsIn(kind, record).flatMap(({ mention, path }) => (isSameMention(mention, what) ? [path] : []))
    return paths.length === 0 ? [] : [{ kind, id: record.id, paths }]
  })
}

/** Every record of a dossier with its kind: the dossier, its rules, changes, actors and reports. */
export const recordsOf = ({ dossier, rules, changes, actors, reports }: DossierRecords) => [
  { kind: 'dossier', record: dossier } as const,
  ...rules.map((record) => ({ kind: 'rule', record }) as const),
  ...changes.map((record) => ({ kind: 'change', record }) as const),
  ...actors.map((record) => ({ kind: 'actor', record }) as const),
  ...reports.map((record) => ({ kind: 'report', record }) as const),
]
