import { casesOf } from './answer'
import { compareMoments, countDirections, type Difference, type Direction, directionOf } from './compare'
import type { CompiledEffect } from './compile'
import { effectsOf } from './life'
import type { Moment } from './moment'
import { decide, isCaseOf, silence } from './verdict'

/** The differing cases that one change explains; `change` null: nothing in force explains them, a text was edited. */
export interface ExplainedDifferences {
  change: string | null
  differences: Difference[]
  directions: Partial<Record<Direction, number>>
  /** What the later side rests on and the earlier one did not: effects on this change that only one of them counts. */
  evidence: CompiledEffect[]
}

export interface Comparison {
  /** How many cases were compared. */
  cases: number
  differences: Difference[]
  directions: Partial<Record<Direction, number>>
  /** The change that explains most comes first. */
  groups: ExplainedDifferences[]
}

/** The last comparison made with each later moment: a page, its data and its other language ask for the same one. */
const lastMade = new WeakMap<Moment, { from: Moment; comparison: Comparison }>()

/**
 * Compares two moments, of one edition or of two (design, section 2): the cases whose disposition or conditions differ, grouped
 * by the change that explains them. A case that only one side has counts as unstated on the other. Callers share what is
 * returned, so they leave it as it is.
 */
export function comparisonOf(a: Moment, b: Moment): Comparison {
  const last = lastMade.get(b)
  if (last?.from === a) return last.comparison
  const comparison = compared(a, b)
  lastMade.set(b, { from: a, comparison })
  return comparison
}

function compared(a: Moment, b: Moment): Comparison {
  const gone = a.compiled === b.compiled ? [] : casesOf(a.compiled, {}).filter((kase) => !isCaseOf(b.compiled, kase))
  const differences = [
    ...compareMoments(a, b),
    ...gone.flatMap((kase): Difference[] => {
      const before = decide(a, kase)
      if (before.disposition === 'unstated') return []
      const direction = directionOf(before.disposition, 'unstated')
      return [{ case: kase, before, after: silence, direction, change: before.change }]
    }),
  ]
  const byChange = new Map<string | null, Difference[]>()
  for (const difference of differences) {
    const group = byChange.get(difference.change)
    if (group) group.push(difference)
    else byChange.set(difference.change, [difference])
  }
  const groups = [...byChange].map(([change, explained]) => ({
    change,
    differences: explained,
    directions: countDirections(explained),
    evidence: change === null ? [] : evidenceBetween(a, b, change),
  }))
  groups.sort((x, y) => y.differences.length - x.differences.length || ((x.change ?? '') < (y.change ?? '') ? -1 : 1))
  const cases = b.compiled.dimensions.reduce((product, { leaves }) => product * leaves.length, 1)
  return { cases: cases + gone.length, differences, directions: countDirections(differences), groups }
}

/** Effects that one side counts and the other does not; when both count the same, all of them. */
function evidenceBetween(a: Moment, b: Moment, change: string): CompiledEffect[] {
  const [before, after] = [effectsOf(a, change), effectsOf(b, change)]
  const keys = (effects: readonly CompiledEffect[]) => new Set(effects.map(keyOf))
  const [had, has] = [keys(before), keys(after)]
  const only = [...after.filter((one) => !had.has(keyOf(one))), ...before.filter((one) => !has.has(keyOf(one)))]
  return only.length > 0 ? only : after
}

const keyOf = ({ report, position }: CompiledEffect): string => `${report.id} ${position}`
