import {
  addMonths,
  type Day,
  daysBetween,
  firstDay,
  lastDay,
  pendingStages,
  publishedDate,
  type Report,
} from '@/lib/model'
import { unsettledChanges } from '@/lib/policy/answer/unsettled'
import type { Compiled } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { changesInMotion, type InMotion } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { type Forecast, forecastsAt } from './forecast'

/** A pending change of which nothing was heard for long. */
export interface Unheard extends InMotion {
  /** The last report that touches it. */
  report: Report
  /** Whole days since, counted from the last day of its date. */
  days: number
}

/** After how many months without a report a pending change is one of which nothing is heard. */
export const quietMonths = 6

/** The pending changes that no report has touched for half a year or longer, the longest first. */
export const unheardChanges: (moment: Moment) => readonly Unheard[] = remember((moment) =>
  changesInMotion(moment)
    .filter(({ life }) => pendingStages.includes(life.stage))
    .flatMap((moving): Unheard[] => {
      const last = lastHeard(moment, moving.change.id)
      if (!last || addMonths(last.day, quietMonths) > moment.on) return []
      return [{ ...moving, report: last.report, days: daysBetween(last.day, moment.on) }]
    })
    .sort((a, b) => b.days - a.days || a.change.index - b.change.index),
)

/** The forecasts whose window has closed without a word of what became of them; those of an unsettled change stand with it. */
export function unreportedForecasts(moment: Moment): Forecast[] {
  const unsettled = new Set(unsettledChanges(moment).map(({ change }) => change))
  return forecastsAt(moment).filter(({ state, change }) => state === 'overdue' && !unsettled.has(change))
}

interface Touching {
  report: Report
  first: Day
  last: Day
}

/** Per change the reports that touch it by an effect, a position or a forecast; those of which nothing holds are left out. */
const touchingOf = remember(({ standing, dossier, discredited }: Compiled): Map<string, Touching[]> => {
  const found = new Map<string, Touching[]>()
  for (const report of standing.reports) {
    if (discredited.has(report.id)) continue
    const date = publishedDate(report.published, dossier.timeZone)
    const touching = { report, first: firstDay(date), last: lastDay(date) }
    const changes = [...report.effects, ...report.positions, ...report.expectations].map(({ change }) => change)
    for (const change of new Set(changes)) found.set(change, [...(found.get(change) ?? []), touching])
  }
  return found
})

/** The last report of a change by a moment; one that is dated by this very month may be of today. */
function lastHeard({ compiled, on, known }: Moment, change: string): { report: Report; day: Day } | null {
  let latest: { report: Report; day: Day } | null = null
  for (const { report, first, last } of touchingOf(compiled).get(change) ?? []) {
    if (first > on || (known !== null && last > known)) continue
    const day = last < on ? last : on
    if (!latest || day > latest.day) latest = { report, day }
  }
  return latest
}
