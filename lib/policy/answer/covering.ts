import { type Bits, emptyBits, intersect, members } from '@/lib/policy/compiled/bits'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'

/** Finds which rules cover a case, by its number; what was found last stays until the next is asked for. */
export class Covering {
  readonly bits: Bits
  private readonly halves: Uint16Array

  constructor(private readonly compiled: Compiled) {
    this.bits = emptyBits(compiled.rules.length)
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

  /** The same for all cases that the same rules cover, and for no others. */
  get key(): string {
    return String.fromCharCode(...this.halves)
  }

  get rules(): CompiledRule[] {
    return members(this.bits).map((index) => this.compiled.rules[index] as CompiledRule)
  }
}
