import type { Disposition } from '@/lib/model'
import { type Bits, members } from './bits'
import type { Compiled } from './compile'
import type { Moment } from './moment'
import { type Case, type Decision, decide, UnknownCaseError, type Verdict, verdictOf } from './verdict'

/** The answer to a question at any values: a verdict for a single case, else what its cases say together. */
export interface Answer {
  disposition: Disposition | 'mixed'
  /** Present when the question is a single case. */
  verdict: Verdict | null
  /** Every case of the question with what is decided for it, in tree order. */
  cases: { case: Case; decision: Decision }[]
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
  for (const { dimension, leaves, valueBits } of compiled.dimensions) {
    const asked = question[dimension.id]
    const picked = new Set<number>()
    for (const value of asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked) {
      const bits: Bits | undefined = valueBits.get(value)
      if (!bits) throw new UnknownCaseError(dimension.id, `“${value}” is not a value of ${dimension.id}`)
      for (const leaf of members(bits)) picked.add(leaf)
    }
    const chosen = asked === undefined ? leaves : leaves.filter((_, at) => picked.has(at))
    cases = cases.flatMap((kase) => chosen.map((leaf) => ({ ...kase, [dimension.id]: leaf })))
  }
  return cases
}

/** Answers a question at leaf or inner values (design, section 2: one disposition if all cases agree, else `mixed`). */
export function answerTo(moment: Moment, question: Record<string, string>): Answer {
  const kases = casesOf(moment.compiled, question)
  const cases = kases.map((kase) => ({ case: kase, decision: decide(moment, kase) }))
  const dispositions = new Set(cases.map(({ decision }) => decision.disposition))
  const [only] = dispositions
  const single = kases.length === 1 ? kases[0] : undefined
  return {
    disposition: dispositions.size === 1 && only ? only : 'mixed',
    verdict: single ? verdictOf(moment, single) : null,
    cases,
  }
}
