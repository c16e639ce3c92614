import { type Change, firstDay, lastDay, type Stage, stageRank } from '@/lib/model'
import { agree, type CountedReport, isInside, isLater, smaller } from './counted'
import { type ToldDenial, type ToldStep, toldOf } from './told'

/**
 * THE ONE PLACE of another reading. `literal`: as the text stands. `closed`: so that a retelling moves nothing. In 3 (a) what
 * only retells a date that the announcement did not itself move does not move the announcement; a month or year is no step
 * between the two when by then that stage is told on a finer date inside it; in 5 only a report that tells its instant has a
 * place of its own within the day.
 */
export type Reading = 'literal' | 'closed'
const readByDefault: Reading = 'closed'

const isOut = (stage: Stage): boolean => stageRank(stage) > stageRank('in_force')

const isAnnounced = ({ day, by }: ToldStep): boolean => day > by.out

const isBetween = (day: string, a: string, b: string): boolean => (a < day && day < b) || (b < day && day < a)

/** Whether by then a step of the other side of the ladder is told for a day between the two. */
function isReturn(announced: ToldStep, other: ToldStep, told: readonly ToldStep[], reading: Reading): boolean {
  const byThen = told.filter(({ by }) => !isLater(by, other.by))
  return byThen.some(
    (step) =>
      isOut(step.stage) !== isOut(announced.stage) &&
      isBetween(step.day, announced.day, other.day) &&
      !(reading === 'closed' && byThen.some(({ stage, date }) => stage === step.stage && isInside(date, step.date))),
  )
}

const moves = (announced: ToldStep, other: ToldStep, told: readonly ToldStep[], reading: Reading): boolean =>
  other.stage === announced.stage &&
  isLater(other.by, announced.by) &&
  !agree(other.date, announced.date) &&
  (other.by.out < announced.day || isAnnounced(other)) &&
  !isReturn(announced, other, told, reading)

/** What an earlier report told of the step; a month or year that only retold another date did not tell of it. */
function toldBefore(step: ToldStep, told: readonly ToldStep[]): ToldStep[] {
  const before = told.filter((other) => other.stage === step.stage && isLater(step.by, other.by))
  const retoldAnother = (coarse: ToldStep) =>
    before.some(({ date }) => isInside(date, coarse.date) && !agree(date, step.date))
  return before.filter((other) => agree(other.date, step.date) && !retoldAnother(other))
}

/** Closed reading: whether a step only retells one that the announcement of another date did not itself move. */
const onlyRetells = (step: ToldStep, announced: ToldStep, told: readonly ToldStep[]): boolean =>
  toldBefore(step, told).some(
    (before) =>
      !agree(before.date, announced.date) && !(isAnnounced(before) && moves(before, announced, told, 'closed')),
  )

/** Point 3 (a): told anew for another date. */
const isMoved = (announced: ToldStep, told: readonly ToldStep[], reading: Reading): boolean =>
  told.some(
    (other) =>
      moves(announced, other, told, reading) && (reading === 'literal' || !onlyRetells(other, announced, told)),
  )

/** Point 3 (b): over before its day. */
const isOverBefore = (announced: ToldStep, told: readonly ToldStep[]): boolean =>
  told.some(
    (other) =>
      isOut(other.stage) &&
      isLater(other.by, announced.by) &&
      other.day < announced.day &&
      lastDay(other.date) >= firstDay(announced.by.date) &&
      !(other.stage === 'suspended' && isOut(announced.stage)) &&
      toldBefore(other, told).length === 0,
  )

/** Point 3 (c). */
const isDenied = (announced: ToldStep, denials: readonly ToldDenial[]): boolean =>
  denials.some(
    ({ stage, on, by }) =>
      stage === announced.stage &&
      isLater(by, announced.by) &&
      (on === undefined ? by.out < announced.day : agree(on, announced.date)),
  )

/** Point 5: the instant by which a step is ordered within its day. */
function instantWithin(step: ToldStep, steps: readonly ToldStep[], reading: Reading): number {
  const isOwn = reading === 'literal' || step.by.timed
  if (isOwn && firstDay(step.by.date) === step.day) return step.by.instant
  const alike = steps.filter(({ stage, day }) => stage === step.stage && day === step.day)
  return Math.min(...alike.map(({ by }) => by.instant))
}

/** The steps of a change by what counts, in their order. */
export function stepsOf(
  change: Change,
  counted: readonly CountedReport[],
  reading: Reading = readByDefault,
): ToldStep[] {
  const { told, denials } = toldOf(change, counted)
  const standing = told.filter(
    (step) =>
      !(isAnnounced(step) && (isMoved(step, told, reading) || isOverBefore(step, told) || isDenied(step, denials))),
  )
  const exact = standing.filter(
    ({ stage, date }) => !standing.some((other) => other.stage === stage && isInside(other.date, date)),
  )
  return exact.toSorted(
    (a, b) =>
      smaller(a.day, b.day) ||
      instantWithin(a, exact, reading) - instantWithin(b, exact, reading) ||
      stageRank(a.stage) - stageRank(b.stage) ||
      smaller(a.by.report.id, b.by.report.id) ||
      a.position - b.position,
  )
}
