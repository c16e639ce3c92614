import type { Day, Disposition, Text } from '@/lib/model'
import { type DayNumber, dayNumber, dayOfNumber } from '@/lib/policy/compiled/steps'
import type { CompiledRule } from '@/lib/policy/compiled/types'
import { nextTurn, statusesOn } from '@/lib/policy/standing/courses'
import { type Moment, onDay } from '@/lib/policy/standing/moment'
import { classesOf } from './classes'
import type { Covered } from './covering'
import { type Decision, decideBy, decideWith, notFollowed, sameAnswer, sharedDecision } from './decide'
import { memberTurns, standIn } from './members'
import type { Question } from './question'
import type { Duty } from './settle'

/** An answer, with who says it; of several cases `mixed` where they are not answered alike, and what they have in common. */
export interface AnswerGiven {
  disposition: Disposition | 'mixed'
  rule: string | null
  change: string | null
  conditions: Text[]
  duties: Duty[]
}

/** The first later day on which, by what is known, the answer differs, and that answer (model, section 2, verdict). */
export interface Next extends AnswerGiven {
  on: Day
}

export const answerGiven = ({ disposition, rule, change, conditions, duties }: AnswerGiven): AnswerGiven => ({
  disposition,
  rule,
  change,
  conditions,
  duties,
})

/** What some cases are told together. */
export function answerShared(decisions: readonly Decision[]): AnswerGiven {
  const [first] = decisions
  const agree = decisions.every(({ disposition }) => disposition === first?.disposition)
  return answerGiven({ ...sharedDecision(decisions), disposition: agree && first ? first.disposition : 'mixed' })
}

/** So many answers are worked out at once to find what comes next for the cases of a question. */
const mostDecided = 50_000

/** What comes next was not looked for to the end: too many cases are answered in too many ways. */
export class NextTooFarError extends Error {
  constructor() {
    super('stands for too many cases to tell what comes next: name more dimensions')
    this.name = 'NextTooFarError'
  }
}

/**
 * What comes next for cases, given what is decided for each class of them at the moment; null: nothing that is known. Throws
 * `NextTooFarError`, never of a single class.
 */
export function nextOf(moment: Moment, classes: readonly Covered[], decisions: readonly Decision[]): Next | null {
  const rules = rulesOf(classes)
  let spent = 0
  let day: DayNumber | undefined = dayNumber(moment.on)
  for (;;) {
    day = nextTurn(moment, rules, day)
    if (day === undefined) return null
    spent += classes.length
    if (classes.length > 1 && spent > mostDecided) throw new NextTooFarError()
    const statusOf = statusesOn(moment, day)
    const then = classes.map((covered) => decideWith(moment.compiled, covered, statusOf))
    if (then.some((decision, at) => !sameAnswer(decision, decisions[at] as Decision)))
      return { on: dayOfNumber(day), ...answerShared(then) }
  }
}

const rulesOf = (classes: readonly Covered[]): readonly CompiledRule[] =>
  classes.length === 1 ? (classes[0]?.rules ?? []) : [...new Set(classes.flatMap(({ rules }) => rules))]

/** As `nextOf`, of a question that may name members, which come to stand in other values. Throws `UnknownCaseError`, `NextTooFarError`. */
export function nextOfQuestion(moment: Moment, question: Question): Next | null {
  const { compiled } = moment
  const now = asked(moment, question)
  let next = now.classes && nextOf(moment, now.classes, now.decisions)
  for (const day of memberTurns(compiled, question)) {
    if (day <= moment.on) continue
    if (next && next.on < day) return next
    const later = onDay(moment, day)
    const then = asked(later, question)
    const answer = answerShared(then.decisions)
    if (!sameAnswer(answer, answerShared(now.decisions))) return { on: day, ...answer }
    next = then.classes && nextOf(later, then.classes, then.decisions)
  }
  return next
}

/** As `nextOfQuestion`; null, too, where it would take too many answers to find. */
export function nextInReach(moment: Moment, question: Question): Next | null {
  try {
    return nextOfQuestion(moment, question)
  } catch (error) {
    if (error instanceof NextTooFarError) return null
    throw error
  }
}

/** The classes of a question on a day, and what is decided for each; none where a member stands in no value. */
function asked(moment: Moment, question: Question): { classes: readonly Covered[] | null; decisions: Decision[] } {
  const values = standIn(moment.compiled, question, moment.on)
  if (!values) return { classes: null, decisions: [notFollowed] }
  const classes = classesOf(moment.compiled, values)
  return { classes, decisions: classes.map((covered) => decideBy(moment, covered)) }
}
