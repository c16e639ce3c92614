import { pendingStages, type Stage, stages } from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import { dayOfNumber, rankOf, stretchOf, unborn, walk } from '@/lib/policy/compiled/steps'
import {
  type CompiledChange,
  type CompiledEffect,
  type Dropped,
  isMove,
  type Move,
  type Step,
} from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { stepsKnown } from './known'
import type { AssumedStep, Life, Moment } from './moment'

/** The life of a change at the moment; null when the change does not exist yet, or not at all. */
export function lifeOf(moment: Moment, changeId: string): Life | null {
  const change = findChange(moment.compiled, changeId)
  return change ? lifeAt(moment, change) : null
}

/** As `lifeOf`, for a compiled change. */
export function lifeAt(moment: Moment, change: CompiledChange): Life | null {
  const { on, known } = moment.limits
  const steps: readonly AssumedStep[] = moment.assumed?.lives.get(change.id) ?? stepsKnown(change, known).steps
  let walked = unborn
  let began: AssumedStep | undefined
  for (const step of steps) {
    if (step.on > on) break
    const next = walk(walked, step.on, step.rank)
    if (rankOf(next) !== rankOf(walked)) began = step
    walked = next
  }
  if (!began) return null
  const stage = stages[rankOf(walked)] as Stage
  const day = dayOfNumber(began.on)
  const step = 'move' in began ? began : null
  const inForceOn = stage === 'in_force' ? dayOfNumber(stretchOf(walked)) : null
  return { stage, on: day, date: step?.move.date ?? day, inForceOn, step }
}

const counts = ({ told }: CompiledEffect, { limits }: Moment): boolean => told.last <= limits.known

/** The steps that a change has taken by the moment, in the order of its life. */
export function stepsOf(moment: Moment, changeId: string): Step[] {
  const change = findChange(moment.compiled, changeId)
  return change ? stepsKnown(change, moment.limits.known).steps.filter(({ on }) => on <= moment.limits.on) : []
}

/** The steps of a change that are dated ahead of the moment and still stand, in the order of its life. */
export function stepsToCome(moment: Moment, changeId: string): Step[] {
  const change = findChange(moment.compiled, changeId)
  return change ? stepsKnown(change, moment.limits.known).steps.filter(({ on }) => on > moment.limits.on) : []
}

/** All that is told of the steps of a change by the moment, by its days, with why what is no step is none. */
export function movesOf(moment: Moment, changeId: string): { move: Move; dropped: Dropped | null }[] {
  const change = findChange(moment.compiled, changeId)
  if (!change) return []
  const { dropped } = stepsKnown(change, moment.limits.known)
  return change.effects
    .filter(isMove)
    .filter((move) => move.on <= moment.on && counts(move, moment))
    .map((move) => ({ move, dropped: dropped.get(move) ?? null }))
}

/** The effects of any kind that bear on a change by the moment, by the days of which they tell. */
export function effectsOf(moment: Moment, changeId: string): CompiledEffect[] {
  const effects = findChange(moment.compiled, changeId)?.effects
  return effects?.filter((effect) => effect.on <= moment.on && counts(effect, moment)) ?? []
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
