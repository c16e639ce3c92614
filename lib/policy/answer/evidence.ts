import { type CompiledEffect, isMove, type Move } from '@/lib/policy/compiled/types'
import { effectsOf, stepsOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'

/** Of the steps of one change, in the order of its life, those that give it its stage: the unbroken run at the end. */
export function decidingSteps(steps: readonly Move[]): Move[] {
  const stage = steps.at(-1)?.stage
  return steps.slice(steps.findLastIndex((step) => step.stage !== stage) + 1)
}

/**
 * What bears on one change, the weightiest first, given in the order of its life: the steps that give its stage as they came, then
 * the earlier ones, then what interprets, applies, confirms or disputes it, both from the latest back. Of one day, what is
 * quoted comes first.
 */
export function byWeight(effects: readonly CompiledEffect[]): CompiledEffect[] {
  const steps = effects.filter(isMove)
  const deciding: CompiledEffect[] = decidingSteps(steps)
  const earlier = steps.filter((step) => !deciding.includes(step))
  const others = effects.filter((told) => !isMove(told))
  return [deciding, earlier.reverse(), others.reverse()].flatMap(quotedFirst)
}

const quotedFirst = (effects: readonly CompiledEffect[]): CompiledEffect[] => {
  const days = [...new Set(effects.map(({ on }) => on))]
  const isQuoted = ({ effect }: CompiledEffect) => effect.quote !== undefined
  return days.flatMap((day) =>
    effects.filter(({ on }) => on === day).sort((a, b) => Number(isQuoted(b)) - Number(isQuoted(a))),
  )
}

/** Whether no report that was seen stands behind the stage of a change at the moment: none tells of the step or confirms it. */
export function restsOnUnseenAlone(moment: Moment, changeId: string): boolean {
  const steps = decidingSteps(stepsOf(moment, changeId))
  const since = steps[0]?.on ?? ''
  const confirming = effectsOf(moment, changeId).filter(({ effect, on }) => effect.kind === 'confirms' && on >= since)
  return steps.length > 0 && [...steps, ...confirming].every(({ report }) => report.sourcing === 'unseen')
}
