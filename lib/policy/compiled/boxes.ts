import { emptyBits, isSubset, setBit, unite } from './bits'
import type { Case, Compiled, CompiledDimension } from './types'

/** A block of cases: every combination of the named values. A dimension whose every leaf takes part is left out. */
export interface Box {
  values: Record<string, string[]>
  cases: number
}

/** Describes a set of cases as the fewest blocks that this order of dimensions allows; together they are exactly the set. */
export const boxesOf = (compiled: Compiled, cases: readonly Case[]): Box[] =>
  cases.length === 0 ? [] : split(compiled.dimensions, cases).map((block) => boxOf(compiled, block))

/** As `boxesOf`, of cases by their numbers, in tree order. */
export const boxesOfNumbers = (compiled: Compiled, numbers: readonly number[]): Box[] =>
  numbers.length === 0 ? [] : splitNumbers(compiled.dimensions, numbers).map((block) => boxOf(compiled, block))

function boxOf({ dimensions }: Compiled, { leaves, cases }: Block): Box {
  const values: Record<string, string[]> = {}
  dimensions.forEach((dimension, at) => {
    const picked = leaves[at] ?? []
    if (picked.length < dimension.leaves.length) values[dimension.dimension.id] = largestValues(dimension, picked)
  })
  return { values, cases }
}

interface Block {
  leaves: string[][]
  cases: number
}

function split(dimensions: readonly CompiledDimension[], cases: readonly Case[]): Block[] {
  const [first, ...rest] = dimensions
  if (!first) return [{ leaves: [], cases: 1 }]
  const byLeaf = new Map<string, Case[]>()
  for (const kase of cases) {
    const leaf = kase[first.dimension.id] ?? ''
    const group = byLeaf.get(leaf)
    if (group) group.push(kase)
    else byLeaf.set(leaf, [kase])
  }
  const alike = new Map<string, { leaves: string[]; cases: Case[] }>()
  for (const [leaf, group] of byLeaf) {
    const key = group
      .map((kase) => rest.map(({ dimension }) => kase[dimension.id]).join(' '))
      .sort()
      .join('\n')
    const found = alike.get(key)
    if (found) found.leaves.push(leaf)
    else alike.set(key, { leaves: [leaf], cases: group })
  }
  return [...alike.values()].flatMap(({ leaves, cases: group }) =>
    split(rest, group).map((block) => ({ leaves: [leaves, ...block.leaves], cases: block.cases * leaves.length })),
  )
}

function splitNumbers(dimensions: readonly CompiledDimension[], numbers: readonly number[]): Block[] {
  const [first, ...rest] = dimensions
  if (!first) return [{ leaves: [], cases: 1 }]
  const units = rest.reduce((product, { leaves }) => product * leaves.length, 1)
  const byLeaf = new Map<number, number[]>()
  for (const number of numbers) {
    const leaf = Math.floor(number / units)
    const group = byLeaf.get(leaf)
    if (group) group.push(number % units)
    else byLeaf.set(leaf, [number % units])
  }
  const alike = new Map<string, { leaves: string[]; numbers: number[] }>()
  for (const [leaf, group] of byLeaf) {
    const key = group.join(' ')
    const found = alike.get(key) ?? { leaves: [], numbers: group }
    alike.set(key, found)
    found.leaves.push(first.leaves[leaf] ?? '')
  }
  return [...alike.values()].flatMap(({ leaves, numbers: group }) =>
    splitNumbers(rest, group).map((block) => ({
      leaves: [leaves, ...block.leaves],
      cases: block.cases * leaves.length,
    })),
  )
}

/** The fewest values of the tree that stand for exactly these leaves; members stand for themselves. */
function largestValues({ leaves, leafIndex, valueBits }: CompiledDimension, picked: string[]): string[] {
  if (!picked.every((leaf) => leafIndex.has(leaf))) return picked
  const wanted = emptyBits(leaves.length)
  for (const leaf of picked) setBit(wanted, leafIndex.get(leaf) ?? 0)
  const covered = emptyBits(leaves.length)
  const found: string[] = []
  // In tree order, so that a value comes before those under it.
  for (const [value, bits] of valueBits) {
    if (!isSubset(bits, wanted) || isSubset(bits, covered)) continue
    unite(covered, bits)
    found.push(value)
  }
  return found
}
