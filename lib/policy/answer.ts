import type { Disposition } from '@/lib/model'
import { emptyBits, members, unite } from './bits'
import { caseOf, numbersOf } from './cases'
import type { Compiled } from './compile'
import { type Decided, deciderAt } from './decider'
import type { Moment } from './moment'
import { type Case, UnknownCaseError, type Verdict, verdictOf } from './verdict'

/** What is decided for the cases of a question: one disposition if all agree, else `mixed` (design, section 2). */
export interface Decisions {
  disposition: Disposition | 'mixed'
  /** Every case of the question with what is decided for it, in tree order. */
  cases: Decided[]
}

/** The answer to a question at any values. */
export interface Answer extends Decisions {
  /** Present when the question is a single case. */
  verdict: Verdict | null
}

/** No question is answered case by case for more cases than this. */
export const mostCases = 100_000

/** A question stands for more cases than are answered one by one. */
export class TooManyCasesError extends Error {
  constructor(readonly count: number) {
    super(`stands for ${count} cases, and at most ${mostCases} are answered at once: name more dimensions`)
    this.name = 'TooManyCasesError'
  }
}

type Question = Record<string, string | readonly string[]>

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

/** Per dimension the places of the leaves that the question is about. */
function leavesAsked({ dimensions }: Compiled, question: Question): number[][] {
  for (const asked of Object.keys(question))
    if (!dimensions.some(({ dimension }) => dimension.id === asked))
      throw new UnknownCaseError(asked, `“${asked}” is not a dimension of this dossier`)
  return dimensions.map(({ dimension, leaves, valueBits }) => {
    const asked = question[dimension.id]
    if (asked === undefined) return leaves.map((_, at) => at)
    const picked = emptyBits(leaves.length)
    for (const value of typeof asked === 'string' ? [asked] : asked) {
      const bits = valueBits.get(value)
      if (!bits) throw new UnknownCaseError(dimension.id, `“${value}” is not a value of ${dimension.id}`)
      unite(picked, bits)
    }
    return members(picked)
  })
}

/**
 * What is decided for a question at leaf or inner values, without the reasons. Throws `UnknownCaseError` and
 * `TooManyCasesError`.
 */
export function decisionsOn(moment: Moment, question: Record<string, string>): Decisions {
  const leaves = leavesAsked(moment.compiled, question)
  const count = countOf(leaves)
  if (count > mostCases) throw new TooManyCasesError(count)
  const cases = numbersOf(moment.compiled.dimensions, leaves).map(deciderAt(moment))
  const [first, ...others] = new Set(cases.map(({ decision }) => decision.disposition))
  return { disposition: first && others.length === 0 ? first : 'mixed', cases }
}

/** Answers a question at leaf or inner values; with a verdict when it is a single case. Throws as `decisionsOn`. */
export function answerTo(moment: Moment, question: Record<string, string>): Answer {
  const decisions = decisionsOn(moment, question)
  const [only, ...others] = decisions.cases
  return { ...decisions, verdict: only && others.length === 0 ? verdictOf(moment, only.case) : null }
}
