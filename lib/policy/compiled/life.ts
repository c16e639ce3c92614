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
  return { steps: inOrder(exactOnly(left, dropped)), dropped }
}

/** Whether less knowledge only takes steps away: nothing announced, told by a month or a year, or set aside. */
export function isPlainLife({ resolutions }: Change, effects: readonly CompiledEffect[]): boolean {
  if (resolutions?.some(({ against }) => against !== undefined)) return false
  return effects.every((one) => !isMove(one) || (one.date.length === 10 && isOfOneDay(one.told) && !isAhead(one)))
}

const isOfOneDay = ({ first, last }: CompiledReport): boolean => first === last
const isAhead = (move: Move): boolean => isAnnounced({ move, on: dayNumber(move.on) })

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

interface Placed {
  step: Step
  /** When it counts as told, for the order of one day. */
  told: Time
}

/** A day and, within it, an instant; null: its start. */
type Time = readonly [DayNumber, number | null]

const timeOf = ({ first, instant }: CompiledReport): Time => [first, instant]
const byTime = ([day, instant]: Time, [other, otherInstant]: Time): number =>
  day - other || (instant ?? Number.NEGATIVE_INFINITY) - (otherInstant ?? Number.NEGATIVE_INFINITY) || 0

/** By day, then as they were told, then by rank, report and place (model, section 2, steps of a change, 5). */
function inOrder(moves: readonly DatedMove[]): Step[] {
  const firsts = firstTold(moves)
  const placed = moves.map(({ move, on }): Placed => {
    const { told } = move
    const isOfTheDay = told.isInstant && told.first === on
    const first = isOfTheDay ? undefined : firsts?.get(`${move.stage} ${on}`)
    const day = on === dayNumber(move.on) ? move.on : dayOfNumber(on)
    const step = { move, stage: move.stage, day, on, counts: told.last, rank: stageRank(move.stage) }
    return { step, told: first ?? timeOf(told) }
  })
  placed.sort(
    (a, b) =>
      a.step.on - b.step.on ||
      byTime(a.told, b.told) ||
      a.step.rank - b.step.rank ||
      order(a.step.move.report.id, b.step.move.report.id) ||
      a.step.move.position - b.step.move.position,
  )
  return placed.map(({ step }) => step)
}

/** When each stage of a day was first told; a report of another day than the step's, or without an instant, counts as that one. */
function firstTold(moves: readonly DatedMove[]): Map<string, Time> | undefined {
  if (moves.every(({ move: { told }, on }) => told.first === on && told.last === on)) return undefined
  const firsts = new Map<string, Time>()
  for (const { move, on } of moves) {
    const key = `${move.stage} ${on}`
    const before = firsts.get(key)
    const told = timeOf(move.told)
    if (!before || byTime(told, before) < 0) firsts.set(key, told)
  }
  return firsts
}
