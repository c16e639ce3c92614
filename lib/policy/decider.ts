import { type Bits, emptyBits, intersect, members } from './bits'
import { caseOf } from './cases'
import type { Compiled, CompiledRule } from './compile'
import type { Moment } from './moment'
import { type Case, type Decision, decideBy } from './verdict'

export interface Decided {
  case: Case
  decision: Decision
}

/** Decides the cases of a moment by their number, as `decide` does, each once; those that the same rules cover share a decision. */
export function deciderAt(moment: Moment): (number: number) => Decided {
  const { rules, dimensions } = moment.compiled
  const covering = emptyBits(rules.length)
  // The same bits as text, for a key.
  const halves = new Uint16Array(covering.buffer)
  const byCovering = new Map<string, Decision>()
  const byNumber = new Map<number, Decided>()
  return (number) => {
    const known = byNumber.get(number)
    if (known) return known
    findCovering(covering, moment.compiled, number)
    const key = String.fromCharCode(...halves)
    const decision =
      byCovering.get(key) ??
      decideBy(
        moment,
        members(covering).map((index) => rules[index] as CompiledRule),
      )
    byCovering.set(key, decision)
    const decided = { case: caseOf(dimensions, number), decision }
    byNumber.set(number, decided)
    return decided
  }
}

/** Makes `covering` the rules whose scope holds the case of that number. */
function findCovering(covering: Bits, { dimensions }: Compiled, number: number): void {
  covering.fill(-1)
  let rest = number
  for (let at = dimensions.length - 1; at >= 0; at--) {
    const { leaves, rulesAt } = dimensions[at] as Compiled['dimensions'][number]
    intersect(covering, covering, rulesAt[rest % leaves.length] as Bits)
    rest = Math.floor(rest / leaves.length)
  }
}
