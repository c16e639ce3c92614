import type { CaseClass } from '@/lib/policy/answer/classes'
import { Covering } from '@/lib/policy/answer/covering'
import { type Box, boxesOfNumbers } from '@/lib/policy/compiled/boxes'
import { caseOf } from '@/lib/policy/compiled/cases'
import type { Compiled } from '@/lib/policy/compiled/types'
import { type Period, questionHistory, type SharedDecision } from './history'

/** Cases that the same rules cover, and what they have been told over time, from the first day that anything was said of them. */
export interface ClassStates {
  /** Which cases: together the blocks are exactly the class. */
  where: Box[]
  /** The first of them, in tree order. */
  example: CaseClass['example']
  cases: number
  periods: readonly Period<SharedDecision>[]
}

/** A dossier of more cases is not told class by class. */
export const mostStateCases = 250_000

/** Cases that are looked at, and classes worked out, before others get their turn. */
const casesAtOnce = 20_000
const otherWork = () => new Promise((resolve) => setImmediate(resolve))

/** Every class of cases of a dossier with its states over time, in tree order; none where there are more cases than are told so. */
export async function* statesOf(compiled: Compiled): AsyncGenerator<ClassStates> {
  const { dimensions } = compiled
  const count = dimensions.reduce((product, { leaves }) => product * leaves.length, 1)
  if (count > mostStateCases) return
  const covering = new Covering(compiled)
  const classes = new Map<string, { numbers: number[]; covered: Covering['covered'] }>()
  for (let number = 0; number < count; number++) {
    covering.find(number)
    const { key } = covering
    const before = classes.get(key)
    if (before) before.numbers.push(number)
    else classes.set(key, { numbers: [number], covered: covering.covered })
    if (number % casesAtOnce === casesAtOnce - 1) await otherWork()
  }
  for (const { numbers, covered } of classes.values()) {
    const [first = 0] = numbers
    const example = caseOf(dimensions, first)
    const own = { ...covered, example, cases: numbers.length }
    const periods = questionHistory(compiled, [own])
    yield { where: boxesOfNumbers(compiled, numbers), example, cases: numbers.length, periods }
    await otherWork()
  }
}
