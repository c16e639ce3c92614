import { caseOf } from '@/lib/policy/compiled/cases'
import type { Case } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import type { Moment } from '@/lib/policy/standing/moment'
import { Covering } from './covering'
import { type Decision, decideBy } from './decide'

export interface Decided {
  case: Case
  decision: Decision
}

type Decide = (number: number) => Decided

/** How many decided cases a moment keeps; past that it begins anew. */
const mostKept = 65_536

/**
 * Decides the cases of a moment by their number, as `decide` does, each once; those that the same rules cover share a decision.
 * Questions at one moment share many of their cases: the cells of a matrix, and what readers ask about today.
 */
export const deciderAt: (moment: Moment) => Decide = remember((moment) => {
  const covering = new Covering(moment.compiled)
  const byCovering = new Map<string, Decision>()
  const byNumber = new Map<number, Decided>()
  return (number) => {
    const kept = byNumber.get(number)
    if (kept) return kept
    covering.find(number)
    const { key } = covering
    const decision = byCovering.get(key) ?? decideBy(moment, covering.covered)
    byCovering.set(key, decision)
    const decided = { case: caseOf(moment.compiled.dimensions, number), decision }
    if (byNumber.size >= mostKept) byNumber.clear()
    byNumber.set(number, decided)
    return decided
  }
})
