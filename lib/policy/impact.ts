import { addDays, type Day, firstDay, pendingStages, type Stage } from '@/lib/model'
import { compareMoments, type Difference } from './compare'
import { comparisonOf } from './comparison'
import type { Compiled, CompiledChange, Move } from './compile'
import type { Life } from './life'
import { momentAt } from './moment'

/**
 * What one `moves` effect does: the step it takes, and the answers that move by it. A step that moves answers on its own day is
 * told by them alone, as a comparison with the day before tells them.
 */
export interface Impact {
  before: Stage | null
  after: Stage
  differences: Difference[]
  /** The answers would move only later: if the change were adopted, or when what it brings starts to apply. */
  hypothetical: boolean
}

const memory = new WeakMap<Compiled, Map<string, Impact | null>>()

/**
 * The impact of the effect at a position of a report; null for an effect that moves nothing (another kind, or a change
 * that already stood there). Remembered per compiled dossier.
 */
export function impactOf(compiled: Compiled, reportId: string, position: number): Impact | null {
  const known = memory.get(compiled) ?? new Map<string, Impact | null>()
  memory.set(compiled, known)
  const key = `${reportId} ${position}`
  const found = known.get(key)
  if (found !== undefined) return found
  const effect = compiled.reports.get(reportId)?.effects[position]
  const change = compiled.changes[compiled.changeIndex.get(effect?.change ?? '') ?? -1]
  const at = change?.moves.findIndex((move) => move.report.id === reportId && move.position === position) ?? -1
  const impact = change && at >= 0 ? impactOfMove(compiled, change, at) : null
  known.set(key, impact)
  return impact
}

function impactOfMove(compiled: Compiled, change: CompiledChange, at: number): Impact | null {
  const move = change.moves[at] as Move
  const before = lifeAfter(change.moves, firstOfStep(change.moves, at) - 1)
  const after = lifeAfter(change.moves, at)
  if (!after || before?.stage === after.stage) return null
  const step = { before: before?.stage ?? null, after: after.stage }
  const pending = pendingStages.includes(after.stage) && before?.stage !== 'in_force'
  if (!pending && !(after.stage === 'in_force' && startsLater(change, move.on)))
    return { ...step, differences: movedOn(compiled, change, move.on), hypothetical: false }
  const assumed: Life = { stage: 'in_force', on: move.on, inForceOn: move.on, last: null }
  return { ...step, differences: whatWouldMove(compiled, change, move.on, before, assumed), hypothetical: true }
}

const startsLater = ({ change: { alterations } }: CompiledChange, day: Day): boolean =>
  alterations.length > 0 && alterations.every(({ from }) => from !== null && firstDay(from) > day)

/** The answers that a day brought by this change. */
function movedOn(compiled: Compiled, { change: { id } }: CompiledChange, day: Day): Difference[] {
  const { groups } = comparisonOf(momentAt(compiled, { on: addDays(day, -1) }), momentAt(compiled, { on: day }))
  return groups.find(({ change }) => change === id)?.differences ?? []
}

/** Several reports may tell of one step: the same stage, reached on the same day. Each of them is measured from before it. */
function firstOfStep(moves: Move[], at: number): number {
  let first = at
  while (first > 0 && moves[first - 1]?.stage === moves[at]?.stage && moves[first - 1]?.on === moves[at]?.on) first--
  return first
}

function lifeAfter(moves: Move[], at: number): Life | null {
  const last = moves[at]
  if (!last) return null
  let start = at
  while (start > 0 && moves[start - 1]?.stage === 'in_force') start--
  const inForceOn = last.stage === 'in_force' ? (moves[start]?.on ?? last.on) : null
  return { stage: last.stage, on: last.on, inForceOn, last }
}

/**
 * The answers that differ between two lives of a change, on the day given or, when its alterations start later, on the
 * day the first of them starts.
 */
function whatWouldMove(
  compiled: Compiled,
  change: CompiledChange,
  day: Day,
  before: Life | null,
  after: Life | null,
): Difference[] {
  const starts = change.change.alterations.map(({ from }) => from ?? day)
  const first = starts.reduce<Day | null>((least, start) => (least === null || start < least ? start : least), null)
  const on = first !== null && first > day ? first : day
  const id = change.change.id
  const a = momentAt(compiled, { on, assume: new Map([[id, before]]) })
  const b = momentAt(compiled, { on, assume: new Map([[id, after]]) })
  return compareMoments(a, b)
}
