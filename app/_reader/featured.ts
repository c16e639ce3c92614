import { type Dimension, leavesOf } from '@/lib/model'
import { countCases, standIn } from '@/lib/policy'
import type { Reading } from './reading'

/** A question on a front page stands for at most so many cases. */
const mostCases = 400

/**
 * The questions that a dossier puts first, of those that can be answered quickly. Without any, the first leaf of each dimension,
 * the last dimensions left open as far as that does not make too many cases.
 */
export function featuredOf({ dossier, compiled, today }: Reading): Record<string, string>[] {
  const { featured } = dossier
  if (featured)
    return featured.filter((question) => {
      const values = standIn(compiled, question, today)
      return values === null || countCases(compiled, values) <= mostCases
    })
  const question: Record<string, string> = {}
  for (const dimension of dossier.dimensions) {
    if (Object.keys(question).length >= 2 && countCases(compiled, question) <= mostCases) break
    question[dimension.id] = firstLeaf(dimension)
  }
  return [question]
}

const firstLeaf = ({ values }: Dimension): string => values.flatMap(leavesOf)[0]?.id ?? ''
