import { addDays, type DateText, type Day, firstDay, pendingStages, type Stage, stages } from '@/lib/model'
import { type Bits, meet } from '@/lib/policy/compiled/bits'
import { findChange } from '@/lib/policy/compiled/find'
import { dayOfNumber, isUnborn, rankOf, unborn, walk } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledChange, Step } from '@/lib/policy/compiled/types'
import { datesNamed } from '@/lib/policy/over-time/history'
import { rememberEach } from '@/lib/policy/remember'
import { turnsAfter } from '@/lib/policy/standing/courses'
import { lifeAt } from '@/lib/policy/standing/life'
import { momentAt, newMoment, onDay } from '@/lib/policy/standing/moment'
import { comparisonOf } from './comparison'
import { compareMoments, countDirections, type Difference, type Direction } from './differences'

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
 * that already stood there). Those asked for last are remembered per compiled dossier.
 */
export const impactOf = (compiled: Compiled, reportId: string, position: number): Impact | null =>
  impactsOf(compiled, { reportId, position })

/** A long timeline has very many effects. */
const mostRemembered = 1000

const impactsOf = rememberEach(
  (compiled: Compiled, { reportId, position }: { reportId: string; position: number }): Impact | null => {
    const effect = compiled.reports.get(reportId)?.report.effects[position]
    const change = findChange(compiled, effect?.change)
    const steps = change?.life.steps ?? []
    const at = steps.findIndex(({ move }) => move.report.id === reportId && move.position === position)
    return change && at >= 0 ? impactOfStep(compiled, change, at) : null
  },
  { key: ({ reportId, position }) => `${reportId} ${position}`, most: mostRemembered },
)

function impactOfStep(compiled: Compiled, change: CompiledChange, at: number): Impact | null {
  const { steps } = change.life
  const { day } = steps[at] as Step
  const before = stageAfter(steps, firstOfStep(steps, at) - 1)
  const after = stageAfter(steps, at)
  if (after === null || before === after) return null
  const step = { before, after }
  const pending = pendingStages.includes(after) && before !== 'in_force'
  // What is decided and comes into force on one day moves answers once.
  const comesToday = steps.some((other, place) => place > at && other.stage === 'in_force' && other.day === day)
  if (pending && comesToday) return { ...step, ...nothing, from: null, hypothetical: true }
  const moved = pending ? nothing : movedOn(compiled, change, day)
  if (moved.count > 0 || !(pending || after === 'in_force'))
    return { ...step, ...moved, from: null, hypothetical: false }
  const { from, moved: ahead } = firstMoved(compiled, change, { day, isPending: pending })
  const then = momentAt(compiled, { on: from === null ? day : firstDay(from) })
  const holds = !pending && lifeAt(then, change)?.stage === 'in_force'
  return { ...step, ...ahead, from, hypothetical: !holds }
}

/** The answers that a day brought by this change. */
function movedOn(compiled: Compiled, { id }: CompiledChange, day: Day): DifferingAnswers {
  const { groups } = comparisonOf(momentAt(compiled, { on: addDays(day, -1) }), momentAt(compiled, { on: day }))
  const group = groups.find(({ change }) => change === id)
  return group ? listed(group.differences) : nothing
}

type DifferingAnswers = Pick<Impact, 'count' | 'differences' | 'directions'>

const nothing: DifferingAnswers = { count: 0, differences: [], directions: {} }

/** Many effects keep their impact: so many answers of each are listed. */
const mostListed = 2000

function listed(differences: readonly Difference[]): DifferingAnswers {
  const moved = differences.filter(({ nexts }) => nexts === null)
  return {
    count: moved.length,
    differences: moved.length > mostListed ? moved.slice(0, mostListed) : moved,
    directions: countDirections(moved),
  }
}

/** Several reports may tell of one step: the same stage, reached on the same day. Each of them is measured from before it. */
function firstOfStep(steps: readonly Step[], at: number): number {
  let first = at
  while (first > 0 && steps[first - 1]?.stage === steps[at]?.stage && steps[first - 1]?.on === steps[at]?.on) first--
  return first
}

function stageAfter(steps: readonly Step[], at: number): Stage | null {
  let walked = unborn
  for (let place = 0; place <= at; place++) {
    const { on, rank } = steps[place] as Step
    walked = walk(walked, on, rank)
  }
  return isUnborn(walked) ? null : (stages[rankOf(walked)] ?? null)
}

/**
 * The answers that differ by a change being in force from a day on, on the first day on which any do: that one, or a date ahead on
 * which the rules that it alters turn.
 */
function firstMoved(
  compiled: Compiled,
  { id, change: { alterations } }: CompiledChange,
  { day, isPending }: { day: Day; isPending: boolean },
): { from: DateText | null; moved: DifferingAnswers } {
  const without = newMoment(compiled, day, null, new Map([[id, null]]))
  const within = newMoment(compiled, day, null, new Map([[id, day]]))
  const altered = new Set(alterations.map(({ rule }) => rule))
  const scopes = compiled.rules.filter(({ id }) => altered.has(id))
  const meeting = compiled.rules.filter((rule) =>
    scopes.some(({ scope }) => scope.every((leaves, at) => meet(leaves, rule.scope[at] as Bits))),
  )
  const dates = datesNamed(meeting, {})
  const turns = [without, within].flatMap((moment) => turnsAfter(moment, meeting, moment.limits.on))
  const days = [...new Set(turns)].sort((a, b) => a - b).map(dayOfNumber)
  // What is in force moved what it moved on its own day against the day before.
  for (const on of isPending ? [day, ...days] : days) {
    const moved = listed(compareMoments(onDay(without, on), onDay(within, on)))
    if (moved.count > 0) return { from: on === day ? null : (dates.get(on) ?? on), moved }
  }
  return { from: null, moved: nothing }
}
