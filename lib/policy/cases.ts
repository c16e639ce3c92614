import { type Bits, members } from './bits'
import type { Compiled, CompiledDimension } from './compile'
import type { Case } from './verdict'

/** The cases within any of the scopes (leaves per dimension), each once, in tree order. */
export function casesWithin({ dimensions }: Compiled, scopes: readonly (readonly Bits[])[]): Case[] {
  const within = new Uint8Array(dimensions.reduce((product, { leaves }) => product * leaves.length, 1))
  for (const scope of scopes) markNumbers(within, dimensions, scope.map(members))
  const cases: Case[] = []
  within.forEach((is, number) => {
    if (is) cases.push(caseOf(dimensions, number))
  })
  return cases
}

/*
 * Cases are numbered in tree order: the leaf of the last dimension counts as units, a leaf of the one before as many times as
 * the last has leaves, and so on.
 */
function markNumbers(
  within: Uint8Array,
  dimensions: readonly CompiledDimension[],
  chosen: number[][],
  at = 0,
  number = 0,
) {
  const dimension = dimensions[at]
  if (!dimension) within[number] = 1
  else
    for (const leaf of chosen[at] ?? [])
      markNumbers(within, dimensions, chosen, at + 1, number * dimension.leaves.length + leaf)
}

/** The numbers of all cases of the leaves chosen per dimension, by their places; in tree order when those are. */
export function numbersOf(dimensions: readonly CompiledDimension[], chosen: readonly number[][]): number[] {
  let numbers = [0]
  dimensions.forEach(({ leaves }, at) => {
    numbers = numbers.flatMap((number) => (chosen[at] ?? []).map((leaf) => number * leaves.length + leaf))
  })
  return numbers
}

export function caseOf(dimensions: readonly CompiledDimension[], number: number): Case {
  let rest = number
  const named = dimensions.toReversed().map(({ dimension, leaves }): [string, string] => {
    const leaf = leaves[rest % leaves.length] ?? ''
    rest = Math.floor(rest / leaves.length)
    return [dimension.id, leaf]
  })
  return Object.fromEntries(named.reverse())
}
