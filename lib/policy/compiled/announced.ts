import { datesAgree, firstDay, lastDay, stageRank } from '@/lib/model'
import { type DayNumber, dayNumber } from './steps'
import type { CompiledEffect, CompiledReport, Dropped, Move } from './types'

/** Something that is told of a change, with the day on which it would be a step. */
export interface DatedMove {
  move: Move
  on: DayNumber
}

/** Whether a report came out after another: on a later day, or on the same one where both tell their instants (model, section 2). */
export const isLater = (a: CompiledReport, b: CompiledReport): boolean =>
  a.last > b.last || (a.last === b.last && a.isInstant && b.isInstant && startOf(a) > startOf(b))

const startOf = ({ instant }: CompiledReport): number => instant ?? Number.NEGATIVE_INFINITY

export const isAnnounced = ({ move, on }: DatedMove): boolean => on > move.told.last

const inForce = stageRank('in_force')
const isOut = ({ stage }: Move): boolean => stageRank(stage) > inForce

/** One date of one stage with all reports that tell it, as they came out. */
interface Telling {
  date: string
  on: DayNumber
  isOut: boolean
  told: DatedMove[]
}

/**
 * Which announced steps of a change fall away (model, section 2, steps of a change, 3), and by what. What is told of one stage on one date stands
 * together, so that a thousand retellings of one announcement are looked at once each.
 */
export function fallenAway(moves: readonly DatedMove[], denials: readonly Move[]): Map<CompiledEffect, Dropped> {
  const fallen = new Map<CompiledEffect, Dropped>()
  const announced = moves.filter(isAnnounced)
  if (announced.length === 0) return fallen
  const stages = tellingsOf(moves)
  const all = [...stages.values()].flat()
  const out = all.filter((telling) => telling.isOut)
  const ladder = all.filter((telling) => !telling.isOut)
  const newlyTold = out.map((telling) => ({ telling, first: firstToTell(telling, stages.get(stageOf(telling)) ?? []) }))
  for (const one of announced) {
    const ofStage = stages.get(one.move.stage) ?? []
    const within = { ofStage, between: isOut(one.move) ? ladder : out }
    const moved = firstOf(ofStage, (telling) => movedTo(one, telling, within))
    const ended = moved ? undefined : firstOf(newlyTold, ({ telling, first }) => endedBy(one, telling, first))
    const denied = moved || ended ? undefined : denials.find((denial) => isCalledOff(one, denial))
    const by = moved ?? ended ?? denied
    if (by) fallen.set(one.move, { why: moved ? 'moved' : ended ? 'ended' : 'calledOff', by })
  }
  return fallen
}

/** The first that a question has an answer for. */
function firstOf<Of, Found>(list: readonly Of[], find: (of: Of) => Found | undefined): Found | undefined {
  for (const of of list) {
    const found = find(of)
    if (found !== undefined) return found
  }
  return undefined
}

const stageOf = ({ told }: Telling): string => told[0]?.move.stage ?? ''

function tellingsOf(moves: readonly DatedMove[]): Map<string, Telling[]> {
  const found = new Map<string, Map<string, Telling>>()
  for (const one of moves) {
    const { stage, date } = one.move
    const dates = found.get(stage) ?? new Map<string, Telling>()
    found.set(stage, dates)
    const telling = dates.get(date) ?? { date, on: one.on, isOut: isOut(one.move), told: [] }
    dates.set(date, telling)
    telling.told.push(one)
  }
  const inOrder = (a: DatedMove, b: DatedMove) =>
    a.move.told.last - b.move.told.last ||
    Number(b.move.told.isInstant) - Number(a.move.told.isInstant) ||
    compare(a, b)
  return new Map(
    [...found].map(([stage, dates]) => [
      stage,
      [...dates.values()].map((telling) => ({ ...telling, told: telling.told.sort(inOrder) })),
    ]),
  )
}

const compare = (a: DatedMove, b: DatedMove): number => {
  const [one, other] = [startOf(a.move.told), startOf(b.move.told)]
  return one < other ? -1 : one > other ? 1 : 0
}

interface Within {
  ofStage: readonly Telling[]
  /** What is told of the other side of the ladder. */
  between: readonly Telling[]
}

/**
 * (a) Postponed or brought forward: told on a disagreeing date, in time or ahead in its turn. It is not where what lies between makes
 * it a return, nor where the report only retells a date that the announcement left standing (decision 24).
 */
function movedTo(one: DatedMove, telling: Telling, within: Within): Move | undefined {
  const { move, on } = one
  if (datesAgree(move.date, telling.date)) return undefined
  // Of the later reports the first one is the likeliest to have been in time, and to have come before anything that lies between.
  const first = telling.told.find((other) => isLater(other.move.told, move.told))
  if (!first || first.move.told.last >= Math.max(on, telling.on)) return undefined
  if (isReturn(one, first, within) || onlyRetells(first, one, within)) return undefined
  return first.move
}

/** Whether by the time of the second a step of the other side of the ladder is told for a day between the two. */
function isReturn(one: DatedMove, other: DatedMove, { between }: Within): boolean {
  const [low, high] = one.on < other.on ? [one.on, other.on] : [other.on, one.on]
  const isByThen = ({ told }: Telling) => told.some(({ move }) => !isLater(move.told, other.move.told))
  return between.some(
    (telling) =>
      telling.on > low &&
      telling.on < high &&
      isByThen(telling) &&
      // A month or a year has no place of its own where a date inside it is told.
      !between.some((exact) => isInside(exact, telling) && isByThen(exact)),
  )
}

const isInside = (inner: Telling, outer: Telling): boolean =>
  inner.date.length > outer.date.length && inner.date.startsWith(outer.date) && stageOf(inner) === stageOf(outer)

/** Whether something only retells a date, told before it, that an announcement of another date did not itself move. */
const onlyRetells = ({ move }: DatedMove, announced: DatedMove, within: Within): boolean =>
  within.ofStage.some(
    (telling) =>
      datesAgree(telling.date, move.date) &&
      !datesAgree(telling.date, announced.move.date) &&
      !retellsAnother(telling, move, within.ofStage) &&
      telling.told.some((before) => isLater(move.told, before.move.told) && !isMovedBy(before, announced, within)),
  )

const isMovedBy = (before: DatedMove, announced: DatedMove, within: Within): boolean =>
  isAnnounced(before) && isLater(announced.move.told, before.move.told) && !isReturn(before, announced, within)

/** (b) Ended before it came: a step out of the ladder is first told, on an earlier day that is not wholly before the announcement. */
function endedBy({ move, on }: DatedMove, telling: Telling, first: readonly Move[]): Move | undefined {
  if (telling.on >= on || (isOut(move) && stageOf(telling) === 'suspended')) return undefined
  if (dayNumber(lastDay(telling.date)) < move.told.first) return undefined
  return first.find(({ told }) => isLater(told, move.told))
}

/** The reports that are the first to tell a step; later ones retell it, be it less precisely, or more. */
function firstToTell({ date, told }: Telling, ofStage: readonly Telling[]): Move[] {
  const earliest = told[0]
  if (!earliest) return []
  const others = ofStage.filter((other) => other.date !== date && datesAgree(other.date, date))
  return told
    .filter(({ move }) => !isLater(move.told, earliest.move.told))
    .map(({ move }) => move)
    .filter((move) => !others.some((other) => isToldBefore(other, move) && !retellsAnother(other, move, ofStage)))
}

const isToldBefore = ({ told }: Telling, { told: report }: Move): boolean =>
  told[0] !== undefined && isLater(report, told[0].move.told)

/** Whether a month or a year only retold another date inside it, by what had been told before a report came out. */
const retellsAnother = ({ date }: Telling, move: Move, ofStage: readonly Telling[]): boolean =>
  date.length < move.date.length &&
  ofStage.some(
    (other) =>
      other.date.length > date.length &&
      other.date.startsWith(date) &&
      !datesAgree(other.date, move.date) &&
      isToldBefore(other, move),
  )

/** (c) Denied: on an agreeing date, or without one before the announced day. */
function isCalledOff({ move, on }: DatedMove, denial: Move): boolean {
  if (denial.stage !== move.stage || !isLater(denial.told, move.told)) return false
  return denial.effect.on === undefined ? denial.told.last < on : datesAgree(denial.effect.on, move.date)
}

/** Of dates of one stage those that say less than another of them: a month or a year with a finer date inside it. */
export function lessExact(dates: Iterable<string>): Set<string> {
  const told = new Set(dates)
  const less = new Set<string>()
  for (const date of told)
    for (const length of [4, 7]) {
      const coarse = date.slice(0, length)
      if (length < date.length && told.has(coarse)) less.add(coarse)
    }
  return less
}

/** Of one stage the earliest date that is told, left aside those that say less than another. */
export function firstReached(dates: readonly string[]): string | undefined {
  const less = lessExact(dates)
  let first: string | undefined
  for (const date of dates)
    if (!less.has(date) && (first === undefined || firstDay(date) < firstDay(first))) first = date
  return first
}
