import type { Disposition } from '@/lib/model'
import { emptyBits, members, unite } from './bits'
import type { Compiled, CompiledDimension } from './compile'
import type { Moment } from './moment'
import { type Case, type Decision, decide, UnknownCaseError, type Verdict, verdictOf } from './verdict'

/** What is decided for the cases of a question: one disposition if all agree, else `mixed` (design, section 2). */
export interface Decisions {
  disposition: Disposition | 'mixed'
  /** Every case of the question with what is decided for it, in tree order. */
  cases: { case: Case; decision: Decision }[]
}

/** The answer to a question at any values. */
export interface Answer extends Decisions {
  /** Present when the question is a single case. */
  verdict: Verdict | null
}

/**
 * All cases of a question; a dimension left out stands for all its leaves. Throws `UnknownCaseError` for a dimension or a
 * value that the dossier does not have.
 */
export function casesOf(compiled: Compiled, question: Record<string, string | readonly string[]>): Case[] {
  for (const dimension of Object.keys(question))
    if (!compiled.dimensions.some((candidate) => candidate.dimension.id === dimension))
      throw new UnknownCaseError(dimension, `“${dimension}” is not a dimension of this dossier`)
  let cases: Case[] = [{}]
  for (const dimension of compiled.dimensions) {
    const chosen = leavesAsked(
      dimension,
      Object.hasOwn(question, dimension.dimension.id) ? question[dimension.dimension.id] : undefined,
    )
    cases = cases.flatMap((kase) => chosen.map((leaf) => ({ ...kase, [dimension.dimension.id]: leaf })))
  }
  return cases
}

function leavesAsked(
  { dimension, leaves, valueBits }: CompiledDimension,
  asked: string | readonly string[] | undefined,
): string[] {
  if (asked === undefined) return leaves
  const picked = emptyBits(leaves.length)
  for (const value of typeof asked === 'string' ? [asked] : asked) {
    const bits = valueBits.get(value)
    if (!bits) throw new UnknownCaseError(dimension.id, `“${value}” is not a value of ${dimension.id}`)
    unite(picked, bits)
  }
  return members(picked).map((at) => leaves[at] ?? '')
}

/** What is decided for a question at leaf or inner values, without the reasons. */
export function decisionsOn(moment: Moment, question: Record<string, string>): Decisions {
  const cases = casesOf(moment.compiled, question).map((kase) => ({ case: kase, decision: decide(moment, kase) }))
  const [first, ...others] = new Set(cases.map(({ decision }) => decision.disposition))
  return { disposition: first && others.length === 0 ? first : 'mixed', cases }
}

/** Answers a question at leaf or inner values; with a verdict when it is a single case. */
export function answerTo(moment: Moment, question: Record<string, string>): Answer {
  const decisions = decisionsOn(moment, question)
  const [only, ...others] = decisions.cases
  return { ...decisions, verdict: only && others.length === 0 ? verdictOf(moment, only.case) : null }
}
