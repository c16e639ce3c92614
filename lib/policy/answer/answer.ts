import type { Disposition } from '@/lib/model'
import { type Bits, commonMembers, emptyBits, members, unite } from '@/lib/policy/compiled/bits'
import { numbersOf } from '@/lib/policy/compiled/cases'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import type { Pending } from '@/lib/policy/standing/governing'
import type { Moment } from '@/lib/policy/standing/moment'
import { pendingOn } from '@/lib/policy/standing/status'
import { classesOf } from './classes'
import { notFollowed } from './decide'
import { type Decided, deciderAt } from './decider'
import { membersOf, standIn } from './members'
import { type Next, NextTooFarError, nextOfQuestion } from './next'
import { countOf, leavesAsked, leavesAskedBy, type Question } from './question'
import { type Unsettled, unsettledOf } from './unsettled'
import { type Verdict, verdictOf } from './verdict'

/** What is decided for the cases of a question: one disposition if all agree, else `mixed` (model, section 2). */
export interface Decisions {
  disposition: Disposition | 'mixed'
  /** Every case of the question with what is decided for it, in tree order. */
  cases: Decided[]
}

/** The answer to a question at any values. */
export interface Answer extends Decisions {
  /** Every rule that covers one of the cases, speaking or not. */
  rules: CompiledRule[]
  /** What is pending on those rules. */
  pending: Pending[]
  /** What comes next for any of the cases. */
  next: Next | null
  /** Of too many cases it is not looked for. */
  isNextLeftOut: boolean
  /** What is not known of any of them. */
  unsettled: Unsettled[]
  /** Present when the question is a single case. */
  verdict: Verdict | null
}

/** No question is answered case by case for more cases than this, unless more are allowed: it holds up whoever else asks. */
export const mostCases = 20_000

/** A question stands for more cases than are answered one by one. */
export class TooManyCasesError extends Error {
  constructor(
    readonly count: number,
    most: number,
  ) {
    super(`stands for ${count} cases, and at most ${most} are answered at once: name more dimensions`)
    this.name = 'TooManyCasesError'
  }
}

/** The rules that cover one of the cases of a question: in each dimension their scope holds a leaf that is asked about. */
function rulesMeeting({ dimensions, rules }: Compiled, asked: readonly Bits[]): CompiledRule[] {
  const meeting = dimensions.map(({ rulesAt }, at) => {
    const here = emptyBits(rules.length)
    for (const leaf of members(asked[at] as Bits)) unite(here, rulesAt[leaf] as Bits)
    return here
  })
  return commonMembers(meeting).flatMap((index) => rules[index] ?? [])
}

/**
 * What is decided for a question at leaf or inner values, without the reasons. Throws `UnknownCaseError` and
 * `TooManyCasesError`.
 */
export function decisionsOn(moment: Moment, question: Record<string, string>, most = mostCases): Decisions {
  const values = standIn(moment.compiled, question, moment.on)
  if (!values) return { disposition: 'untracked', cases: [{ case: question, decision: notFollowed }] }
  const leaves = leavesAsked(moment.compiled, values)
  const count = countOf(leaves)
  if (count > most) throw new TooManyCasesError(count, most)
  const cases = numbersOf(moment.compiled.dimensions, leaves).map(deciderAt(moment))
  const [first, ...others] = new Set(cases.map(({ decision }) => decision.disposition))
  return { disposition: first && others.length === 0 ? first : 'mixed', cases }
}

/** Answers a question at leaf or inner values; with a verdict when it is a single case. Throws as `decisionsOn`. */
export function answerTo(moment: Moment, question: Record<string, string>, most = mostCases): Answer {
  const decisions = decisionsOn(moment, question, most)
  const [only, ...others] = decisions.cases
  const single = only && others.length === 0 ? { ...only.case, ...membersOf(moment.compiled, question) } : null
  const verdict = single && verdictOf(moment, single)
  const values = standIn(moment.compiled, question, moment.on)
  const rules = values ? rulesMeeting(moment.compiled, leavesAskedBy(moment.compiled, values)) : []
  return {
    ...decisions,
    verdict,
    rules,
    pending: verdict?.pending ?? pendingOn(moment, rules),
    ...(verdict ? { next: verdict.next, isNextLeftOut: false } : nextOrLeftOut(moment, question)),
    unsettled: verdict?.unsettled ?? unsettledOf(moment, values ? classesOf(moment.compiled, values) : []),
  }
}

function nextOrLeftOut(moment: Moment, question: Question): Pick<Answer, 'next' | 'isNextLeftOut'> {
  try {
    return { next: nextOfQuestion(moment, question), isNextLeftOut: false }
  } catch (error) {
    if (error instanceof NextTooFarError) return { next: null, isNextLeftOut: true }
    throw error
  }
}
