import type { Disposition } from '@/lib/model'
import { chorusAt, newEar, saidTo } from '@/lib/policy/answer/chorus'
import { Covering } from '@/lib/policy/answer/covering'
import {
  type Decision,
  decide,
  decideBy,
  type PlainAnswer,
  sameAnswer,
  sameDuties,
  silence,
} from '@/lib/policy/answer/decide'
import { standIn } from '@/lib/policy/answer/members'
import type { Next } from '@/lib/policy/answer/next'
import { leavesAskedBy, type Question } from '@/lib/policy/answer/question'
import type { Duty } from '@/lib/policy/answer/settle'
import { isCaseOf } from '@/lib/policy/answer/verdict'
import { type Bits, emptyBits, fullBits, intersect, isSame } from '@/lib/policy/compiled/bits'
import { caseOf, numbersWithin } from '@/lib/policy/compiled/cases'
import { findRule } from '@/lib/policy/compiled/find'
import type { Case, Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import { lifeAt, lifeOf } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'
import { sameStatus, sameTexts, standingsAt } from '@/lib/policy/standing/status'

/** Which way an answer moves, or, where it stays, what comes next. */
export const directions = [
  'relaxes',
  'tightens',
  'introduces',
  'repeals',
  'alters',
  'postpones',
  'brings_forward',
  'schedules',
  'cancels',
] as const
export type Direction = (typeof directions)[number]

const freedom: Record<Disposition, number> = {
  prohibited: 0,
  required: 1,
  conditional: 2,
  not_required: 3,
  permitted: 3,
  unstated: -1,
  untracked: -1,
}

const isSilent = (disposition: PlainAnswer['disposition']): boolean =>
  disposition !== 'mixed' && freedom[disposition] < 0

/** Which way an answer moves (model, section 2): always computed, never typed in by hand. */
export function directionOf(before: Said, after: Said): Direction {
  const [was, is] = [freedom[before.disposition], freedom[after.disposition]]
  if (isSilent(before.disposition) !== isSilent(after.disposition)) return was < 0 ? 'introduces' : 'repeals'
  if (is !== was) return is > was ? 'relaxes' : 'tightens'
  if (before.disposition !== after.disposition && was >= 0) return 'alters'
  if (!sameTexts(before.conditions, after.conditions)) return 'alters'
  return directionOfDuties(before.duties, after.duties)
}

type Said = Pick<Decision, 'disposition' | 'conditions' | 'duties'>

/** A duty more tightens, one less relaxes; where some come and others go, or say something else, they alter the answer. */
function directionOfDuties(before: readonly Duty[], after: readonly Duty[]): Direction {
  const [more, less] = [newDuty(before, after), newDuty(after, before)]
  return !more === !less ? 'alters' : more ? 'tightens' : 'relaxes'
}

/** The first duty that the one list has and the other does not. */
export const newDuty = (without: readonly Duty[], within: readonly Duty[]): Duty | undefined =>
  within.find((duty) => !without.some((other) => sameDuties([duty], [other])))

/** Whether two answers are the same but for what also applies. */
export const sameButDuties = (a: PlainAnswer, b: PlainAnswer): boolean =>
  a.disposition === b.disposition && sameTexts(a.conditions, b.conditions)

/** Whether two answers differ for who compares them: that one is not followed and the other not stated is no difference. */
export const differs = (before: PlainAnswer, after: PlainAnswer): boolean =>
  !sameAnswer(before, after) &&
  !(isSilent(before.disposition) && isSilent(after.disposition) && sameDuties(before.duties, after.duties))

/** One case whose answer, or what comes next for it, differs between two moments. */
export interface Difference {
  case: Case
  before: Decision
  after: Decision
  direction: Direction
  /** What comes next on either side, where the answer is the same; null where the answer itself moves. */
  nexts: { before: Next | null; after: Next | null } | null
  /** The change that explains it. */
  change: string | null
}

/** How a case moves, whichever it is. */
export type AnswerDifference = Omit<Difference, 'case'>

/** The cases that moment `b` answers otherwise than moment `a`, in tree order. */
export function compareMoments(a: Moment, b: Moment): Difference[] {
  const found: Difference[] = []
  eachDifference(a, b, {}, (move, caseOfIt) => found.push({ case: caseOfIt(), ...move }))
  return found
}

/** Told of a case that differs: how it moves, which it is, and its number. */
type VisitDifference = (move: AnswerDifference, caseOfIt: () => Case, number: number) => void

/**
 * Tells, in tree order, how each case of a question moves from moment `a` to moment `b`; the case itself is made only for who asks
 * for it. Returns how many cases were looked at: those that no differing rule covers are not.
 */
export function eachDifference(a: Moment, b: Moment, question: Question, visit: VisitDifference): number {
  const { dimensions } = b.compiled
  const alike = sameQuestions(a.compiled, b.compiled)
  const moveOf = alike
    ? differenceByNumber(a, b)
    : (number: number) => differenceOfCase(a, b, caseOf(dimensions, number))
  const numbers = numbersAsked(b, question, scopesThatMayDiffer(a, b, alike))
  for (const number of numbers) {
    const move = moveOf(number)
    if (move) visit(move, () => caseOf(dimensions, number), number)
  }
  return numbers.length
}

/** The numbers of the cases of a question that lie in one of some scopes. */
export function numbersAsked(b: Moment, question: Question, scopes: readonly (readonly Bits[])[]): number[] {
  const values = standIn(b.compiled, question, b.on)
  const asked = values ? leavesAskedBy(b.compiled, values) : b.compiled.dimensions.map(() => emptyBits(0))
  return numbersWithin(
    b.compiled,
    scopes.map((scope) => scope.map((leaves, at) => common(leaves, asked[at]))),
  )
}

function common(leaves: Bits, asked: Bits | undefined): Bits {
  if (!asked) return leaves
  const both = leaves.slice()
  intersect(both, leaves, asked)
  return both
}

function differenceBetween(a: Moment, b: Moment, before: Decision, after: Decision): AnswerDifference | null {
  if (!differs(before, after)) return null
  const direction = directionOf(before, after)
  return { before, after, direction, nexts: null, change: explaining(a, b, before, after) }
}

/** How a case moves that only the earlier side has; null where it was told nothing. */
export function differenceOfGone(a: Moment, kase: Case): AnswerDifference | null {
  const before = decide(a, kase)
  if (!differs(before, silence)) return null
  return { before, after: silence, direction: directionOf(before, silence), nexts: null, change: before.change }
}

const differenceOfCase = (a: Moment, b: Moment, kase: Case): AnswerDifference | null =>
  differenceBetween(a, b, isCaseOf(a.compiled, kase) ? decide(a, kase) : silence, decide(b, kase))

/** Where both have the same cases: first only what a case is told, for most of many do not differ; the move once per rules. */
function differenceByNumber(a: Moment, b: Moment): (number: number) => AnswerDifference | null {
  const [chorusA, chorusB] = [chorusAt(a), chorusAt(b)]
  const coveringB = new Covering(b.compiled)
  const coveringA = a.compiled === b.compiled ? coveringB : new Covering(a.compiled)
  const [earA, earB] = [newEar(a.compiled), newEar(b.compiled)]
  const moves = new Map<string, AnswerDifference | null>()
  return (number) => {
    coveringB.find(number)
    if (coveringA !== coveringB) coveringA.find(number)
    if (sameAnswer(saidTo(chorusA, coveringA.bits, earA), saidTo(chorusB, coveringB.bits, earB))) return null
    const key = coveringA === coveringB ? coveringB.key : `${coveringA.key} ${coveringB.key}`
    const kept = moves.get(key)
    if (kept !== undefined) return kept
    const move = differenceBetween(a, b, decideBy(a, coveringA.covered), decideBy(b, coveringB.covered))
    moves.set(key, move)
    return move
  }
}

/** Answers differ only where some rule differs: in what it says, in its scope or overrides, or because it is not in both. */
function scopesThatMayDiffer(a: Moment, b: Moment, alike: boolean): (readonly Bits[])[] {
  const everything = b.compiled.dimensions.map(({ leaves }) => fullBits(leaves.length))
  if (!alike) return [everything]
  const others = new Map(a.compiled.rules.map((rule) => [rule.id, rule]))
  const [standingBefore, standingAfter] = [standingsAt(a), standingsAt(b)]
  const differing: (readonly Bits[])[] = []
  for (const rule of b.compiled.rules) {
    const other = others.get(rule.id)
    others.delete(rule.id)
    const same = other && sameRule(rule, other) && sameStatus(standingBefore(other).status, standingAfter(rule).status)
    if (!same) differing.push(rule.scope, ...(other ? [other.scope] : []))
  }
  return [...differing, ...[...others.values()].map(({ scope }) => scope)]
}

/** Whether both ask the same questions: dimensions, leaves and what is answered where nothing speaks. */
export const sameQuestions = (a: Compiled, b: Compiled): boolean =>
  a === b || JSON.stringify(questionsOf(a)) === JSON.stringify(questionsOf(b))

const questionsOf = ({ dossier, dimensions }: Compiled) => [
  dossier.default,
  dossier.untracked?.map(({ scope }) => scope),
  dimensions.map(({ dimension, leaves }) => [dimension.id, leaves]),
]

/** Whether a rule covers the same cases in both, and overrides the same rules. */
export const sameRule = (a: CompiledRule, b: CompiledRule): boolean =>
  a === b ||
  (a.isDuty === b.isDuty &&
    a.rule.overrides.join(' ') === b.rule.overrides.join(' ') &&
    a.scope.every((leaves, at) => isSame(leaves, b.scope[at] as Bits)))

const sameLife = (a: Life | null, b: Life | null): boolean => a?.stage === b?.stage && a?.inForceOn === b?.inForceOn

/**
 * The change that moved between the two and explains the difference: that by which the later answer is decided; else one that has
 * come into force and alters the rule by which the earlier one was decided; else the one that used to decide. Where only what also
 * applies differs, the same of the duty.
 */
export function explaining(a: Moment, b: Moment, before: Decision, after: Decision): string | null {
  if (sameButDuties(before, after)) return explainingDuties(a, b, before.duties, after.duties)
  const moved = (change: string | null) => change !== null && !sameLife(lifeOf(a, change), lifeOf(b, change))
  const started = after.since !== null && after.since > a.on
  if (moved(after.change) || (started && after.change !== null)) return after.change
  const stopping = stoppedBy(b, before)
  if (moved(stopping)) return stopping
  return moved(before.change) ? before.change : (after.change ?? before.change)
}

/** The change by which a duty came or says something else, else the one that ended it or by which it used to hold. */
function explainingDuties(a: Moment, b: Moment, before: readonly Duty[], after: readonly Duty[]): string | null {
  const come = newDuty(before, after)
  if (come) return come.change
  const gone = newDuty(after, before)
  if (!gone) return null
  const stopping = stoppedBy(b, gone)
  const hasMoved = (change: string | null) => change !== null && !sameLife(lifeOf(a, change), lifeOf(b, change))
  return hasMoved(stopping) ? stopping : gone.change
}

/** The change in force that governs a rule which no longer says what it said; null when it was only taken back. */
function stoppedBy(b: Moment, { rule: id, change: former }: Pick<Decision, 'rule' | 'change'>): string | null {
  const rule = findRule(b.compiled, id)
  const latest = rule?.alteredBy.findLast(
    ({ change }) => change.id !== former && lifeAt(b, change)?.stage === 'in_force',
  )
  return latest?.change.id ?? null
}

/** How many of these move in each direction. */
export function countDirections(differences: readonly Difference[]): Partial<Record<Direction, number>> {
  const counts: Partial<Record<Direction, number>> = {}
  for (const { direction } of differences) counts[direction] = (counts[direction] ?? 0) + 1
  return counts
}
