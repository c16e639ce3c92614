import { lifeTold } from '@/lib/policy/compiled/life'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import { dayNumber } from '@/lib/policy/compiled/steps'
import type { CompiledChange, Step } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { stepsKnown } from './known'
import { type AssumedStep, assumedLife, type Moment, newMoment, withLives } from './moment'

/**
 * The moment as far as its own day foresaw what was to come: what had happened by then counts, whenever it was reported, and of what
 * comes later only what had been announced by then. A moment that names what was known stays as it is.
 */
export const foreseen: (moment: Moment) => Moment = remember((moment) => {
  const { compiled, on, known, limits, assumed } = moment
  if (known !== null) return moment
  const lives = new Map<string, readonly AssumedStep[]>()
  for (const change of compiled.changes) {
    const steps = stepsForeseen(change, limits.on)
    const day = assumed?.assumptions.get(change.id)
    if (day !== undefined) lives.set(change.id, assumedLife(steps, day))
    else if (!sameSteps(steps, change.life.steps)) lives.set(change.id, steps)
  }
  if (lives.size === 0) return moment
  return withLives(newMoment(compiled, on, null), assumed?.assumptions ?? new Map(), lives)
})

function stepsForeseen(change: CompiledChange, on: DayNumber): readonly Step[] {
  const happened = change.life.steps.filter((step) => step.on <= on)
  // In a plain life nothing is announced.
  if (change.isPlain) return happened
  const announced = stepsKnown(change, on).steps.filter((step) => step.on > on)
  if (announced.length === 0) return happened
  const told = change.effects.filter((effect) => effect.told.last <= on || dayNumber(effect.on) <= on)
  const asTold = lifeTold(
    change.change,
    told,
    (report) => (change.holding.get(report) ?? Number.POSITIVE_INFINITY) <= on,
  )
  return [...happened, ...asTold.steps.filter((step) => step.on > on)]
}

const sameSteps = (a: readonly Step[], b: readonly Step[]): boolean =>
  a.length === b.length && a.every(({ on, move }, at) => on === b[at]?.on && move === b[at]?.move)
