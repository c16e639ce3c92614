import { addDays, type Day } from '@/lib/model'
import type { Compiled } from '@/lib/policy/compiled/types'
import { type Moment, newMoment } from '@/lib/policy/standing/moment'
import { answersBetween } from './answers'
import { contradictionsBetween } from './contradictions'
import { forecastsBetween } from './forecasts'
import { postponedBetween, stepsBetween } from './steps'
import type { PolicyEvent, PolicyEventData } from './told'
import { changesToldOtherwise } from './told-alike'

/** What happens to a dossier that is published in another form, as of a day in its zone (model, section 10). */
export const eventsOfPublishing = (before: Compiled, after: Compiled, today: Day): PolicyEvent[] =>
  between(newMoment(before, today, null), newMoment(after, today, null), true)

/** What happens to a dossier because a day has come in its zone, without any publication (model, section 10). */
export const eventsOfDay = (compiled: Compiled, day: Day): PolicyEvent[] =>
  between(newMoment(compiled, addDays(day, -1), null), newMoment(compiled, day, null), false)

/** In the order in which they are told: what happened, what follows from it, what became of what had been said. */
function between(a: Moment, b: Moment, isPublished: boolean): PolicyEvent[] {
  const changed = changesToldOtherwise(a, b)
  const { found, settled } = contradictionsBetween(a, b, changed)
  return [
    ...keyed('step', stepsBetween(a, b), ({ change }) => change),
    ...keyed('postponed', postponedBetween(a, b, changed), ({ change, stage, before, after }) =>
      [change, stage ?? 'rules', before, after].join(' '),
    ),
    ...keyed('answers', answersBetween(a, b, isPublished), ({ about, because, direction }) =>
      [about, because.change ?? '-', direction].join(' '),
    ),
    ...keyed('contradiction', found, ({ change, about, stage, reports }) =>
      [change, about, stage ?? '-', ...reports].join(' '),
    ),
    ...keyed('settled', settled, ({ change, about, stage, reports }) =>
      [change, about, stage ?? '-', ...reports].join(' '),
    ),
    ...keyed('forecast', forecastsBetween(a, b), ({ report, change, stage, from, until }) =>
      [report, change, stage, from ?? '-', until ?? '-'].join(' '),
    ),
  ]
}

function keyed<Kind extends keyof PolicyEventData>(
  kind: Kind,
  all: readonly PolicyEventData[Kind][],
  keyOf: (data: PolicyEventData[Kind]) => string,
): PolicyEvent[] {
  const counts = new Map<string, number>()
  return all.map((data) => {
    const key = keyOf(data)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return { kind, key: count === 1 ? key : `${key} ${count}`, data } as PolicyEvent
  })
}
