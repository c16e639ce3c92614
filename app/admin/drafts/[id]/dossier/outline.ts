import { valueAt } from '@/lib/forms/shown'
import { type Dossier, findAskable, type IdMention, isId, type Locale, mentionsIn, titleOf } from '@/lib/model'
import type { Option } from '../../../_components/Field'
import type { ScopeValue } from '../record/ScopeField'

/** A dimension of a draft, in whatever state it is, as its form offers it for choice. */
export interface Outline {
  id: string
  label: string
  values: ScopeValue[]
  groups: ScopeValue[]
  members: ScopeValue[]
}

const listIn = (data: unknown, name: string): unknown[] => {
  const list = valueAt(data, [name])
  return Array.isArray(list) ? list : []
}

function named(item: unknown, locale: Locale): ScopeValue[] {
  const id = typeof item === 'string' ? item : String(valueAt(item, ['id']) ?? '')
  if (id === '') return []
  const inside = listIn(item, 'values').flatMap((one) => named(one, locale))
  return [{ id, label: titleOf(item, locale) || id, values: inside }]
}
const alone = (item: unknown, locale: Locale): ScopeValue[] =>
  named(item, locale).map((one) => ({ ...one, values: [] }))

/** The dimensions of a draft with an id that can be a name, labelled in the language of whoever writes. */
export const outlinesOf = (data: unknown, locale: Locale): Outline[] =>
  listIn(data, 'dimensions').flatMap((dimension) => {
    const id = String(valueAt(dimension, ['id']) ?? '')
    if (!isId(id)) return []
    return [
      {
        id,
        label: titleOf(dimension, locale) || id,
        values: listIn(dimension, 'values').flatMap((one) => named(one, locale)),
        groups: listIn(dimension, 'groups').flatMap((one) => alone(one, locale)),
        members: listIn(dimension, 'members').flatMap((one) => alone(one, locale)),
      },
    ]
  })

/** Values to choose from, each as deep as it stands. */
export const valueOptions = (values: readonly ScopeValue[], depth = 0): Option[] =>
  values.flatMap(({ id, label, values: inside }) => [
    { value: id, label: `${'– '.repeat(depth)}${label}` },
    ...valueOptions(inside, depth + 1),
  ])

/** All that a question may name in a dimension. */
export const askableOptions = ({ values, groups, members }: Outline): Option[] => [
  ...valueOptions(values),
  ...valueOptions(groups),
  ...valueOptions(members),
]

const keyOf = ({ kind, dimension = '', id }: IdMention): string => `${kind} ${dimension} ${id}`

/** Counts in how many places records name what stands in a dossier. */
export function countMentions(records: Iterable<{ kind: 'dossier' | 'rule' | 'change'; data: unknown }>) {
  const counts = new Map<string, number>()
  for (const { kind, data } of records)
    for (const { mention } of mentionsIn(kind, data)) counts.set(keyOf(mention), (counts.get(keyOf(mention)) ?? 0) + 1)
  return (what: IdMention): number => counts.get(keyOf(what)) ?? 0
}

/** Whether something stands in a dossier that is public, so that others may rely on its id. */
export function isPublic(dossier: Dossier | null, { kind, dimension, id }: IdMention): boolean {
  const found = dossier?.dimensions.find((one) => one.id === (kind === 'dimension' ? id : dimension))
  return found !== undefined && (kind === 'dimension' || findAskable(found, id) !== undefined)
}
