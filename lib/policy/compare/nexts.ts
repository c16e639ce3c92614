import { type Covered, Covering } from '@/lib/policy/answer/covering'
import { type Decision, decideBy } from '@/lib/policy/answer/decide'
import { type Next, nextOf } from '@/lib/policy/answer/next'
import type { Question } from '@/lib/policy/answer/question'
import type { Bits } from '@/lib/policy/compiled/bits'
import { caseOf } from '@/lib/policy/compiled/cases'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import type { Case } from '@/lib/policy/compiled/types'
import { type Course, placeAfter } from '@/lib/policy/standing/course'
import { coursesAt } from '@/lib/policy/standing/courses'
import type { Moment } from '@/lib/policy/standing/moment'
import { sameStatus } from '@/lib/policy/standing/status'
import {
  type AnswerDifference,
  type Direction,
  differs,
  newDuty,
  numbersAsked,
  sameButDuties,
  sameQuestions,
  sameRule,
} from './differences'

/** Of so many cases it is compared at once what comes next for them. */
export const mostCompared = 20_000

/**
 * Tells of each case of a question whose answer is the same at both moments and whose next one is another (model, section 2, compare).
 * `ahead` are the moments by which it is found what comes next. Returns false, having told nothing, where more cases would have to be
 * looked at than can be at once.
 */
export function eachNextDifference(
  a: Moment,
  b: Moment,
  { question, ahead }: { question: Question; ahead: readonly [Moment, Moment] },
  visit: (move: AnswerDifference, caseOfIt: () => Case, number: number) => void,
): boolean {
  if (!sameQuestions(a.compiled, b.compiled)) return true
  const numbers = numbersAsked(b, question, scopesWithAnotherFuture(...ahead))
  if (numbers.length > mostCompared) return false
  const [inA, inB] = [new Covering(a.compiled), new Covering(b.compiled)]
  const kept = new Map<string, AnswerDifference | null>()
  for (const number of numbers) {
    inA.find(number)
    inB.find(number)
    const key = `${inA.key} ${inB.key}`
    const move = kept.get(key) ?? (kept.has(key) ? null : nextDifference({ a, b, ahead }, inA.covered, inB.covered))
    kept.set(key, move)
    if (move) visit(move, () => caseOf(b.compiled.dimensions, number), number)
  }
  return true
}

interface Sides {
  a: Moment
  b: Moment
  ahead: readonly [Moment, Moment]
}

function nextDifference({ a, b, ahead }: Sides, inA: Covered, inB: Covered): AnswerDifference | null {
  const [before, after] = [decideBy(a, inA), decideBy(b, inB)]
  if (differs(before, after)) return null
  const nexts = { before: nextOf(ahead[0], [inA], [before]), after: nextOf(ahead[1], [inB], [after]) }
  const direction = directionOfNexts(nexts.before, nexts.after)
  return direction && { before, after, direction, nexts, change: explainingNext(nexts, before) }
}

/** How what comes next moves; null where it does not. */
export function directionOfNexts(before: Next | null, after: Next | null): Direction | null {
  if (!before || !after) return before === after ? null : after ? 'schedules' : 'cancels'
  if (before.on === after.on) return differs(before, after) ? 'alters' : null
  return after.on > before.on ? 'postpones' : 'brings_forward'
}

export const explainingNext = (
  { before, after }: { before: Next | null; after: Next | null },
  now: Decision,
): string | null => changeOf(after, now) ?? changeOf(before, now) ?? now.change

/** By which change an answer comes; where only what also applies will differ, by which the duty comes or applied. */
function changeOf(next: Next | null, now: Decision): string | null {
  if (!next || !sameButDuties(next, now)) return next?.change ?? null
  const duty = newDuty(now.duties, next.duties) ?? newDuty(next.duties, now.duties)
  return duty?.change ?? next.change
}

/** Only where some rule turns otherwise after one moment than after the other can the next answer be another. */
function scopesWithAnotherFuture(a: Moment, b: Moment): (readonly Bits[])[] {
  const others = new Map(a.compiled.rules.map((rule) => [rule.id, rule]))
  const [coursesA, coursesB] = [coursesAt(a), coursesAt(b)]
  const differing: (readonly Bits[])[] = []
  for (const rule of b.compiled.rules) {
    const other = others.get(rule.id)
    if (other && sameRule(rule, other) && sameFuture([coursesA(other), a.limits.on], [coursesB(rule), b.limits.on]))
      continue
    if (!other || !isSilentAfter(coursesB(rule)) || !isSilentAfter(coursesA(other)))
      differing.push(rule.scope, ...(other ? [other.scope] : []))
  }
  return differing
}

const isSilentAfter = ({ says }: Course): boolean => says.length === 0

function sameFuture([one, on]: readonly [Course, DayNumber], [other, otherOn]: readonly [Course, DayNumber]): boolean {
  const [first, second] = [placeAfter(one.spoken, on), placeAfter(other.spoken, otherOn)]
  if (one === other) return first === second
  const length = one.spoken.length - first
  if (other.spoken.length - second !== length) return false
  for (let at = 0; at < length; at++) {
    if (one.spoken[first + at] !== other.spoken[second + at]) return false
    if (!sameStatus(one.says[first + at] ?? null, other.says[second + at] ?? null)) return false
  }
  return true
}
