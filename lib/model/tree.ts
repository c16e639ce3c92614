import type { Dimension, Value } from './records'

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

export function findValue(dimension: Dimension, id: string): Value | undefined {
  for (const { value } of walkValues(dimension.values)) if (value.id === id) return value
  return undefined
}
