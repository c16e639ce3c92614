import { type Change, firstDay, stageRank } from '@/lib/model'
import { type DatedMove, fallenAway, firstReached, isAnnounced, lessExact } from './announced'
import { order } from './order'
import { type DayNumber, dayNumber, dayOfNumber } from './steps'
import {
  type CompiledEffect,
  type CompiledReport,
  type Dropped,
  isMove,
  type LifeTold,
  type Move,
  type Step,
} from './types'

/**
 * The steps of a change that stand, of the effects that count (model, section 2, steps of a change): what is set aside or denied is
 * left out, days are found, announced steps fall away, the exact date speaks, and what is left is put in order. `counts`
 * tells which reports do.
 */
export function lifeTold(
  change: Change,
  effects: readonly CompiledEffect[],
  counts: (report: string) => boolean,
): LifeTold {
  const dropped = new Map<CompiledEffect, Dropped>()
  const moves = effects.filter(isMove)
  for (const move of moves) {
    const { certainty } = move.effect
    if (certainty !== 'said') dropped.set(move, { why: certainty, by: null })
  }
  const told = setAside(change, moves, counts, dropped)
  const dated = datedMoves(told.filter(({ effect }) => effect.certainty === 'said'))
  const denials = told.filter(({ effect }) => effect.certainty === 'denied')
  const fallen = fallenAway(dated, denials)
  for (const [move, why] of fallen) dropped.set(move, why)
  const left = fallen.size === 0 ? dated : dated.filter(({ move }) => !fallen.has(move))
  const steps = exactOnly(left, dropped).map(({ move, on }) => stepOf(move, on))
  return { steps: inOrder(steps), dropped }
}

const noneDropped: LifeTold['dropped'] = new Map()

/** As `lifeTold`, of a plain life. */
export function plainLife(effects: readonly CompiledEffect[]): LifeTold {
  const steps: Step[] = []
  let dropped: Map<CompiledEffect, Dropped> | undefined
  for (const told of effects) {
    if (!isMove(told)) continue
    const { certainty } = told.effect
    if (certainty === 'said') steps.push(stepOf(told, numberOf(told)))
    else {
      dropped ??= new Map()
      dropped.set(told, { why: certainty, by: null })
    }
  }
  return { steps: inOrder(steps), dropped: dropped ?? noneDropped }
}

/** Whether less knowledge only takes steps away: nothing announced, told by a month or a year, or set aside. */
export function isPlainLife({ resolutions }: Change, effects: readonly CompiledEffect[]): boolean {
  if (resolutions?.some(({ against }) => against !== undefined)) return false
  return effects.every((one) => !isMove(one) || (one.date.length === 10 && isOfOneDay(one.told) && !isAhead(one)))
}

const isOfOneDay = ({ first, last }: CompiledReport): boolean => first === last
const isAhead = (move: Move): boolean => isAnnounced({ move, on: numberOf(move) })

/** The day of something told as a number: most often that on which its report came out, which is known as one. */
const numberOf = ({ on, told }: Move): DayNumber => (on === told.day ? told.first : dayNumber(on))

function setAside(
  { resolutions = [] }: Change,
  moves: readonly Move[],
  counts: (report: string) => boolean,
  dropped: Map<CompiledEffect, Dropped>,
): readonly Move[] {
  const gone = new Set<Move>()
  for (const { about, holds, against } of resolutions) {
    if (against === undefined || !counts(holds)) continue
    const holding = moves.filter(({ report, effect }) => report.id === holds && effect.certainty === 'said')
    for (const move of moves) {
      if (move.report.id !== against || move.effect.certainty === 'possible') continue
      if (about === 'dates' && !holding.some(({ stage }) => stage === move.stage)) continue
      gone.add(move)
      dropped.set(move, { why: 'setAside', by: holding[0] ?? null })
    }
  }
  return gone.size === 0 ? moves : moves.filter((move) => !gone.has(move))
}

/** Each with its day: of a month or a year the first, but not before a lower rank that is first reached on a finer date inside it. */
function datedMoves(moves: readonly Move[]): DatedMove[] {
  if (moves.every(({ date }) => date.length === 10)) return moves.map((move) => ({ move, on: dayNumber(move.on) }))
  const dates: string[][] = []
  for (const { stage, date } of moves) {
    const rank = stageRank(stage)
    dates[rank] = [...(dates[rank] ?? []), date]
  }
  const reached = Array.from(dates, (ofRank) => firstReached(ofRank ?? []))
  return moves.map((move) => {
    let day = move.on
    for (const first of reached.slice(0, stageRank(move.stage)))
      if (first && first.length > move.date.length && first.startsWith(move.date) && firstDay(first) > day)
        day = firstDay(first)
    return { move, on: dayNumber(day) }
  })
}

/** Without the months and years for which another of the same stage tells a finer date inside them. */
function exactOnly(moves: readonly DatedMove[], dropped: Map<CompiledEffect, Dropped>): readonly DatedMove[] {
  if (moves.every(({ move }) => move.date.length === 10)) return moves
  const dates = new Map<string, string[]>()
  for (const { move } of moves) dates.set(move.stage, [...(dates.get(move.stage) ?? []), move.date])
  const less = new Map([...dates].map(([stage, told]) => [stage, lessExact(told)]))
  return moves.filter(({ move }) => {
    if (!less.get(move.stage)?.has(move.date)) return true
    const exact = moves.find((other) => isInside(other.move, move))
    dropped.set(move, { why: 'exact', by: exact?.move ?? null })
    return false
  })
}

const isInside = (inner: Move, outer: Move): boolean =>
  inner.stage === outer.stage && inner.date.length > outer.date.length && inner.date.startsWith(outer.date)

function stepOf(move: Move, on: DayNumber): Step {
  const { told, stage } = move
  const day = on === numberOf(move) ? move.on : dayOfNumber(on)
  return { move, stage, day, on, counts: told.last, rank: stageRank(stage) }
}

/** When a step counts as told, for the order of one day: a day and, within it, an instant; the start of it is no number. */
type ToldAt = Pick<CompiledReport, 'first' | 'instant'>

/** By day, then as they were told, then by rank, report and place (model, section 2, steps of a change, 5). */
function inOrder(steps: Step[]): Step[] {
  if (steps.length < 2) return steps
  const firsts = steps.every(isOfItsDay) ? null : firstTellings(steps)
  const toldAt = (step: Step): ToldAt => (firsts && isRetelling(step) && firsts.get(keyOf(step))) || step.move.told
  return steps.sort(
    (a, b) =>
      a.on - b.on ||
      compareTold(toldAt(a), toldAt(b)) ||
      a.rank - b.rank ||
      order(a.move.report.id, b.move.report.id) ||
      a.move.position - b.move.position,
  )
}

const startOfDay = Number.NEGATIVE_INFINITY

function compareTold(a: ToldAt, b: ToldAt): number {
  if (a.first !== b.first || a.instant === b.instant) return a.first - b.first
  return (a.instant ?? startOfDay) - (b.instant ?? startOfDay)
}

const isOfItsDay = ({ on, move: { told } }: Step): boolean => told.first === on && told.last === on

/** A report of another day than the step's, or without an instant, counts as the first that told that stage of that day. */
const isRetelling = ({ on, move: { told } }: Step): boolean => !(told.isInstant && told.first === on)

const keyOf = ({ on, rank }: Step): number => on * 16 + rank

function firstTellings(steps: readonly Step[]): Map<number, ToldAt> {
  const firsts = new Map<number, ToldAt>()
  for (const step of steps) {
    const before = firsts.get(keyOf(step))
    if (!before || compareTold(step.move.told, before) < 0) firsts.set(keyOf(step), step.move.told)
  }
  return firsts
}
