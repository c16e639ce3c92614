import { pendingStages } from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import type { CompiledChange, CompiledEffect, Move } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { lastStep, runStart } from './limits'
import type { Life, Moment } from './moment'

/** The life of a change at the moment; null when the change does not exist yet, or not at all. */
export function lifeOf(moment: Moment, changeId: string): Life | null {
  const change = findChange(moment.compiled, changeId)
  return change ? lifeAt(moment, change) : null
}

/** As `lifeOf`, for a compiled change. */
export function lifeAt(moment: Moment, change: CompiledChange): Life | null {
  const assumed = moment.assumed?.lives.get(change.id)
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
export const changesInMotion: (moment: Moment) => readonly InMotion[] = remember((moment) => {
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
})
