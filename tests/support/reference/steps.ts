import { type Change, firstDay, lastDay, type Stage, stageRank } from '@/lib/model'
import { agree, type CountedReport, isInside, isLater, smaller } from './counted'
import { type ToldDenial, type ToldStep, toldOf } from './told'

const isOut = (stage: Stage): boolean => stageRank(stage) > stageRank('in_force')

const isAnnounced = ({ day, by }: ToldStep): boolean => day > by.out

const isBetween = (day: string, a: string, b: string): boolean => (a < day && day < b) || (b < day && day < a)

/** Whether by then a step of the other side of the ladder is told for a day between the two. */
const isReturn = (announced: ToldStep, other: ToldStep, told: readonly ToldStep[]): boolean =>
  told.some(
    (step) =>
      isOut(step.stage) !== isOut(announced.stage) &&
      !isLater(step.by, other.by) &&
      isBetween(step.day, announced.day, other.day),
  )

/** Point 3 (a): told anew for another date. */
const isMoved = (announced: ToldStep, told: readonly ToldStep[]): boolean =>
  told.some(
    (other) =>
      other.stage === announced.stage &&
      isLater(other.by, announced.by) &&
      !agree(other.date, announced.date) &&
      (other.by.out < announced.day || isAnnounced(other)) &&
      !isReturn(announced, other, told),
  )

/** Whether no report that the step's is later than told this already; a month or year that only retold another date did not. */
const isFirstTold = (step: ToldStep, told: readonly ToldStep[]): boolean => {
  const before = told.filter((other) => other.stage === step.stage && isLater(step.by, other.by))
  const retoldAnother = (coarse: ToldStep) =>
    before.some(({ date }) => isInside(date, coarse.date) && !agree(date, step.date))
  return !before.some((other) => agree(other.date, step.date) && !retoldAnother(other))
}

/** Point 3 (b): over before its day. */
const isOverBefore = (announced: ToldStep, told: readonly ToldStep[]): boolean =>
  told.some(
    (other) =>
      isOut(other.stage) &&
      isLater(other.by, announced.by) &&
      other.day < announced.day &&
      lastDay(other.date) >= firstDay(announced.by.date) &&
      !(other.stage === 'suspended' && isOut(announced.stage)) &&
      isFirstTold(other, told),
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
function instantWithin(step: ToldStep, steps: readonly ToldStep[]): number {
  if (firstDay(step.by.date) === step.day) return step.by.instant
  const alike = steps.filter(({ stage, day }) => stage === step.stage && day === step.day)
  return Math.min(...alike.map(({ by }) => by.instant))
}

/** The steps of a change by what counts, in their order. */
export function stepsOf(change: Change, counted: readonly CountedReport[]): ToldStep[] {
  const { told, denials } = toldOf(change, counted)
  const standing = told.filter(
    (step) => !(isAnnounced(step) && (isMoved(step, told) || isOverBefore(step, told) || isDenied(step, denials))),
  )
  const exact = standing.filter(
    ({ stage, date }) => !standing.some((other) => other.stage === stage && isInside(other.date, date)),
  )
  return exact.toSorted(
    (a, b) =>
      smaller(a.day, b.day) ||
      instantWithin(a, exact) - instantWithin(b, exact) ||
      stageRank(a.stage) - stageRank(b.stage) ||
      smaller(a.by.report.id, b.by.report.id) ||
      a.position - b.position,
  )
}
