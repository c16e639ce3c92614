import {
  type Day,
  daysBetween,
  type Expectation,
  firstDay,
  ladder,
  lastDay,
  publishedDate,
  type Report,
  type Stage,
} from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import type { Compiled, CompiledChange, Step } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { stepsOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { type Postponement, postponementAfter } from '@/lib/policy/standing/silence'

/**
 * What became of a forecast: `met` within its window or before it; `late`, after it closed; `overdue`, closed and not come yet;
 * `missed`, closed or not, for the change has ended otherwise; `superseded`, for a measure in force has since moved the date past
 * the window; `open`, still to come.
 */
export const forecastStates = ['overdue', 'open', 'met', 'late', 'missed', 'superseded'] as const
export type ForecastState = (typeof forecastStates)[number]

/** An expectation of a report with its outcome at a moment. */
export interface Forecast {
  report: Report
  expectation: Expectation
  change: CompiledChange
  state: ForecastState
  /** The step that met it, in time or late, or that ended the change. */
  step: Step | null
  /** To when the date was moved, and by which change, where it was superseded. */
  moved: Postponement | null
  /** Whole days past the end of the window; 0 unless late or overdue. */
  days: number
  /** A date that a law sets itself is no forecast, and is not scored. */
  isSetByLaw: boolean
}

const rungOf = (stage: Stage): number => (ladder as readonly Stage[]).indexOf(stage)

/** A later rung of the ladder holds the earlier ones. */
const reaches = (stage: Stage, wanted: Stage): boolean =>
  rungOf(stage) === -1 || rungOf(wanted) === -1 ? stage === wanted : rungOf(stage) >= rungOf(wanted)

/** Stages after which nothing is expected of a change any more. */
const ends: readonly Stage[] = ['rejected', 'withdrawn', 'lapsed', 'repealed']

/**
 * The outcome of one expectation at a moment, by the steps from the day of the report on: what the change had reached before, and
 * has lost again by the day on which the window opens, is no fulfilment. A window without an end never closes. Whichever came
 * first tells of a forecast that was not met in time: that the change came or ended, or that its date was moved.
 */
export function outcomeOf(moment: Moment, report: Report, expectation: Expectation): Forecast | null {
  const { compiled, on } = moment
  const change = findChange(compiled, expectation.change)
  if (!change) return null
  const said = firstDay(publishedDate(report.published, compiled.dossier.timeZone))
  const steps = stepsOf(moment, change.id)
  const closes = expectation.until === undefined ? null : lastDay(expectation.until)
  const standing = steps.findLast(({ day }) => day <= said)
  const opens = expectation.from ? firstDay(expectation.from) : said
  const left = steps.findLastIndex(({ day, stage }) => day < opens && !reaches(stage, expectation.stage))
  const since = steps.filter((one, at) => at > left && (one === standing || one.day > said))
  const found = {
    report,
    expectation,
    change,
    step: null,
    moved: null,
    days: 0,
    isSetByLaw: isSetByLaw(report, expectation),
  }
  const step = since.find(({ stage }) => reaches(stage, expectation.stage))
  if (step && (closes === null || step.day <= closes)) return { ...found, state: 'met', step }
  const last = steps.at(-1)
  const end = last && ends.includes(last.stage) ? last : undefined
  const moved = closes !== null && expectation.stage === 'in_force' ? postponementAfter(moment, change, said) : null
  if (moved && closes !== null && firstDay(moved.to) > closes && moved.since <= ((step ?? end)?.day ?? on))
    return { ...found, state: 'superseded', moved }
  if (step && closes !== null) return { ...found, state: 'late', step, days: daysBetween(closes, step.day) }
  if (end) return { ...found, state: 'missed', step: end }
  const overdue = closes !== null && closes < on
  return { ...found, state: overdue ? 'overdue' : 'open', days: overdue ? daysBetween(closes, on) : 0 }
}

/**
 * Whether a date is no forecast but one that a law sets itself: told by the official text of the very step, or with a suspension
 * whose end it is.
 */
const isSetByLaw = ({ kind, effects }: Report, { change }: Expectation): boolean =>
  effects.some(
    (effect) =>
      effect.change === change &&
      effect.kind === 'moves' &&
      effect.certainty === 'said' &&
      (kind === 'official' || effect.stage === 'suspended'),
  )

/** Every forecast that was made by the moment, in the order in which the reports were published. */
export const forecastsAt: (moment: Moment) => readonly Forecast[] = remember((moment) => {
  const { compiled, on, known } = moment
  const until = known !== null && known < on ? known : on
  return expectationsIn(compiled)
    .filter(({ day }) => day <= until)
    .flatMap(({ report, expectation }) => outcomeOf(moment, report, expectation) ?? [])
})

interface Expected {
  report: Report
  expectation: Expectation
  day: Day
}

const expectationsIn = remember(({ standing, reports }: Compiled): Expected[] =>
  standing.reports
    .filter(({ expectations }) => expectations.length > 0)
    .flatMap((report) => {
      const { day = '' } = reports.get(report.id) ?? {}
      return report.expectations.map((expectation): Expected => ({ report, expectation, day }))
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.report.id < b.report.id ? -1 : 1)),
)

/** How forecasts fared; dates that a law sets itself are left out. */
export type Score = Record<ForecastState, number> & {
  /** Median of the days by which the late ones were late; null without any. */
  daysLate: number | null
}

export function scoreOf(forecasts: readonly Forecast[]): Score {
  const counts = Object.fromEntries(forecastStates.map((state) => [state, 0])) as Record<ForecastState, number>
  const scored = forecasts.filter(({ isSetByLaw }) => !isSetByLaw)
  for (const { state } of scored) counts[state]++
  const late = scored
    .filter(({ state }) => state === 'late')
    .map(({ days }) => days)
    .sort((a, b) => a - b)
  return { ...counts, daysLate: late[Math.floor((late.length - 1) / 2)] ?? null }
}
