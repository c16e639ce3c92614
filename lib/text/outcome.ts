import { type Day, type Expectation, firstDay, ladder, type Report, type Stage } from '@/lib/model'
import type { CompiledChange, Move } from '@/lib/policy'
import { lastDay } from './dates'

/** What became of a forecast: the step that met it, or missed, or still open (overdue is not a state: past is missed). */
export interface Outcome {
  state: 'met' | 'missed' | 'open'
  step: Move | null
}

const reaches = (stage: Stage, wanted: Stage): boolean => {
  const [at, from] = [
    ladder.indexOf(stage as (typeof ladder)[number]),
    ladder.indexOf(wanted as (typeof ladder)[number]),
  ]
  return at === -1 || from === -1 ? stage === wanted : at >= from
}

/**
 * The steps that reach the stage. What was left again before the window opens is past: that a suspended change is to come back
 * is not answered by its having been in force before.
 */
function stepsFor(moves: readonly Move[], wanted: Stage, opens: string): Move[] {
  const left = moves.findLastIndex((move) => move.on < opens && !reaches(move.stage, wanted))
  return moves.slice(left + 1).filter((move) => reaches(move.stage, wanted))
}

/** Judges a forecast against the life of its change, as of a day. */
export function outcomeOf(change: CompiledChange | undefined, expectation: Expectation, today: Day): Outcome {
  const opens = expectation.from ? firstDay(expectation.from) : ''
  const closes = expectation.until ? lastDay(expectation.until) : expectation.from ? lastDay(expectation.from) : ''
  const openEnded = expectation.until === undefined
  const step = stepsFor(change?.moves ?? [], expectation.stage, opens).find(({ on }) => on <= today) ?? null
  if (step) return { state: step.on >= opens && (openEnded || step.on <= closes) ? 'met' : 'missed', step }
  return { state: !openEnded && closes < today ? 'missed' : 'open', step: null }
}

/** Every forecast about a change, with the report that makes it, in the order in which they were published. */
export function expectationsOf(
  reports: readonly Report[],
  change: string,
): { report: Report; expectation: Expectation }[] {
  return reports
    .flatMap((report) => report.expectations.map((expectation) => ({ report, expectation })))
    .filter(({ expectation }) => expectation.change === change)
    .sort((a, b) => (a.report.published < b.report.published ? -1 : 1))
}
