import { addDays, type DateText, type Day, type Disposition } from '@/lib/model'
import type { CaseClass } from '@/lib/policy/answer/classes'
import { type Decision, decideBy, sameAnswer } from '@/lib/policy/answer/decide'
import type { Compiled } from '@/lib/policy/compiled/types'
import { newMoment } from '@/lib/policy/standing/moment'
import { type HistoryOptions, periodsOf } from './history'

/** Cases of a question that on one day came from one answer to another. */
export interface ShiftedCases {
  before: Disposition
  /** The same as `before` where only conditions or duties are others. */
  after: Disposition
  cases: number
}

/** A day on which some of the cases of a question came to be answered otherwise. */
export interface Shift {
  on: Day
  /** `on` at the precision in which the sources give it. */
  shown: DateText
  /** The most first. */
  shifted: ShiftedCases[]
  /** The changes by which they are, by id. */
  changes: string[]
}

/** The days, in order, on which the answer to some of the cases of a question changed or will, by what is known. */
export function shiftsOf(compiled: Compiled, classes: readonly CaseClass[], options: HistoryOptions = {}): Shift[] {
  const rules = [...new Set(classes.flatMap((one) => one.rules))]
  const read = (on: Day): Decision[] => {
    const moment = newMoment(compiled, on, options.known ?? null)
    return classes.map((one) => decideBy(moment, one))
  }
  const same = (a: Decision[], b: Decision[]) => a.every((one, at) => sameAnswer(one, b[at] as Decision))
  const periods = periodsOf(rules, options, read, same)
  return periods.flatMap(({ from, shown, value }, at): Shift[] => {
    const before = periods[at - 1]?.value ?? read(addDays(from, -1))
    const found = new Map<string, ShiftedCases>()
    const changes = new Set<string>()
    for (const [place, { cases }] of classes.entries()) {
      const [was, is] = [before[place] as Decision, value[place] as Decision]
      if (sameAnswer(was, is)) continue
      const key = `${was.disposition} ${is.disposition}`
      const kept = found.get(key) ?? { before: was.disposition, after: is.disposition, cases: 0 }
      kept.cases += cases
      found.set(key, kept)
      for (const change of newIn(was, is)) changes.add(change)
    }
    const shifted = [...found.values()].sort((a, b) => b.cases - a.cases)
    return shifted.length === 0 ? [] : [{ on: from, shown, shifted, changes: [...changes].sort() }]
  })
}

/** The changes that decide or add a duty and did not before; where none is new, the one that decides on other terms. */
function newIn(was: Decision, is: Decision): string[] {
  const before = new Set([was.change, ...was.duties.map(({ change }) => change)])
  const now = [is.change, ...is.duties.map(({ change }) => change)].filter((change) => change !== null)
  const fresh = now.filter((change) => !before.has(change))
  return fresh.length > 0 ? fresh : now.slice(0, 1)
}
