import { type Bits, members } from './bits'
import type { Case, Compiled, CompiledDimension } from './types'

/** The numbers of the cases within any of the scopes (leaves per dimension), each once, in tree order. */
export function numbersWithin({ dimensions }: Compiled, scopes: readonly (readonly Bits[])[]): number[] {
  const within = new Uint8Array(dimensions.reduce((product, { leaves }) => product * leaves.length, 1))
  for (const scope of scopes) markNumbers(within, dimensions, scope.map(members))
  const numbers: number[] = []
  within.forEach((is, number) => {
    if (is) numbers.push(number)
  })
  return numbers
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
  const kase: Case = {}
  let units = 1
  for (const { leaves } of dimensions) units *= leaves.length
  let rest = number
  for (const { dimension, leaves } of dimensions) {
    units /= leaves.length
    kase[dimension.id] = leaves[Math.floor(rest / units)] ?? ''
    rest %= units
  }
  return kase
}
