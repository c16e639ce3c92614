import { type Value, walkValues } from '@/lib/model'
import type { Case, Compiled, CompiledDimension } from '@/lib/policy'

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
      if (picked.length < dimension.leaves.length)
        values[dimension.dimension.id] = largestValues(dimension, new Set(picked))
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

/** The fewest values of the tree that stand for exactly these leaves. */
function largestValues({ dimension, leaves, valueBits }: CompiledDimension, picked: Set<string>): string[] {
  const covered = new Set<string>()
  const found: string[] = []
  for (const { value } of walkValues(dimension.values)) {
    const under = leavesUnder(value, leaves, valueBits)
    if (under.some((leaf) => !picked.has(leaf)) || under.every((leaf) => covered.has(leaf))) continue
    for (const leaf of under) covered.add(leaf)
    found.push(value.id)
  }
  return found
}

function leavesUnder(value: Value, leaves: readonly string[], valueBits: CompiledDimension['valueBits']): string[] {
  const bits = valueBits.get(value.id)
  return leaves.filter((_, at) => ((bits?.[at >>> 5] ?? 0) >>> (at & 31)) & 1)
}
