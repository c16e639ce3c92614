import { type Bits, commonMembers, emptyBits, intersect, members } from '@/lib/policy/compiled/bits'
import type { Case, Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { UnknownCaseError } from './question'

/** What of a dossier bears on a case: cases with the same have one answer at every moment. */
export interface Covered {
  /** All rules whose scope covers it, speaking or not. */
  rules: CompiledRule[]
  /** Whether it lies in none of the scopes that the dossier does not track. */
  isTracked: boolean
}

/** Finds what covers a case, by its number; what was found last stays until the next is asked for. */
export class Covering {
  /** The rules, and behind them the scopes that are not tracked. */
  readonly bits: Bits
  private readonly halves: Uint16Array

  constructor(private readonly compiled: Compiled) {
    const { rules, dossier } = compiled
    this.bits = emptyBits(rules.length + (dossier.untracked?.length ?? 0))
    this.halves = new Uint16Array(this.bits.buffer)
  }

  find(number: number): void {
    const { bits } = this
    const { dimensions } = this.compiled
    bits.fill(-1)
    let rest = number
    for (let at = dimensions.length - 1; at >= 0; at--) {
      const { leaves, rulesAt } = dimensions[at] as Compiled['dimensions'][number]
      intersect(bits, bits, rulesAt[rest % leaves.length] as Bits)
      rest = Math.floor(rest / leaves.length)
    }
  }

  /** The same for all cases that the same rules and scopes cover, and for no others. */
  get key(): string {
    return String.fromCharCode(...this.halves)
  }

  get covered(): Covered {
    return coveredIn(this.compiled, members(this.bits))
  }

  get isTracked(): boolean {
    return members(this.bits).every((index) => index < this.compiled.rules.length)
  }
}

function coveredIn({ rules }: Compiled, indexes: readonly number[]): Covered {
  const covering: CompiledRule[] = []
  for (const index of indexes) if (index < rules.length) covering.push(rules[index] as CompiledRule)
  return { rules: covering, isTracked: covering.length === indexes.length }
}

/** What covers a case of leaves. Throws `UnknownCaseError` when the case is not one of the dossier. */
export function coveredOf(compiled: Compiled, kase: Case): Covered {
  const here = compiled.dimensions.map(({ dimension, leafIndex, rulesAt }) => {
    const leaf = kase[dimension.id] ?? ''
    const bits = rulesAt[leafIndex.get(leaf) ?? -1]
    if (!bits) throw new UnknownCaseError(dimension.id, `“${leaf}” is not a leaf of ${dimension.id}`)
    return bits
  })
  return coveredIn(compiled, commonMembers(here))
}
