import type { Day, Disposition } from '@/lib/model'
import { numbersOf } from '@/lib/policy/compiled/cases'
import { remember } from '@/lib/policy/remember'
import type { Moment } from '@/lib/policy/standing/moment'
import { Covering } from './covering'
import { decideBy } from './decide'
import { memberTurns, standIn } from './members'
import { nextInReach, nextOf } from './next'
import { leavesAsked } from './question'

/** What becomes of a cell of a table, and on which day. */
export interface NextOfCell {
  on: Day
  disposition: Disposition | 'mixed'
}

/** What one class of cases is told now, and next. */
interface Course {
  disposition: Disposition
  next: { on: Day; disposition: Disposition | 'mixed' } | null
}

/** Cells of a table share most of their cases, and cases most of their rules: each class is looked at once. */
const coursesOf = remember((moment: Moment) => {
  const covering = new Covering(moment.compiled)
  const kept = new Map<string, Course>()
  return (number: number): Course => {
    covering.find(number)
    const { key } = covering
    const before = kept.get(key)
    if (before) return before
    const { covered } = covering
    const decision = decideBy(moment, covered)
    const course = { disposition: decision.disposition, next: nextOf(moment, [covered], [decision]) }
    kept.set(key, course)
    return course
  }
})

/** What comes next for a question of few cases, the same as its answer tells; null: nothing that is known. */
export function nextOfCell(moment: Moment, question: Record<string, string>): NextOfCell | null {
  const { compiled } = moment
  if (memberTurns(compiled, question).length > 0) return plainNext(nextInReach(moment, question))
  const values = standIn(compiled, question, moment.on)
  if (!values) return null
  const courses = new Set(numbersOf(compiled.dimensions, leavesAsked(compiled, values)).map(coursesOf(moment)))
  let on: Day | null = null
  for (const { next } of courses) if (next && (on === null || next.on < on)) on = next.on
  if (on === null) return null
  const then = new Set([...courses].map(({ disposition, next }) => (next?.on === on ? next.disposition : disposition)))
  const [only, ...others] = then
  return { on, disposition: only === undefined || others.length > 0 ? 'mixed' : only }
}

const plainNext = (next: NextOfCell | null): NextOfCell | null => next && { on: next.on, disposition: next.disposition }
