import { type Bits, emptyBits, intersect, members } from '@/lib/policy/compiled/bits'
import { caseOf } from '@/lib/policy/compiled/cases'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/compile'
import type { Moment } from '@/lib/policy/standing/moment'
import { type Case, type Decision, decideBy } from './verdict'

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

export interface Decided {
  case: Case
  decision: Decision
}

type Decide = (number: number) => Decided

/** Questions at one moment share many of their cases: the cells of a matrix, and what readers ask about today. */
const deciders = new WeakMap<Moment, Decide>()

/** How many decided cases a moment keeps; past that it begins anew. */
const mostKept = 65_536

/** Decides the cases of a moment by their number, as `decide` does, each once; those that the same rules cover share a decision. */
export function deciderAt(moment: Moment): Decide {
  const known = deciders.get(moment)
  if (known) return known
  const decide = newDecider(moment)
  deciders.set(moment, decide)
  return decide
}

function newDecider(moment: Moment): Decide {
  const covering = new Covering(moment.compiled)
  const byCovering = new Map<string, Decision>()
  const byNumber = new Map<number, Decided>()
  return (number) => {
    const known = byNumber.get(number)
    if (known) return known
    covering.find(number)
    const { key } = covering
    const decision = byCovering.get(key) ?? decideBy(moment, covering.rules)
    byCovering.set(key, decision)
    const decided = { case: caseOf(moment.compiled.dimensions, number), decision }
    if (byNumber.size >= mostKept) byNumber.clear()
    byNumber.set(number, decided)
    return decided
  }
}
