import type { Dimension, Group, Member, Value } from './records'

/** Walks a dimension's tree from the top, parents before their children. */
export function* walkValues(
  values: readonly Value[],
  parent: Value | null = null,
  depth = 0,
): Generator<{ value: Value; parent: Value | null; depth: number }> {
  for (const value of values) {
    yield { value, parent, depth }
    yield* walkValues(value.values, value, depth + 1)
  }
}

/** The leaves under a value, itself when it has no children; in tree order. */
export function leavesOf(value: Value): Value[] {
  return value.values.length === 0 ? [value] : value.values.flatMap(leavesOf)
}

const indexed = new WeakMap<Dimension, Map<string, Value>>()

/** A value of a dimension's tree by its id. */
export function findValue(dimension: Dimension, id: string): Value | undefined {
  const kept = indexed.get(dimension)
  if (kept) return kept.get(id)
  const byId = new Map<string, Value>()
  // Of values with one id, which `validate` refuses, the first in tree order.
  for (const { value } of walkValues(dimension.values)) if (!byId.has(value.id)) byId.set(value.id, value)
  indexed.set(dimension, byId)
  return byId.get(id)
}

/** The values from the top of a dimension's tree down to one, itself included; none where the dimension does not have it. */
export function pathTo({ values }: Pick<Dimension, 'values'>, id: string): Value[] {
  for (const value of values) {
    if (value.id === id) return [value]
    const below = pathTo(value, id)
    if (below.length > 0) return [value, ...below]
  }
  return []
}

/** What a question may name in a dimension: a value of its tree, a group or a member (model, section 1). */
export type Askable = Value | Group | Member

/** As `Askable`, by its id. */
export const findAskable = (dimension: Dimension, id: string): Askable | undefined =>
  findValue(dimension, id) ??
  dimension.groups?.find((group) => group.id === id) ??
  dimension.members?.find((member) => member.id === id)

/** The ids of all that a question may name in a dimension: values in tree order, then groups, then members. */
export const askableIds = ({ values, groups = [], members = [] }: Dimension): string[] => [
  ...[...walkValues(values)].map(({ value }) => value.id),
  ...groups.map(({ id }) => id),
  ...members.map(({ id }) => id),
]
