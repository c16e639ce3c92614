import { type Forecast, forecastsAt } from '@/lib/policy/over-time/forecast'
import type { Moment } from '@/lib/policy/standing/moment'
import type { ForecastTold } from './told'

/**
 * The forecasts of which something has become between `a` and `b`. One that came to be told with its outcome is no news, and a date
 * that a law sets itself is no forecast.
 */
export function forecastsBetween(a: Moment, b: Moment): ForecastTold[] {
  const before = new Map(forecastsAt(a).map((one) => [keyOf(one), one.state]))
  const told = new Map<string, ForecastTold>()
  for (const one of forecastsAt(b)) {
    const was = before.get(keyOf(one))
    if (one.isSetByLaw || one.state === 'open' || one.state === was) continue
    if (was === 'open' || was === 'overdue') told.set(keyOf(one), forecastTold(one, one.state))
  }
  return [...told.values()]
}

const keyOf = ({ report, expectation: { change, stage, from, until } }: Forecast): string =>
  [report.id, change, stage, from, until].join(' ')

function forecastTold({ report, expectation, step, days }: Forecast, outcome: ForecastTold['outcome']): ForecastTold {
  const { change, stage, from = null, until = null } = expectation
  const by = step?.move.report.id ?? null
  return { report: report.id, change, stage, from, until, outcome, days, by }
}
