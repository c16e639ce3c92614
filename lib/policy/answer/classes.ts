import { LRUCache } from 'lru-cache'
import { caseOf, numbersOf } from '@/lib/policy/compiled/cases'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/compile'
import { Covering } from './decider'
import { leavesAsked, type Question } from './question'
import type { Case } from './verdict'

/** Cases of a question that the same rules cover: at every moment they have one answer. */
export interface CaseClass {
  rules: CompiledRule[]
  /** The first of them, in tree order. */
  example: Case
  cases: number
}

const known = new WeakMap<Compiled, LRUCache<string, readonly CaseClass[]>>()

/** The cases of a question in classes, in tree order. Remembered for the questions asked last. Throws `UnknownCaseError`. */
export function classesOf(compiled: Compiled, question: Question): readonly CaseClass[] {
  const questions = known.get(compiled) ?? new LRUCache<string, readonly CaseClass[]>({ max: 64 })
  known.set(compiled, questions)
  const key = JSON.stringify(question)
  const classes = questions.get(key) ?? workOut(compiled, question)
  questions.set(key, classes)
  return classes
}

function workOut(compiled: Compiled, question: Question): CaseClass[] {
  const covering = new Covering(compiled)
  const classes = new Map<string, CaseClass>()
  for (const number of numbersOf(compiled.dimensions, leavesAsked(compiled, question))) {
    covering.find(number)
    const { key } = covering
    const known = classes.get(key)
    if (known) known.cases++
    else classes.set(key, { rules: covering.rules, example: caseOf(compiled.dimensions, number), cases: 1 })
  }
  return [...classes.values()]
}
