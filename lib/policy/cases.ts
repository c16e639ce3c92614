import { type Bits, members } from './bits'
import type { Compiled, CompiledDimension } from './compile'
import type { Case } from './verdict'

/** The cases within any of the scopes (leaves per dimension), each once, in tree order. */
export function casesWithin({ dimensions }: Compiled, scopes: readonly (readonly Bits[])[]): Case[] {
  const within = new Uint8Array(dimensions.reduce((product, { leaves }) => product * leaves.length, 1))
  for (const scope of scopes) for (const number of numbersIn(dimensions, scope)) within[number] = 1
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
function numbersIn(dimensions: readonly CompiledDimension[], scope: readonly Bits[]): number[] {
  let numbers = [0]
  dimensions.forEach(({ leaves }, at) => {
    const chosen = members(scope[at] as Bits)
    numbers = numbers.flatMap((number) => chosen.map((leaf) => number * leaves.length + leaf))
  })
  return numbers
}

function caseOf(dimensions: readonly CompiledDimension[], number: number): Case {
  let rest = number
  const named = dimensions.toReversed().map(({ dimension, leaves }): [string, string] => {
    const leaf = leaves[rest % leaves.length] ?? ''
    rest = Math.floor(rest / leaves.length)
    return [dimension.id, leaf]
  })
  return Object.fromEntries(named.reverse())
}
