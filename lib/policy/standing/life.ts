import { type Day, pendingStages, type Stage, stageRank } from '@/lib/model'
import type { Compiled, CompiledChange, CompiledEffect, Move } from '@/lib/policy/compiled/compile'
import type { DayNumber, Steps } from '@/lib/policy/compiled/steps'
import { oncePerMoment } from '@/lib/policy/remember'
import type { Moment } from './moment'

const inForce = stageRank('in_force')

/** Where a change stands at a moment. */
export interface Life {
  stage: Stage
  /** The first day of the stage it is in: the `on` of the step that gave it. */
  on: Day
  /** Start of the trailing unbroken run of `in_force`; null unless the stage is `in_force`. */
  inForceOn: Day | null
  /** The step that gives the stage; null in an assumed life. */
  last: Move | null
}

/** The life of a change at the moment; null when the change does not exist yet, or not at all. */
export function lifeOf(moment: Moment, changeId: string): Life | null {
  const change = findChange(moment.compiled, changeId)
  return change ? lifeAt(moment, change) : null
}

/** As `lifeOf`, for a compiled change. */
export function lifeAt(moment: Moment, change: CompiledChange): Life | null {
  const assumed = moment.assumed?.lives.get(change.change.id)
  if (assumed !== undefined) return assumed
  const { steps } = moment.compiled
  const at = lastStep(moment.limits, steps, change.index)
  if (at < 0) return null
  const first = steps.bounds[change.index] ?? 0
  const last = change.moves[at - first] as Move
  const inForceOn =
    last.stage === 'in_force' ? (steps.days[runStart(moment.limits, steps, change.index, at)] ?? null) : null
  return { stage: last.stage, on: last.on, inForceOn, last }
}

/** The day asked about and the last day of publication that counts; infinity: all count. */
export interface Limits {
  on: DayNumber
  published: DayNumber
}

const counting = (limits: Limits, { on, published }: Steps, at: number): boolean =>
  (on[at] ?? 0) <= limits.on && (published[at] ?? 0) <= limits.published

/** The step that gives a change its stage at the moment (design, section 2, life of a change); -1 when none counts. */
export function lastStep(limits: Limits, steps: Steps, change: number): number {
  const first = steps.bounds[change] ?? 0
  // Steps are in order of their days: a change that begins later is seen at once.
  if ((steps.on[first] ?? 0) > limits.on) return -1
  for (let at = (steps.bounds[change + 1] ?? 0) - 1; at >= first; at--) if (counting(limits, steps, at)) return at
  return -1
}

/** The first step of the unbroken run in force that ends with the given one. */
export function runStart(limits: Limits, steps: Steps, change: number, last: number): number {
  const first = steps.bounds[change] ?? 0
  let start = last
  for (let at = last - 1; at >= first; at--) {
    if (!counting(limits, steps, at)) continue
    if (steps.rank[at] !== inForce) break
    start = at
  }
  return start
}

const findChange = (compiled: Compiled, id: string): CompiledChange | undefined =>
  compiled.changes[compiled.changeIndex.get(id) ?? -1]

const counts = ({ on, day }: CompiledEffect, moment: Moment): boolean =>
  on <= moment.on && (moment.known === null || day <= moment.known)

/** The steps that a change has taken by the moment, in the order of its life. */
export function stepsOf(moment: Moment, changeId: string): Move[] {
  return findChange(moment.compiled, changeId)?.moves.filter((move) => counts(move, moment)) ?? []
}

/** The effects of any kind that bear on a change by the moment, in the order of its life. */
export function effectsOf(moment: Moment, changeId: string): CompiledEffect[] {
  return findChange(moment.compiled, changeId)?.effects.filter((effect) => counts(effect, moment)) ?? []
}

/** A change that may still alter a rule: at a pending stage, or in force with an alteration still to come. */
export interface InMotion {
  change: CompiledChange
  life: Life
}

/** All changes in motion at the moment, the furthest along first, then the latest moved. */
export const changesInMotion = (moment: Moment): readonly InMotion[] => once(moment, null)

const once = oncePerMoment((moment): readonly InMotion[] => workOutMotion(moment))

function workOutMotion(moment: Moment): InMotion[] {
  const found: InMotion[] = []
  for (const change of moment.compiled.changes) {
    const life = lifeAt(moment, change)
    if (!life) continue
    const coming = change.change.alterations.some(({ from }) => from !== null && from > moment.on)
    if (pendingStages.includes(life.stage) || (life.stage === 'in_force' && coming)) found.push({ change, life })
  }
  return found.sort((a, b) =>
    a.life.on < b.life.on ? 1 : a.life.on > b.life.on ? -1 : a.change.index - b.change.index,
  )
}
