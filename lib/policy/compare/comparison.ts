import { standIn } from '@/lib/policy/answer/members'
import { casesOf, countCases, type Question } from '@/lib/policy/answer/question'
import { isCaseOf } from '@/lib/policy/answer/verdict'
import type { Case, CompiledEffect } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { foreseen } from '@/lib/policy/standing/foreseen'
import { effectsOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { type AnswerDifference, type Difference, type Direction, differenceOfGone, eachDifference } from './differences'
import { eachMemberDifference, followed } from './members'
import { eachNextDifference } from './nexts'

/** The differing cases that one change explains; `change` null: nothing in force explains them, a text was edited. */
export interface ExplainedDifferences {
  change: string | null
  /** How many cases; of very many only the first are listed. */
  count: number
  /** Of how many of those it is only what comes next. */
  nexts: number
  differences: Difference[]
  directions: Partial<Record<Direction, number>>
  /** What the later side rests on and the earlier one did not: effects on this change that only one of them counts. */
  evidence: CompiledEffect[]
}

export interface Comparison {
  /** How many cases were compared. */
  cases: number
  /** How many of them had to be looked at one by one: those that a differing rule covers. */
  looked: number
  /** How many of them differ; of very many only the first of each change are listed. */
  count: number
  /** Of how many of those it is only what comes next. */
  nexts: number
  differences: Difference[]
  directions: Partial<Record<Direction, number>>
  /** The change that explains most comes first. */
  groups: ExplainedDifferences[]
  /** Whether it was compared what comes next, too; of very many cases it is not. */
  isNextCompared: boolean
}

/** How many answers differ, left aside those of which only what comes next does. */
export const answersMoved = ({ count, nexts }: Pick<Comparison, 'count' | 'nexts'>): number => count - nexts

/** So many differing cases are listed in all, and of each change at least some. */
const mostListed = 20_000
const someOfEach = 100

/** Of each later moment the last comparison is kept: a page, its data and its other language ask for the same one. */
const pairWith = rememberEach((b: Moment, a: Moment) => ({ a, b }), { most: 1 })
const comparedWithin = rememberEach(
  ({ a, b }: { a: Moment; b: Moment }, asked: ComparisonAsked) => compared(a, b, asked),
  { key: (asked) => JSON.stringify(asked), most: 1 },
)

interface ComparisonAsked {
  question: Question
  ahead: Ahead
}

/** By what it is found what comes next: all that is known at the moment or, of it, only what its own day foresaw. */
type Ahead = 'known' | 'foreseen'

/**
 * Compares two moments, of one edition or of two (model, section 2): the cases whose answer differs, or what comes next for them, grouped
 * by the change that explains them; of a question only its cases. A case that only one side has counts as unstated on the other.
 * Callers share what is returned, so they leave it as it is. Throws `UnknownCaseError` as `casesOf`.
 */
export const comparisonOf = (a: Moment, b: Moment, question: Question = {}, ahead: Ahead = 'known'): Comparison =>
  comparedWithin(pairWith(b, a), { question, ahead })

class Tally {
  count = 0
  nexts = 0
  readonly differences: Difference[] = []
  readonly directions: Partial<Record<Direction, number>> = {}
  readonly groups = new Map<string | null, Omit<ExplainedDifferences, 'evidence'>>()

  add(move: AnswerDifference, caseOfIt: () => Case): void {
    const { change, direction } = move
    const group = this.groups.get(change) ?? { change, count: 0, nexts: 0, differences: [], directions: {} }
    this.groups.set(change, group)
    this.count++
    group.count++
    if (move.nexts) this.nexts++
    if (move.nexts) group.nexts++
    this.directions[direction] = (this.directions[direction] ?? 0) + 1
    group.directions[direction] = (group.directions[direction] ?? 0) + 1
    if (this.differences.length >= mostListed && group.differences.length >= someOfEach) return
    const difference = { case: caseOfIt(), ...move }
    this.differences.push(difference)
    group.differences.push(difference)
  }
}

/** How many answers differ between two moments, and how many cases had to be looked at one by one for that. */
export function countDiffering(a: Moment, b: Moment): { count: number; looked: number } {
  let count = 0
  const looked = eachAnswer(a, b, {}, () => count++)
  return { count, looked }
}

type Visit = (move: AnswerDifference, caseOfIt: () => Case) => void

/** Tells each answer that differs, those of cases too that only the earlier side has; returns how many cases were looked at. */
function eachAnswer(a: Moment, b: Moment, question: Question, visit: Visit): number {
  const looked = eachDifference(a, b, question, visit)
  const gone = goneCases(a, b, question)
  for (const kase of gone) {
    const move = differenceOfGone(a, kase)
    if (move) visit(move, () => kase)
  }
  return looked + gone.length
}

function compared(a: Moment, b: Moment, { question, ahead }: ComparisonAsked): Comparison {
  const tally = new Tally()
  const seen: [Moment, Moment] = ahead === 'known' ? [a, b] : [foreseen(a), foreseen(b)]
  const add: Visit = (move, caseOfIt) => tally.add(move, caseOfIt)
  const members = followed(a, b, question)
  if (members) eachMemberDifference(a, b, members, seen, add)
  const looked = members ? members.cases.length : eachAnswer(a, b, question, add)
  const isNextCompared = members !== null || eachNextDifference(a, b, { question, ahead: seen }, add)
  const groups = [...tally.groups.values()].map((group) => ({
    ...group,
    evidence: group.change === null ? [] : evidenceBetween(a, b, group.change),
  }))
  groups.sort((x, y) => y.count - x.count || ((x.change ?? '') < (y.change ?? '') ? -1 : 1))
  const { count, nexts, differences, directions } = tally
  const cases = members ? looked : countAsked(b, question) + goneCases(a, b, question).length
  return { cases, looked, count, nexts, differences, directions, groups, isNextCompared }
}

function countAsked(b: Moment, question: Question): number {
  const values = standIn(b.compiled, question, b.on)
  return values ? countCases(b.compiled, values) : 1
}

/** Cases of the question that only the earlier side has; a question that names what only the later side knows has none. */
export function goneCases(a: Moment, b: Moment, question: Question): Case[] {
  if (a.compiled === b.compiled || dimensionsAlike(a, b)) return []
  const isKnown = Object.entries(question).every(([id, value]) =>
    a.compiled.dimensions.some(({ dimension, valueBits }) => dimension.id === id && valueBits.has(String(value))),
  )
  return isKnown ? casesOf(a.compiled, question).filter((kase) => !isCaseOf(b.compiled, kase)) : []
}

const dimensionsAlike = (a: Moment, b: Moment): boolean => {
  const leavesOf = ({ compiled }: Moment) => compiled.dimensions.map(({ dimension, leaves }) => [dimension.id, leaves])
  return JSON.stringify(leavesOf(a)) === JSON.stringify(leavesOf(b))
}

/** Effects that one side counts and the other does not; when both count the same, all of them. */
function evidenceBetween(a: Moment, b: Moment, change: string): CompiledEffect[] {
  const [before, after] = [effectsOf(a, change), effectsOf(b, change)]
  const keys = (effects: readonly CompiledEffect[]) => new Set(effects.map(keyOf))
  const [had, has] = [keys(before), keys(after)]
  const only = [...after.filter((one) => !had.has(keyOf(one))), ...before.filter((one) => !has.has(keyOf(one)))]
  return only.length > 0 ? only : after
}

const keyOf = ({ report, position }: CompiledEffect): string => `${report.id} ${position}`
