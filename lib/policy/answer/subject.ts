import { type Bits, emptyBits, meet, members, unite } from '@/lib/policy/compiled/bits'
import { findRule } from '@/lib/policy/compiled/find'
import type { Compiled, CompiledChange } from '@/lib/policy/compiled/types'

/** What a change is about in one dimension, where that is less than everything. */
export interface Subject {
  dimension: string
  /** Whether a value, group or member of the dimension is, at least in part, what it is about. */
  meets: (named: string) => boolean
}

/** What a change is about, by the scopes of the rules that it alters: the dimensions in which these are narrower than everything. */
export function subjectOf(compiled: Compiled, { change }: CompiledChange): Subject[] {
  const rules = (change.alterations ?? []).flatMap(({ rule }) => findRule(compiled, rule) ?? [])
  return compiled.dimensions.flatMap(({ dimension, leaves, valueBits, members: named }, at) => {
    const about = emptyBits(leaves.length)
    for (const rule of rules) unite(about, rule.scope[at] as Bits)
    const size = members(about).length
    if (size === 0 || size === leaves.length) return []
    const meets = (id: string): boolean => {
      const own = valueBits.get(id)
      if (own) return meet(own, about)
      return (named.get(id)?.in ?? []).some(({ value }) => {
        const bits = valueBits.get(value)
        return bits !== undefined && meet(bits, about)
      })
    }
    return [{ dimension: dimension.id, meets }]
  })
}

/** What a rule covers, and which rules come before it. */
export interface Coverage {
  /** How many cases it covers, and how many there are. */
  cases: number
  all: number
  /** Ids of the rules that override it. */
  overriddenBy: string[]
  /** Ids of the norms that are strictly narrower, and speak before it where both do. */
  narrowedBy: string[]
}

/** What a rule covers, and which rules come before it; null for a rule that the dossier does not have. */
export function coverageOf(compiled: Compiled, id: string): Coverage | null {
  const rule = findRule(compiled, id)
  if (!rule) return null
  const idsOf = (bits: Bits) => members(bits).flatMap((at) => compiled.rules[at]?.id ?? [])
  return {
    cases: rule.scope.reduce((product, bits) => product * members(bits).length, 1),
    all: compiled.dimensions.reduce((product, { leaves }) => product * leaves.length, 1),
    overriddenBy: idsOf(rule.overriddenBy),
    narrowedBy: idsOf(rule.narrowedBy),
  }
}
