import type { Disposition } from '@/lib/model'
import { type Bits, commonMembers, emptyBits, fullBits, members, unite } from '@/lib/policy/compiled/bits'
import { caseOf, numbersOf } from '@/lib/policy/compiled/cases'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/compile'
import type { Moment } from '@/lib/policy/standing/moment'
import { type Pending, pendingOn, sameTexts } from '@/lib/policy/standing/status'
import { type Decided, deciderAt } from './decider'
import { type Case, type Decision, silence, UnknownCaseError, type Verdict, verdictOf } from './verdict'

/** What is decided for the cases of a question: one disposition if all agree, else `mixed` (design, section 2). */
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

/** Per dimension the value or values asked about; one left out stands for all. */
export type Question = Record<string, string | readonly string[]>

/**
 * All cases of a question, in tree order; a dimension left out stands for all its leaves. Throws `UnknownCaseError` for a
 * dimension or a value that the dossier does not have.
 */
export function casesOf(compiled: Compiled, question: Question): Case[] {
  const { dimensions } = compiled
  return numbersOf(dimensions, leavesAsked(compiled, question)).map((number) => caseOf(dimensions, number))
}

/** How many cases a question stands for. Throws as `casesOf`. */
export const countCases = (compiled: Compiled, question: Question): number => countOf(leavesAsked(compiled, question))

const countOf = (leaves: readonly number[][]): number => leaves.reduce((product, { length }) => product * length, 1)

/** Per dimension the leaves that the question is about. Throws as `casesOf`. */
export function leavesAskedBy({ dimensions }: Compiled, question: Question): Bits[] {
  for (const asked of Object.keys(question))
    if (!dimensions.some(({ dimension }) => dimension.id === asked))
      throw new UnknownCaseError(asked, `“${asked}” is not a dimension of this dossier`)
  return dimensions.map(({ dimension, leaves, valueBits }) => {
    const asked = question[dimension.id]
    if (asked === undefined) return fullBits(leaves.length)
    const picked = emptyBits(leaves.length)
    for (const value of typeof asked === 'string' ? [asked] : asked) {
      const bits = valueBits.get(value)
      if (!bits) throw new UnknownCaseError(dimension.id, `“${value}” is not a value of ${dimension.id}`)
      unite(picked, bits)
    }
    return picked
  })
}

/** The same as their places. */
export const leavesAsked = (compiled: Compiled, question: Question): number[][] =>
  leavesAskedBy(compiled, question).map(members)

/** The rules that cover one of the cases of a question: in each dimension their scope holds a leaf that is asked about. */
function rulesMeeting({ dimensions, rules }: Compiled, asked: readonly Bits[]): CompiledRule[] {
  const meeting = dimensions.map(({ rulesAt }, at) => {
    const here = emptyBits(rules.length)
    for (const leaf of members(asked[at] as Bits)) unite(here, rulesAt[leaf] as Bits)
    return here
  })
  return commonMembers(meeting).map((index) => rules[index] as CompiledRule)
}

/**
 * What is decided for a question at leaf or inner values, without the reasons. Throws `UnknownCaseError` and
 * `TooManyCasesError`.
 */
export function decisionsOn(moment: Moment, question: Record<string, string>, most = mostCases): Decisions {
  const leaves = leavesAsked(moment.compiled, question)
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
  const verdict = only && others.length === 0 ? verdictOf(moment, only.case) : null
  const rules = rulesMeeting(moment.compiled, leavesAskedBy(moment.compiled, question))
  return { ...decisions, verdict, rules, pending: verdict?.pending ?? pendingOn(moment, rules) }
}

/** What some decisions have in common: a rule, a change, a day that differ are null, conditions that differ are none. */
export function sharedDecision(decisions: readonly Decision[]): Omit<Decision, 'disposition'> {
  const [first, ...others] = decisions
  if (!first) return silence
  const common = <T>(read: (decision: Decision) => T, same = (a: T, b: T) => a === b): T | null =>
    others.every((decision) => same(read(decision), read(first))) ? read(first) : null
  return {
    rule: common(({ rule }) => rule),
    change: common(({ change }) => change),
    since: common(({ since }) => since),
    conditions: common(({ conditions }) => conditions, sameTexts) ?? [],
    conflict: decisions.some(({ conflict }) => conflict),
  }
}
