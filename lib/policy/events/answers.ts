import type { Decision } from '@/lib/policy/answer/decide'
import type { Next } from '@/lib/policy/answer/next'
import { goneCases } from '@/lib/policy/compare/comparison'
import { type AnswerDifference, differenceOfGone, eachDifference, newDuty } from '@/lib/policy/compare/differences'
import { eachNextDifference } from '@/lib/policy/compare/nexts'
import { type Box, boxesOf, boxesOfNumbers } from '@/lib/policy/compiled/boxes'
import { order } from '@/lib/policy/compiled/order'
import type { Case } from '@/lib/policy/compiled/types'
import { effectsOf, lifeOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import type { AnswersMove, AnswersTold, AnswerTold } from './told'

/**
 * The answers that are others at `b` than at `a`, and those for which, `withNext`, something else comes next: by the change that
 * explains it and the direction. Every case whose answer differs is in exactly one of them. What comes next is not told where
 * more cases would have to be looked at than can be at once.
 */
export function answersBetween(a: Moment, b: Moment, withNext: boolean): AnswersTold[] {
  const groups = new Groups()
  const there = new Map<AnswerDifference, number[]>()
  const add = (move: AnswerDifference, number: number) => {
    const numbers = there.get(move)
    if (numbers) numbers.push(number)
    else there.set(move, [number])
  }
  eachDifference(a, b, {}, (move, _, number) => add(move, number))
  if (withNext) eachNextDifference(a, b, { question: {}, ahead: [a, b] }, (move, _, number) => add(move, number))
  for (const [move, numbers] of there) groups.add(move, { numbers, gone: [] })
  for (const kase of goneCases(a, b, {})) {
    const move = differenceOfGone(a, kase)
    if (move) groups.add(move, { numbers: [], gone: [kase] })
  }
  return groups.told(a, b)
}

interface Cases {
  numbers: number[]
  /** Those that only the earlier side has. */
  gone: Case[]
}

interface Group {
  about: AnswersTold['about']
  change: string | null
  direction: AnswersTold['direction']
  rules: Set<string>
  moves: Map<string, Pick<AnswersMove, 'before' | 'after'> & Cases>
}

class Groups {
  private readonly groups = new Map<string, Group>()

  add(move: AnswerDifference, { numbers, gone }: Cases): void {
    const { change, direction } = move
    const about = move.nexts ? 'next' : 'now'
    const before = move.nexts ? nextTold(move.nexts.before) : answerTold(move.before)
    const after = move.nexts ? nextTold(move.nexts.after) : answerTold(move.after)
    const key = `${about} ${change ?? '-'} ${direction}`
    const group: Group = this.groups.get(key) ?? { about, change, direction, rules: new Set(), moves: new Map() }
    this.groups.set(key, group)
    for (const rule of rulesThatMove(before, after)) group.rules.add(rule)
    const said = JSON.stringify([before, after])
    const known = group.moves.get(said)
    if (!known) group.moves.set(said, { before, after, numbers: [...numbers], gone: [...gone] })
    else {
      for (const number of numbers) known.numbers.push(number)
      known.gone.push(...gone)
    }
  }

  told(a: Moment, b: Moment): AnswersTold[] {
    return [...this.groups.values()].map(({ about, change, direction, rules, moves }) => {
      const told = [...moves.values()].flatMap(({ before, after, numbers, gone }): AnswersMove[] => {
        const move = (where: Box[], isGone: boolean): AnswersMove[] =>
          where.length === 0 ? [] : [{ where, cases: countIn(where), isGone, before, after }]
        numbers.sort((one, other) => one - other)
        return [...move(boxesOfNumbers(b.compiled, numbers), false), ...move(boxesOf(a.compiled, gone), true)]
      })
      return {
        about,
        direction,
        from: about === 'now' ? b.on : firstFrom(told),
        cases: told.reduce((sum, { cases }) => sum + cases, 0),
        moves: told,
        because: {
          change,
          rules: [...rules].sort(order),
          reports: change === null ? [] : reportsBetween(a, b, change),
        },
      }
    })
  }
}

const countIn = (boxes: readonly Box[]): number => boxes.reduce((sum, { cases }) => sum + cases, 0)

const answerTold = ({ disposition, rule, change, since, conditions, duties }: Decision): AnswerTold => ({
  disposition,
  rule,
  change,
  since,
  conditions,
  duties,
})

const nextTold = (next: Next | null): AnswerTold | null =>
  next && {
    disposition: next.disposition,
    rule: next.rule,
    change: next.change,
    since: next.on,
    conditions: next.conditions,
    duties: next.duties,
  }

function firstFrom(moves: readonly AnswersMove[]): AnswersTold['from'] {
  const days = moves.flatMap(({ after }) => after?.since ?? [])
  return days.sort()[0] ?? null
}

/** The rules that decide before and after, and the duties that come, go or say something else. */
function rulesThatMove(before: AnswerTold | null, after: AnswerTold | null): string[] {
  const [had, has] = [before?.duties ?? [], after?.duties ?? []]
  const duties = [...had.filter((duty) => newDuty(has, [duty])), ...has.filter((duty) => newDuty(had, [duty]))]
  return [before?.rule, after?.rule, ...duties.map(({ rule }) => rule)].flatMap((rule) => rule ?? [])
}

/** What is told of a change at `b` and was not at `a`; nothing new: what tells of the step at which it stands, or stood. */
export function reportsBetween(a: Moment, b: Moment, change: string): string[] {
  const had = new Set(effectsOf(a, change).map(({ report, position }) => `${report.id} ${position}`))
  const come = effectsOf(b, change).filter(({ report, position }) => !had.has(`${report.id} ${position}`))
  const step = (lifeOf(b, change) ?? lifeOf(a, change))?.step
  const reports = come.length > 0 ? come.map(({ report }) => report.id) : step ? [step.move.report.id] : []
  return [...new Set(reports)].sort(order)
}
