import { type Bits, emptyBits, fullBits, members, unite } from '@/lib/policy/compiled/bits'
import { caseOf, numbersOf } from '@/lib/policy/compiled/cases'
import type { Case, Compiled } from '@/lib/policy/compiled/types'

/** A case named a dimension or a leaf that the dossier does not have. */
export class UnknownCaseError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
    this.name = 'UnknownCaseError'
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

export const countOf = (leaves: readonly number[][]): number =>
  leaves.reduce((product, { length }) => product * length, 1)

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
