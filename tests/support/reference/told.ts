import { type Change, type DateText, type Day, type Effect, firstDay, type Stage, stageRank } from '@/lib/model'
import { type CountedReport, isInside } from './counted'

export interface ToldStep {
  stage: Stage
  date: DateText
  day: Day
  by: CountedReport
  position: number
}

export interface ToldDenial {
  stage: Stage
  on: DateText | undefined
  by: CountedReport
}

const isMove = (effect: Effect, change: Change): effect is Effect & { stage: Stage } =>
  effect.change === change.id && effect.kind === 'moves' && effect.stage !== undefined

/** Point 1: whether a resolution of the change, whose holding report counts, sets the effect aside. */
function isSetAside(change: Change, counted: readonly CountedReport[], by: CountedReport, stage: Stage): boolean {
  return (change.resolutions ?? []).some(({ about, holds, against }) => {
    const holding = counted.find(({ report }) => report.id === holds)
    if (!holding || against !== by.report.id) return false
    const tells = holding.report.effects.some(
      (effect) => isMove(effect, change) && effect.certainty === 'said' && effect.stage === stage,
    )
    return about !== 'dates' || tells
  })
}

/** Point 2: the day of a step among all that is told. */
function dayOf(step: Omit<ToldStep, 'day'>, told: readonly Omit<ToldStep, 'day'>[]): Day {
  const days = [firstDay(step.date)]
  for (let rank = 0; rank < stageRank(step.stage); rank++) {
    const ofRank = told.filter(({ stage }) => stageRank(stage) === rank).map(({ date }) => date)
    const exact = ofRank.filter((date) => !ofRank.some((other) => isInside(other, date)))
    const [first] = exact.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
    if (first !== undefined && isInside(first, step.date)) days.push(firstDay(first))
  }
  return days.sort().at(-1) as Day
}

/** What the counting reports tell of the steps of a change, and what they deny, after points 1 and 2. */
export function toldOf(change: Change, counted: readonly CountedReport[]) {
  const moves = counted.flatMap((by) =>
    by.report.effects.flatMap((effect, position) =>
      isMove(effect, change) && !isSetAside(change, counted, by, effect.stage) ? [{ by, effect, position }] : [],
    ),
  )
  const said = moves
    .filter(({ effect }) => effect.certainty === 'said')
    .map(({ by, effect, position }) => ({ stage: effect.stage, date: effect.on ?? by.date, by, position }))
  const denials = moves
    .filter(({ effect }) => effect.certainty === 'denied')
    .map(({ by, effect }): ToldDenial => ({ stage: effect.stage, on: effect.on, by }))
  return { told: said.map((step): ToldStep => ({ ...step, day: dayOf(step, said) })), denials }
}
