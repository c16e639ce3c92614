import { isSameRecord, mostItems } from '@/lib/model'
import type { Applied } from './fields'
import { isBranch, valueAt } from './shown'

/*
 * A dossier as its form shows it: each tree of values as a list, parents before what is inside them, each value with the id of its parent.
 */

/** A dossier whose trees are lists of rows. */
export type Rows = Record<string, unknown>

type Item = Record<string, unknown>
const isItem = (value: unknown): value is Item => isBranch(value) && !Array.isArray(value)
const listIn = (data: unknown, name: string): unknown[] => {
  const list = valueAt(data, [name])
  return Array.isArray(list) ? list : []
}

/** A value as it stands in its tree: the list that it is in, and its place there; the row of its parent, -1 at the top. */
interface Placed {
  siblings: unknown[]
  at: number
  parent: number
  depth: number
}

/** Every value of a tree in the order of its rows. */
function placesIn(values: unknown[]): Placed[] {
  const found: Placed[] = []
  const visit = (siblings: unknown[], parent: number, depth: number): void => {
    siblings.forEach((value, at) => {
      const row = found.push({ siblings, at, parent, depth }) - 1
      visit(listIn(value, 'values'), row, depth + 1)
    })
  }
  visit(values, -1, 0)
  return found
}

/** Where the value of a row stands in its tree; undefined where there is no such row. */
export const placeOfRow = (values: unknown[], row: number): Placed | undefined => placesIn(values)[row]

/** How deep the value of each row stands: 0 at the top. */
export const depthsOf = (values: unknown[]): number[] => placesIn(values).map(({ depth }) => depth)

/** A dossier, or a draft of one in whatever state it is, as its form shows it. */
export function asRows(data: unknown): Rows {
  const record = isItem(data) ? data : {}
  if (!Array.isArray(record.dimensions)) return record
  return {
    ...record,
    dimensions: record.dimensions.map((dimension: unknown) =>
      isItem(dimension) && Array.isArray(dimension.values)
        ? { ...dimension, values: rowsOf(dimension.values) }
        : dimension,
    ),
  }
}

function rowsOf(values: unknown[]): unknown[] {
  const places = placesIn(values)
  const valueAtPlace = ({ siblings, at }: Placed): unknown => siblings[at]
  return places.map((place) => {
    const value = valueAtPlace(place)
    const parent = places[place.parent]
    const inside = parent ? { parent: idOf(valueAtPlace(parent)) } : {}
    if (typeof value === 'string') return { id: value, ...inside }
    if (!isItem(value)) return value
    const { values: tree, ...own } = value
    return { ...own, ...(tree === undefined || Array.isArray(tree) ? {} : { values: tree }), ...inside }
  })
}

const idOf = (value: unknown): string => {
  const id = typeof value === 'string' ? value : valueAt(value, ['id'])
  return typeof id === 'string' ? id : ''
}

/**
 * The dossier that changed rows say, `before` being the rows of `data`: a value goes with what is inside it under the parent that its row
 * names by now. A tree whose rows did not change stays as it is. What would stand inside itself, or under a value that there is not, is refused.
 */
export function fromRows(data: unknown, before: Rows, after: Rows): Applied {
  if (isSameRecord(before, after)) return { ok: true, data: isItem(data) ? data : {} }
  const trees = listIn(data, 'dimensions')
  const had = listIn(before, 'dimensions')
  if (!Array.isArray(after.dimensions)) return { ok: true, data: after }
  const dimensions: unknown[] = []
  for (const [at, dimension] of after.dimensions.entries()) {
    if (!isItem(dimension) || !Array.isArray(dimension.values)) {
      dimensions.push(dimension)
      continue
    }
    const rows: unknown[] = dimension.values
    const same = [at, ...had.keys()].find((place) => isSameRecord(valueAt(had[place], ['values']), rows))
    if (same !== undefined) dimensions.push({ ...dimension, values: valueAt(trees[same], ['values']) })
    else {
      const tree = treeOf(rows, listIn(had[at], 'values'), placesIn(listIn(trees[at], 'values')))
      if (!tree.ok) return tree
      dimensions.push({ ...dimension, values: tree.values })
    }
  }
  return { ok: true, data: { ...after, dimensions } }
}

type Tree = { ok: true; values: unknown[] } | { ok: false; message: string }

function treeOf(rows: unknown[], before: unknown[], places: Placed[]): Tree {
  const parents: number[] = []
  for (const [at, row] of rows.entries()) {
    const named = valueAt(row, ['parent'])
    const parent = typeof named === 'string' ? named : ''
    // Ids are looked up as the form showed them: a parent may have got another one at the same time.
    const isSame = at < before.length && parent === (valueAt(before[at], ['parent']) ?? '')
    const found = isSame ? (places[at]?.parent ?? -1) : before.findIndex((one) => idOf(one) === parent)
    if (!isSame && parent !== '' && found < 0)
      return {
        ok: false,
        message: `“${idOf(row)}” is to stand under “${parent}”, which is no value of its dimension. Nothing was stored.`,
      }
    parents.push(parent === '' && !isSame ? -1 : found)
  }
  for (const [at, row] of rows.entries())
    if (standsInItself(at, parents))
      return {
        ok: false,
        message: `“${idOf(row)}” cannot stand under itself, or under what is inside it. Nothing was stored.`,
      }
  const valuesUnder = (parent: number): unknown[] =>
    rows.flatMap((row, at) => (parents[at] === parent ? [asValue(row, valuesUnder(at))] : []))
  return { ok: true, values: valuesUnder(-1) }
}

function standsInItself(row: number, parents: readonly number[]): boolean {
  const seen = new Set<number>()
  for (let at = row; at >= 0; at = parents[at] ?? -1) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function asValue(row: unknown, inside: unknown[]): unknown {
  if (!isItem(row)) return row
  const { parent: _, ...own } = row
  return inside.length > 0 || !Object.hasOwn(own, 'values') ? { ...own, values: inside } : own
}

/** The rows with one more, at the top of a tree; refused where a form holds no more of them. */
export function pushRow(rows: Rows, path: string[]): Applied {
  const next = structuredClone(rows)
  const dimension = valueAt(next, path.slice(0, -1))
  if (!isItem(dimension)) return { ok: true, data: rows }
  const values = Array.isArray(dimension.values) ? dimension.values : []
  if (values.length >= mostItems)
    return {
      ok: false,
      message: `A form holds at most ${mostItems} values of a dimension: edit this dossier in its file form.`,
    }
  dimension.values = [...values, {}]
  return { ok: true, data: next }
}

/** The path of a field of a dossier as its form names it: within a tree by the row of the value. */
export function pathInRows(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, dimension = '', list, place, ...rest] = path
  if (first !== 'dimensions' || list !== 'values' || typeof place !== 'number') return path
  const tree = listIn(valueAt(data, ['dimensions', String(dimension)]), 'values')
  const below = [...rest]
  let [siblings, at] = [tree, place]
  while (below[0] === 'values' && typeof below[1] === 'number') {
    siblings = listIn(siblings[at], 'values')
    at = below[1]
    below.splice(0, 2)
  }
  const row = placesIn(tree).findIndex((one) => one.siblings === siblings && one.at === at)
  return row < 0 ? path : [first, dimension, list, row, ...below]
}
