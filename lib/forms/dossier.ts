import { dispositions, type IdMention, isId, mapMentions, stages } from '@/lib/model'
import { type Applied, applyFields, type Fields } from './fields'
import { changeItem, type Intent } from './intent'
import { applyForm } from './report'
import { List, type Shape } from './shape'
import { isBranch, valueAt } from './shown'
import { asRows, fromRows, placeOfRow, pushRow, type Rows } from './value-rows'

/*
 * The form of a dossier shows each tree of values as rows, one to a value, each with its parent chosen (`value-rows.ts`). A row that nobody
 * touched is stored as it was.
 */

/** The ids of the dimensions of a dossier, or of a draft of one, as far as they can be names. */
const dimensionIds = (data: unknown): string[] => {
  const dimensions = valueAt(data, ['dimensions'])
  const ids = Array.isArray(dimensions) ? dimensions.map((one) => valueAt(one, ['id'])) : []
  return ids.filter((id): id is string => typeof id === 'string' && isId(id) && id !== 'constructor')
}

const each = <Kind extends Shape[string]>(names: readonly string[], kind: Kind): Record<string, Kind> =>
  Object.fromEntries(names.map((name) => [name, kind]))

/** The form of a dossier, as it stands in `data`: its dimensions are fields of the cases and scopes that it names. */
export function dossierShape(data: unknown): Shape {
  const dimensions = dimensionIds(data)
  const called = { id: 'line', name: 'name', terms: 'terms', note: 'text' } as const
  return {
    title: 'name',
    summary: 'text',
    jurisdiction: 'line',
    timeZone: 'line',
    question: 'name',
    asks: 'name',
    default: 'choice',
    coverage: { from: 'date', checked: 'date' },
    review: { second: 'choice', criteria: 'text' },
    matrix: { rows: 'choice', columns: 'choice', fixed: each(dimensions, 'choice') },
    featured: new List(each(dimensions, 'choice')),
    words: { ...each(dispositions, { label: 'name', answer: 'name' }), stages: each(stages, 'name') },
    terms: new List('terms'),
    untracked: new List({ scope: each(dimensions, 'ids'), note: 'text' }),
    dimensions: new List({
      id: 'line',
      name: 'name',
      values: new List({
        ...called,
        parent: 'choice',
        includes: 'terms',
        codes: new List({ scheme: 'choice', code: 'name' }),
      }),
      groups: new List({ ...called, values: 'ids' }),
      members: new List({ ...called, in: new List({ value: 'choice', from: 'date', until: 'date', url: 'address' }) }),
    }),
  }
}

/** Says what names something of a dossier, in the dossier as it stands in the draft and outside of it: `rule “a-rule”`. */
export type NamedBy = (what: IdMention, draft: unknown) => string[]

/**
 * The draft of a dossier after its form was sent: the touched fields put in, what stands under another parent moved there, then what
 * the button asks for. A new id is followed within the dossier. What something names is not taken out: that is refused, with what names it.
 */
export function applyDossierForm(data: unknown, fields: Fields, intent: Intent, namedBy: NamedBy): Applied {
  const rows = asRows(data)
  const typed = applyFields(dossierShape(data), rows, fields)
  if (!typed.ok) return typed
  const saved = fromRows(data, rows, withIds(rows, typed.data))
  if (!saved.ok) return saved
  const followed = followIds(rows, typed.data, saved.data)
  return intent.verb === 'save' || intent.verb === 'review'
    ? { ok: true, data: followed }
    : act(followed, intent, namedBy)
}

type Item = Record<string, unknown>
const asFields = (value: unknown): Item => (isBranch(value) && !Array.isArray(value) ? (value as Item) : {})
const listIn = (data: unknown, name: string): unknown[] => {
  const list = valueAt(data, [name])
  return Array.isArray(list) ? list : []
}
const idOf = (item: unknown): string => {
  const id = valueAt(item, ['id'])
  return typeof id === 'string' ? id : ''
}
const identified = ['values', 'groups', 'members'] as const

/** An id that was emptied stays what it was: others are found by it. */
function withIds(before: unknown, after: Item): Item {
  const keep = (was: unknown, is: unknown): unknown =>
    idOf(was) !== '' && idOf(is) === '' ? { ...asFields(is), id: idOf(was) } : is
  const dimensions = listIn(before, 'dimensions')
  return {
    ...after,
    ...(Array.isArray(after.dimensions)
      ? {
          dimensions: after.dimensions.map((dimension, at) => {
            const was = dimensions[at]
            const lists = identified.flatMap((name): [string, unknown[]][] => {
              const list = valueAt(dimension, [name])
              return Array.isArray(list)
                ? [[name, list.map((item, place) => keep(listIn(was, name)[place], item))]]
                : []
            })
            const own = asFields(keep(was, dimension))
            return lists.length === 0 ? keep(was, dimension) : { ...own, ...Object.fromEntries(lists) }
          }),
        }
      : {}),
  }
}

/** What has another id by now is called so wherever the dossier names it. */
function followIds(before: unknown, after: unknown, data: Item): Item {
  const now = new Map<string, string>()
  listIn(after, 'dimensions').forEach((dimension, at) => {
    const was = listIn(before, 'dimensions')[at]
    const inside = idOf(dimension)
    note(now, 'dimension', idOf(was), inside, listIn(after, 'dimensions'))
    for (const name of identified)
      listIn(dimension, name).forEach((item, place) => {
        const all = identified.flatMap((list) => listIn(dimension, list))
        note(now, `value ${inside}`, idOf(listIn(was, name)[place]), idOf(item), all)
      })
  })
  if (now.size === 0) return data
  const renamed = mapMentions('dossier', data, ({ kind, id, dimension = '' }) => {
    if (kind === 'dimension') return now.get(`dimension ${id}`) ?? id
    return now.get(`value ${now.get(`dimension ${dimension}`) ?? dimension} ${id}`) ?? id
  })
  return renamed
}

function note(now: Map<string, string>, of: string, was: string, is: string, all: unknown[]): void {
  if (was !== '' && is !== '' && was !== is && !all.some((item) => idOf(item) === was)) now.set(`${of} ${was}`, is)
}

type Act = Exclude<Intent, { verb: 'save' | 'review' }>

function act(data: Item, intent: Act, namedBy: NamedBy): Applied {
  const path = intent.list.split('.')
  const isTree = path.length === 3 && path[0] === 'dimensions' && path[2] === 'values'
  if (intent.verb === 'remove') {
    const refused = refusal(data, path, intent.index, namedBy)
    if (refused !== null) return { ok: false, message: refused }
  }
  if (isTree && intent.verb !== 'add') {
    const next = structuredClone(data)
    const place = placeOfRow(listIn(valueAt(next, path.slice(0, 2)), 'values'), intent.index)
    if (place) changeItem(place.siblings, { verb: intent.verb, index: place.at })
    return { ok: true, data: next }
  }
  const rows = asRows(data)
  const acted = isTree ? pushRow(rows, path) : applyForm(dossierShape(data), rows, [], intent)
  return acted.ok ? fromRows(data, rows, acted.data as Rows) : acted
}

const mostNamed = 12

/** Why an item is not taken out; null where nothing is in the way. */
function refusal(data: Item, path: string[], index: number, namedBy: NamedBy): string | null {
  const what = mentionAt(data, path, index)
  if (!what) return null
  const inside = path[2] === 'values' ? placeOfRow(listIn(valueAt(data, path.slice(0, 2)), 'values'), index) : null
  if (inside && listIn(inside.siblings[inside.at], 'values').length > 0)
    return `“${what.id}” has values inside it. Give them another parent, or take them out first: nothing was taken out.`
  const all = namedBy(what, data)
  if (all.length === 0) return null
  const more = all.length > mostNamed ? `, and ${all.length - mostNamed} more` : ''
  return `“${what.id}” is named by ${all.slice(0, mostNamed).join(', ')}${more}: nothing was taken out. Change those first, or give it another id, which they follow.`
}

/** What an item of a list can be named as; null for what has no id. */
function mentionAt(data: Item, path: string[], index: number): IdMention | null {
  const [first, at = '', list = ''] = path
  if (first !== 'dimensions') return null
  if (path.length === 1) {
    const id = idOf(listIn(data, 'dimensions')[index])
    return id === '' ? null : { kind: 'dimension', id }
  }
  if (path.length !== 3 || !identified.some((name) => name === list)) return null
  const dimension = valueAt(data, ['dimensions', at])
  const items = listIn(dimension, list)
  const place = list === 'values' ? placeOfRow(items, index) : { siblings: items, at: index }
  const item = place?.siblings[place.at]
  const id = typeof item === 'string' ? item : idOf(item)
  return id === '' ? null : { kind: 'value', id, dimension: idOf(dimension) }
}
