import { addDays, type DateText, type Day, firstDay, pendingStages, type Stage } from '@/lib/model'
import { type Bits, meet } from '@/lib/policy/compiled/bits'
import { findChange } from '@/lib/policy/compiled/find'
import type { Compiled, CompiledChange, Move } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { aheadOf, inForceSince, turningDates } from '@/lib/policy/standing/ahead'
import { lifeAt } from '@/lib/policy/standing/life'
import type { Life } from '@/lib/policy/standing/moment'
import { momentAt } from '@/lib/policy/standing/moment'
import { comparisonOf } from './comparison'
import type { Difference, Direction } from './differences'

/**
 * What one `moves` effect does: the step it takes, and the answers that move by it. A step that moves answers on its own day is
 * told by them alone, as a comparison with the day before tells them.
 */
export interface Impact {
  before: Stage | null
  after: Stage
  /** How many answers move; of very many only the first are listed. */
  count: number
  differences: Difference[]
  directions: Partial<Record<Direction, number>>
  /** The date ahead on which they move; null: on the day of the step. */
  from: DateText | null
  /** The answers would move only if the change were adopted, or if it were in force still on that date. */
  hypothetical: boolean
}

/**
 * The impact of the effect at a position of a report; null for an effect that moves nothing (another kind, or a change
 * that already stood there). Remembered per compiled dossier.
 */
export const impactOf = (compiled: Compiled, reportId: string, position: number): Impact | null =>
  impactsOf(compiled, { reportId, position })

const impactsOf = rememberEach(
  (compiled: Compiled, { reportId, position }: { reportId: string; position: number }): Impact | null => {
    const effect = compiled.reports.get(reportId)?.effects[position]
    const change = findChange(compiled, effect?.change)
    const at = change?.moves.findIndex((move) => move.report.id === reportId && move.position === position) ?? -1
    return change && at >= 0 ? impactOfMove(compiled, change, at) : null
  },
  { key: ({ reportId, position }) => `${reportId} ${position}` },
)

function impactOfMove(compiled: Compiled, change: CompiledChange, at: number): Impact | null {
  const move = change.moves[at] as Move
  const before = lifeAfter(change.moves, firstOfStep(change.moves, at) - 1)
  const after = lifeAfter(change.moves, at)
  if (!after || before?.stage === after.stage) return null
  const step = { before: before?.stage ?? null, after: after.stage }
  const pending = pendingStages.includes(after.stage) && before?.stage !== 'in_force'
  // What is decided and comes into force on one day moves answers once.
  const comesToday = change.moves.some(
    (other, place) => place > at && other.stage === 'in_force' && other.on === move.on,
  )
  if (pending && comesToday) return { ...step, ...nothing, from: null, hypothetical: true }
  const moved = pending ? nothing : movedOn(compiled, change, move.on)
  if (moved.count > 0 || !(pending || after.stage === 'in_force'))
    return { ...step, ...moved, from: null, hypothetical: false }
  const assumed = pending ? inForceSince(move.on) : after
  const { from, moved: ahead } = firstMoved(compiled, change, move.on, before, assumed, pending)
  const holds =
    !pending && (from === null || lifeAt(momentAt(compiled, { on: firstDay(from) }), change)?.stage === 'in_force')
  return { ...step, ...ahead, from, hypothetical: !holds }
}

/** The answers that a day brought by this change. */
function movedOn(compiled: Compiled, { id }: CompiledChange, day: Day): DifferingAnswers {
  const { groups } = comparisonOf(momentAt(compiled, { on: addDays(day, -1) }), momentAt(compiled, { on: day }))
  const group = groups.find(({ change }) => change === id)
  return group ? listed(group) : nothing
}

type DifferingAnswers = Pick<Impact, 'count' | 'differences' | 'directions'>

const nothing: DifferingAnswers = { count: 0, differences: [], directions: {} }

/** Every effect of a dossier keeps its impact: so many answers of each are listed. */
const mostListed = 2000

const listed = ({ count, differences, directions }: DifferingAnswers): DifferingAnswers => ({
  count,
  differences: differences.length > mostListed ? differences.slice(0, mostListed) : differences,
  directions,
})

/** Several reports may tell of one step: the same stage, reached on the same day. Each of them is measured from before it. */
function firstOfStep(moves: readonly Move[], at: number): number {
  let first = at
  while (first > 0 && moves[first - 1]?.stage === moves[at]?.stage && moves[first - 1]?.on === moves[at]?.on) first--
  return first
}

function lifeAfter(moves: readonly Move[], at: number): Life | null {
  const last = moves[at]
  if (!last) return null
  let start = at
  while (start > 0 && moves[start - 1]?.stage === 'in_force') start--
  const inForceOn = last.stage === 'in_force' ? (moves[start]?.on ?? last.on) : null
  return { stage: last.stage, on: last.on, inForceOn, last }
}

/**
 * The answers that differ between two lives of a change on the first day on which any do: that of the step where it is looked at,
 * or a date ahead on which the rules that it alters turn. All else as it stood on the day of the step.
 */
function firstMoved(
  compiled: Compiled,
  { id, change: { alterations } }: CompiledChange,
  day: Day,
  before: Life | null,
  after: Life,
  today: boolean,
): { from: DateText | null; moved: DifferingAnswers } {
  const ahead = aheadOf(momentAt(compiled, { on: day }))
  const altered = new Set(alterations.map(({ rule }) => rule))
  const scopes = compiled.rules.filter(({ id }) => altered.has(id))
  const meeting = compiled.rules.filter((rule) =>
    scopes.some(({ scope }) => scope.every((leaves, at) => meet(leaves, rule.scope[at] as Bits))),
  )
  for (const from of [...(today ? [null] : []), ...turningDates(meeting, day)]) {
    const on = from === null ? day : firstDay(from)
    const moved = comparisonOf(ahead.on(on, [id, before]), ahead.on(on, [id, after]))
    if (moved.count > 0) return { from, moved: listed(moved) }
  }
  return { from: null, moved: nothing }
}
