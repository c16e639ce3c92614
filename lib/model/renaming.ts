import type { RecordEdit } from './apply'
import { type IdMention, isSameMention, mapMentions, recordsOf } from './mentions'
import type { Actor, AnyRecord, Dimension, Dossier, DossierRecords, Source } from './records'
import { isSameRecord } from './same'
import { walkValues } from './tree'
import type { RecordKind } from './words'

/** Something gets another id: a record, a dimension, or a value, group or member of one. */
export interface Renaming {
  what: IdMention
  to: string
}

/**
 * A record, or a draft of one in whatever state it is, in which something is called by its new id wherever it is named; of a
 * dossier also where it stands itself. Itself where it is not named. The record that is renamed gets its new id by `underNewId`.
 */
export function renameIn<Data>(kind: RecordKind, data: Data, { what, to }: Renaming): Data {
  const named = mapMentions(kind, data, (mention) => (isSameMention(mention, what) ? to : mention.id))
  if (kind === 'dossier') return renameInDossier(named, { what, to }) as Data
  return named === data ? data : (withoutEchoes(kind, named) as Data)
}

/**
 * What goes along with renamings in a dossier: each record that names what gets another id, with the new id in its place. Those that are edited
 * themselves are left out, for they say what becomes of them.
 */
export function followingEdits(
  records: DossierRecords,
  renamings: readonly (Renaming & { dossier: string })[],
  isEdited: (kind: RecordKind, id: string) => boolean,
): RecordEdit[] {
  const here = renamings.filter(({ what, dossier }) => what.kind === 'source' || dossier === records.dossier.id)
  if (here.length === 0) return []
  return recordsOf(records).flatMap(({ kind, record }): RecordEdit[] => {
    if (isEdited(kind, record.id)) return []
    const next = here.reduce((text: AnyRecord, renaming) => renameIn(kind, text, renaming), record)
    return next === record ? [] : [{ kind, id: record.id, record: next }]
  })
}

/** Ids that a record had, with one more; the one that it has now is none of them. */
const formerIds = (formerly: readonly string[] | undefined, more: readonly string[], now: string): string[] =>
  [...new Set([...(formerly ?? []), ...more])].filter((id) => id !== now)

/** A record under another id, which keeps the one that it had among its former ones. */
export function underNewId<Data extends { id: string; formerly?: string[] | undefined }>(
  record: Data,
  to: string,
): Data {
  return { ...record, id: to, formerly: formerIds(record.formerly, [record.id], to) }
}

/** The one that stays of two records that are one: it keeps its own text, and is found under all ids of the other; of an actor, it also belongs to whom the other belonged. */
export function absorb<R extends Actor | Source>(stays: R, goes: R): R {
  const formerly = formerIds(stays.formerly, [goes.id, ...(goes.formerly ?? [])], stays.id)
  const own = { ...stays, formerly }
  const others = 'of' in goes ? (goes.of ?? []) : []
  if (others.length === 0) return own
  const of = [...('of' in stays ? (stays.of ?? []) : []), ...others]
  return withoutEchoes('actor', { ...own, of }, goes.id)
}

/** What two that became one leave in a record: an actor that belongs to itself, a membership or a position that is told twice. */
function withoutEchoes<Data>(kind: RecordKind, data: Data, other?: string): Data {
  const record = data as { id?: unknown; of?: unknown; positions?: unknown }
  if (kind === 'actor' && Array.isArray(record.of)) {
    const of = record.of.filter(({ actor }) => actor !== record.id && (other === undefined || actor !== other))
    return { ...data, of: once(of) }
  }
  if (kind === 'report' && Array.isArray(record.positions)) return { ...data, positions: once(record.positions) }
  return data
}

const once = (items: unknown[]): unknown[] =>
  items.filter((item, at) => items.findIndex((other) => isSameRecord(other, item)) === at)

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function renameInDossier(data: unknown, { what, to }: Renaming): unknown {
  if (!isFields(data) || !Array.isArray(data.dimensions)) return data
  if (what.kind === 'dimension') {
    const dimensions = data.dimensions.map((one) => (isFields(one) && one.id === what.id ? renamed(one, to) : one))
    const blank = (text: unknown): unknown =>
      typeof text === 'string'
        ? text.replaceAll(`{${what.id}}`, `{${to}}`)
        : isFields(text)
          ? Object.fromEntries(Object.entries(text).map(([language, one]) => [language, blank(one)]))
          : text
    const texts = Object.fromEntries(
      ['question', 'asks'].flatMap((field) => (Object.hasOwn(data, field) ? [[field, blank(data[field])]] : [])),
    )
    return { ...data, ...texts, dimensions }
  }
  if (what.kind !== 'value') return data
  const dimensions = data.dimensions.map((one) =>
    isFields(one) && one.id === what.dimension ? renameInDimension(one, what.id, to) : one,
  )
  return { ...data, dimensions }
}

function renameInDimension(dimension: Fields, id: string, to: string): Fields {
  const inList = (list: unknown, isTree: boolean): unknown =>
    Array.isArray(list)
      ? list.map((one) => {
          if (isTree && one === id) return { id: to, formerly: [id] }
          if (!isFields(one)) return one
          const below = isTree && Object.hasOwn(one, 'values') ? { ...one, values: inList(one.values, true) } : one
          return below.id === id ? renamed(below, to) : below
        })
      : list
  const lists = ['values', 'groups', 'members'].flatMap((field) =>
    Object.hasOwn(dimension, field) ? [[field, inList(dimension[field], field === 'values')] as const] : [],
  )
  return { ...dimension, ...Object.fromEntries(lists) }
}

function renamed(one: Fields, to: string): Fields {
  const had = Array.isArray(one.formerly) ? one.formerly.map(String) : []
  return { ...one, id: to, formerly: formerIds(had, [String(one.id)], to) }
}

/** The id under which something was first known: what names it for good, such as an item of a feed, is made of it. */
export const firstId = ({ id, formerly }: { id: string; formerly?: readonly string[] | undefined }): string =>
  formerly?.[0] ?? id

/** One record before and after a publication; null where there is none. */
export interface RecordTurn {
  kind: RecordKind
  dossier: string
  id: string
  before: AnyRecord | null
  next: AnyRecord | null
}

/** A dossier that stands under another id after a publication, with all that is in it. */
export interface DossierMove {
  from: string
  to: string
}

/**
 * The dossiers that a publication gives another id: one goes whose id another takes over that says it had it; or one gets back the id
 * which it says it had, as when such an edition is undone. What stands in it goes along.
 */
export function dossierMovesOf(turns: readonly RecordTurn[]): DossierMove[] {
  const ofDossiers = turns.filter(({ kind }) => kind === 'dossier')
  const goes = new Map(ofDossiers.flatMap(({ id, before, next }) => (before && !next ? [[id, before] as const] : [])))
  const comes = ofDossiers.flatMap(({ id, before, next }) => (!before && next ? [{ id, next }] : []))
  return comes.flatMap(({ id, next }): DossierMove[] => {
    const from =
      next.formerly?.findLast((former) => goes.has(former)) ??
      [...goes].find(([, before]) => before.formerly?.at(-1) === id)?.[0]
    if (from === undefined) return []
    goes.delete(from)
    return [{ from, to: id }]
  })
}

/**
 * What a publication renames: records whose id another takes over that says it had it, and what stands in a dossier so; or that
 * get back the id which they say they had, as when such an edition is undone.
 */
export function renamingsOf(turns: readonly RecordTurn[]): (Renaming & { dossier: string })[] {
  const goes = new Map(
    turns.flatMap((turn) => (turn.before && !turn.next ? [[textOf(turn), turn.before] as const] : [])),
  )
  const comes = new Map(
    turns.flatMap((turn) => (!turn.before && turn.next ? [[textOf(turn), turn.next] as const] : [])),
  )
  return turns.flatMap((turn) => {
    const { kind, dossier, id, before, next } = turn
    const place = (former: string) => textOf({ kind, dossier, id: former })
    if (kind === 'dossier')
      return before && next ? inDossier(before as Dossier, next as Dossier).map((one) => ({ ...one, dossier })) : []
    // There is one, and it has one id.
    if (kind === 'site') return []
    const taken = next?.formerly?.filter((former) => goes.has(place(former))) ?? []
    const given = next ? [] : (before?.formerly?.filter((former) => comes.has(place(former))) ?? [])
    return [
      ...taken.map((former) => ({ dossier, what: { kind, id: former }, to: id })),
      ...given.slice(-1).map((former) => ({ dossier, what: { kind, id }, to: former })),
    ]
  })
}

const textOf = ({ kind, dossier, id }: Pick<RecordTurn, 'kind' | 'dossier' | 'id'>): string =>
  `${kind} ${dossier} ${id}`

function inDossier(before: Dossier, next: Dossier): Renaming[] {
  const dimensions = takenOver(before.dimensions, next.dimensions).map(
    ({ from, to }): Renaming => ({ what: { kind: 'dimension', id: from }, to }),
  )
  const within = next.dimensions.flatMap((dimension) => {
    const was = dimensions.find(({ to }) => to === dimension.id)?.what.id ?? dimension.id
    const had = before.dimensions.find(({ id }) => id === was)
    if (!had) return []
    return takenOver(namedIn(had), namedIn(dimension)).map(
      ({ from, to }): Renaming => ({ what: { kind: 'value', dimension: dimension.id, id: from }, to }),
    )
  })
  return [...dimensions, ...within]
}

interface NamedThing {
  id: string
  formerly?: string[] | undefined
}

/** All that stands in a dimension under an id of its own: values, groups, members. */
const namedIn = ({ values, groups = [], members = [] }: Dimension): NamedThing[] => [
  ...[...walkValues(values)].map(({ value }) => value),
  ...groups,
  ...members,
]

function takenOver(before: readonly NamedThing[], next: readonly NamedThing[]): { from: string; to: string }[] {
  const had = new Set(before.map(({ id }) => id))
  const has = new Set(next.map(({ id }) => id))
  const isMove = ({ from, to }: { from: string; to: string }) =>
    had.has(from) && !has.has(from) && has.has(to) && !had.has(to)
  const taken = next.flatMap(({ id, formerly = [] }) => formerly.map((from) => ({ from, to: id })))
  const given = before.flatMap(({ id, formerly = [] }) => formerly.slice(-1).map((to) => ({ from: id, to })))
  return [...taken, ...given].filter(isMove)
}
