import { type Dimension, findValue, leavesOf, type Value } from '@/lib/model'
import type { Answer, Compiled } from '@/lib/policy'
import type { ShownDisposition } from '@/lib/words/own-words'

/** Values of one dimension by the answer that each has, the most first. */
export interface FoundChoices {
  dimension: Dimension
  groups: { disposition: ShownDisposition; values: Value[] }[]
}

/**
 * By what an answer that differs from case to case depends most: the dimension with the greatest share of values that have one
 * answer each; of equals the first. Values are those just below what is asked. Null where no dimension has two.
 */
export function choicesOf(
  { dossier }: Compiled,
  question: Record<string, string>,
  { cases }: Answer,
): FoundChoices | null {
  let best: (FoundChoices & { share: number }) | null = null
  for (const dimension of dossier.dimensions) {
    const values = valuesBelow(dimension, question[dimension.id])
    if (values.length < 2) continue
    const dispositionOfLeaf = new Map<string, ShownDisposition>()
    for (const { case: kase, decision } of cases) {
      const leaf = kase[dimension.id] ?? ''
      dispositionOfLeaf.set(leaf, together(dispositionOfLeaf.get(leaf), decision.disposition))
    }
    const groups = new Map<ShownDisposition, Value[]>()
    let settled = 0
    for (const value of values) {
      const found = leavesOf(value).flatMap(({ id }) => dispositionOfLeaf.get(id) ?? [])
      const [first] = found
      if (first === undefined) continue
      const disposition = found.reduce(together, first)
      if (disposition !== 'mixed') settled++
      groups.set(disposition, [...(groups.get(disposition) ?? []), value])
    }
    const share = settled / values.length
    if (groups.size === 0 || (best && share <= best.share)) continue
    const ranked = [...groups].map(([disposition, values]) => ({ disposition, values }))
    ranked.sort(
      (a, b) =>
        Number(a.disposition === 'mixed') - Number(b.disposition === 'mixed') || b.values.length - a.values.length,
    )
    best = { dimension, groups: ranked, share }
  }
  return best
}

const together = (a: ShownDisposition | undefined, b: ShownDisposition): ShownDisposition =>
  a === undefined || a === b ? b : 'mixed'

/** Of all, or of an inner value or a group, what is one step below; none of a leaf or a member. */
function valuesBelow(dimension: Dimension, asked: string | undefined): Value[] {
  if (!asked) return dimension.values
  const group = dimension.groups?.find(({ id }) => id === asked)
  if (group) return group.values.flatMap((id) => findValue(dimension, id) ?? [])
  return findValue(dimension, asked)?.values ?? []
}
