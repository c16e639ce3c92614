import { emptyBits, isSubset, setBit, unite } from './bits'
import type { Case, Compiled, CompiledDimension } from './types'

/** A block of cases: every combination of the named values. A dimension whose every leaf takes part is left out. */
export interface Box {
  values: Record<string, string[]>
  cases: number
}

/** Describes a set of cases as the fewest blocks that this order of dimensions allows; together they are exactly the set. */
export function boxesOf(compiled: Compiled, cases: readonly Case[]): Box[] {
  return split(compiled.dimensions, cases).map(({ leaves, cases: count }) => {
    const values: Record<string, string[]> = {}
    compiled.dimensions.forEach((dimension, at) => {
      const picked = leaves[at] ?? []
      if (picked.length < dimension.leaves.length) values[dimension.dimension.id] = largestValues(dimension, picked)
    })
    return { values, cases: count }
  })
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
