import { type Decision, decide, notFollowed } from '@/lib/policy/answer/decide'
import { membersOf, memberTurns, standIn } from '@/lib/policy/answer/members'
import { nextInReach } from '@/lib/policy/answer/next'
import { casesOf, countCases, type Question } from '@/lib/policy/answer/question'
import { isCaseOf } from '@/lib/policy/answer/verdict'
import type { Case } from '@/lib/policy/compiled/types'
import type { Moment } from '@/lib/policy/standing/moment'
import { type AnswerDifference, differs, directionOf, explaining } from './differences'
import { directionOfNexts, explainingNext, mostCompared } from './nexts'

/** A comparison of members that come to stand in other values: they are followed by their names, whichever leaf they stand in. */
interface Followed {
  members: Case
  /** The leaves in which they stand on either day; null: in none. */
  leaves: readonly [Case | null, Case | null]
  /** The cases of the question, those dimensions left aside. */
  cases: Case[]
}

/**
 * The members that a question follows from one moment to another; null where it names none that ever moves, where one stands in a
 * value of several leaves, or stands for more cases than can be looked at.
 */
export function followed(a: Moment, b: Moment, question: Question): Followed | null {
  const members = membersOf(b.compiled, question)
  if (Object.keys(membersOf(a.compiled, question)).length !== Object.keys(members).length) return null
  if (memberTurns(a.compiled, question).length + memberTurns(b.compiled, question).length === 0) return null
  const [there, here] = [leavesHeld(a, question, members), leavesHeld(b, question, members)]
  const held = here ?? there
  if (there === undefined || here === undefined) return null
  const rest = { ...question, ...(held ?? firstLeaves(b, members)) }
  if (countCases(b.compiled, rest) > mostCompared) return null
  return { members, leaves: [there, here], cases: casesOf(b.compiled, rest) }
}

/** The leaves in which members stand at a moment; null: one stands in none, undefined: in a value of several leaves. */
function leavesHeld({ compiled, on }: Moment, question: Question, members: Case): Case | null | undefined {
  const values = standIn(compiled, question, on)
  if (!values) return null
  const held = Object.keys(members).map((id) => [id, String(values[id])] as const)
  const areLeaves = held.every(([id, value]) =>
    compiled.dimensions.some(({ dimension, leafIndex }) => dimension.id === id && leafIndex.has(value)),
  )
  return areLeaves ? Object.fromEntries(held) : undefined
}

/** Stands for members that stand nowhere, where only the other dimensions matter. */
const firstLeaves = ({ compiled }: Moment, members: Case): Case =>
  Object.fromEntries(
    compiled.dimensions.flatMap(({ dimension: { id }, leaves: [first = ''] }) => (members[id] ? [[id, first]] : [])),
  )

/** Tells how the answers to cases differ that name members, under those names. */
export function eachMemberDifference(
  a: Moment,
  b: Moment,
  { members, leaves: [there, here], cases }: Followed,
  ahead: readonly [Moment, Moment],
  visit: (move: AnswerDifference, caseOfIt: () => Case) => void,
): void {
  for (const kase of cases) {
    const named = { ...kase, ...members }
    const before = decideHeld(a, kase, there)
    const after = decideHeld(b, kase, here)
    const move = differs(before, after)
      ? {
          ...{ before, after, nexts: null },
          direction: directionOf(before, after),
          change: explaining(a, b, before, after),
        }
      : nextDifference(named, before, after, ahead)
    if (move) visit(move, () => named)
  }
}

function decideHeld(moment: Moment, kase: Case, leaves: Case | null): Decision {
  const own = { ...kase, ...leaves }
  return leaves && isCaseOf(moment.compiled, own) ? decide(moment, own) : notFollowed
}

function nextDifference(
  named: Case,
  before: Decision,
  after: Decision,
  [a, b]: readonly [Moment, Moment],
): AnswerDifference | null {
  const nexts = { before: nextInReach(a, named), after: nextInReach(b, named) }
  const direction = directionOfNexts(nexts.before, nexts.after)
  return direction && { before, after, direction, nexts, change: explainingNext(nexts, before) }
}
