import { caseOf, numbersOf } from '@/lib/policy/compiled/cases'
import type { Case, Compiled } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { type Covered, Covering } from './covering'
import { leavesAsked, type Question } from './question'

/** Cases of a question that the same rules cover: at every moment they have one answer. */
export interface CaseClass extends Covered {
  /** The first of them, in tree order. */
  example: Case
  cases: number
}

/** The cases of a question in classes, in tree order. Remembered for the questions asked last. Throws `UnknownCaseError`. */
export const classesOf: (compiled: Compiled, question: Question) => readonly CaseClass[] = rememberEach(workOut, {
  key: (question) => JSON.stringify(question),
  most: 64,
})

function workOut(compiled: Compiled, question: Question): CaseClass[] {
  const covering = new Covering(compiled)
  const classes = new Map<string, CaseClass>()
  for (const number of numbersOf(compiled.dimensions, leavesAsked(compiled, question))) {
    covering.find(number)
    const { key } = covering
    const before = classes.get(key)
    if (before) before.cases++
    else classes.set(key, { ...covering.covered, example: caseOf(compiled.dimensions, number), cases: 1 })
  }
  return [...classes.values()]
}
