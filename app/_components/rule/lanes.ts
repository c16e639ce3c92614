import { type Day, firstDay, type Stage } from '@/lib/model'
import type { CompiledRule, Moment } from '@/lib/policy'
import { stepsOf, stepsToCome } from '@/lib/policy'

/** One stage of a change on its lane: from its day to that of the next one. */
export interface LaneStage {
  from: Day
  shown: string
  stage: Stage
  /** Null: until now and on. */
  until: Day | null
}

/** The life of one change that alters a rule, with the days on which it was reported. */
export interface Lane {
  id: string
  stages: LaneStage[]
  reports: Day[]
}

/** The changes that alter a rule, each with its stages, announced ones too, and its evidence; in the order in which they began. */
export function lanesOf(moment: Moment, rule: CompiledRule): Lane[] {
  return rule.alteredBy
    .map(({ change }): Lane => {
      const steps = [...stepsOf(moment, change.id), ...stepsToCome(moment, change.id)]
      const days = steps.filter(({ stage }, at) => steps[at - 1]?.stage !== stage)
      return {
        id: change.id,
        stages: days.map(({ day, move, stage }, at) => ({
          from: day,
          shown: move.date,
          stage,
          until: days[at + 1]?.day ?? null,
        })),
        reports: [...new Set(change.effects.map(({ told }) => firstDay(told.date)))].sort(),
      }
    })
    .filter(({ stages }) => stages.length > 0)
    .sort((a, b) => ((a.stages[0]?.from ?? '') < (b.stages[0]?.from ?? '') ? -1 : 1))
}
