import type { DayNumber } from '@/lib/policy/compiled/steps'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { type Course, courseOf, placeAfter, statusIn, stepsOfRule, workOutCourse } from './course'
import type { Status } from './governing'
import type { Moment } from './moment'

/**
 * How each rule stands from the day of a moment on, by what is known at it, and by what is assumed there. What is no plain course is kept
 * with it.
 */
export const coursesAt: (moment: Moment) => (rule: CompiledRule) => Course = remember((moment) => {
  const { assumed, limits } = moment
  const kept = new Map<CompiledRule, Course>()
  const all = limits.known === Number.POSITIVE_INFINITY
  return (rule) => {
    const steps = assumed?.steps.get(rule.index)
    if (all && !steps) return courseOf(rule)
    const before = kept.get(rule)
    if (before) return before
    const course = workOutCourse(rule, steps ?? stepsOfRule(rule, limits.known), limits.on)
    kept.set(rule, course)
    return course
  }
})

/** What each rule says on another day, by what is known and assumed at a moment. */
export function statusesOn(moment: Moment, day: DayNumber): (rule: CompiledRule) => Status | null {
  const courseOfRule = coursesAt(moment)
  return (rule) => statusIn(courseOfRule(rule), day)
}

/** The first day after another on which one of these rules comes to say something else; undefined when none does. */
export function nextTurn(moment: Moment, rules: readonly CompiledRule[], after: DayNumber): DayNumber | undefined {
  const courseOfRule = coursesAt(moment)
  let next: DayNumber | undefined
  for (const rule of rules) {
    const { spoken } = courseOfRule(rule)
    const turn = spoken[placeAfter(spoken, after)]
    if (turn !== undefined && (next === undefined || turn < next)) next = turn
  }
  return next
}

/** All such days, in order. */
export function turnsAfter(moment: Moment, rules: readonly CompiledRule[], after: DayNumber): DayNumber[] {
  const courseOfRule = coursesAt(moment)
  const days = new Set<DayNumber>()
  for (const rule of rules) {
    const { spoken } = courseOfRule(rule)
    for (let at = placeAfter(spoken, after); at < spoken.length; at++) days.add(spoken[at] ?? 0)
  }
  return [...days].sort((a, b) => a - b)
}
