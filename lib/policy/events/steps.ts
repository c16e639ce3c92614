import { type DateText, datesAgree, firstDay, type Stage } from '@/lib/model'
import { stageMoves } from '@/lib/policy/compare/stage-moves'
import { findRule } from '@/lib/policy/compiled/find'
import { order } from '@/lib/policy/compiled/order'
import type { CompiledRule, Step } from '@/lib/policy/compiled/types'
import { type Deferral, deferralsOfRule } from '@/lib/policy/over-time/deferral'
import { courseOf } from '@/lib/policy/standing/course'
import { lifeOf, stepsOf, stepsToCome } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'
import type { PostponedTold, StageTold, StepTold } from './told'
import type { ChangedChange } from './told-alike'

const stageTold = (life: Life | null): StageTold | null => life && { stage: life.stage, date: life.date }

/** The changes that stand elsewhere at `b` than at `a`, or whose step is dated otherwise; a more exact date is no news. */
export function stepsBetween(a: Moment, b: Moment): StepTold[] {
  return stageMoves(a, b).flatMap(({ change, before, after }) => {
    if (before && after && before.stage === after.stage && datesAgree(before.date, after.date)) return []
    const report = after?.step?.move.report.id ?? null
    return [{ change, before: stageTold(before), after: stageTold(after), report }]
  })
}

/** The dates ahead that are others at `b` than at `a`: of steps that were announced, and of rules that changes in force put off. */
export function postponedBetween(a: Moment, b: Moment, changed: readonly ChangedChange[]): PostponedTold[] {
  const ofSteps = a.compiled === b.compiled ? [] : changed.flatMap(({ change }) => stepsPutOff(a, b, change.id))
  return [...ofSteps, ...rulesPutOff(a, b, changed)]
}

/** Only the first announcement of a stage: what is to follow a return is another matter. */
function stepsPutOff(a: Moment, b: Moment, change: string): PostponedTold[] {
  const [before, after] = [firstOfStages(stepsToCome(a, change)), firstOfStages(stepsToCome(b, change))]
  return [...before].flatMap(([stage, was]): PostponedTold[] => {
    const is = after.get(stage)
    if (!is || datesAgree(was.move.date, is.move.date) || isTold(a, change, is)) return []
    return [
      {
        ...{ change, stage, rules: [] },
        ...moved(was.move.date, is.move.date),
        report: is.move.report.id,
      },
    ]
  })
}

/** Whether a step of that date had been told before. */
const isTold = (a: Moment, change: string, { stage, move }: Step): boolean =>
  [...stepsOf(a, change), ...stepsToCome(a, change)].some(
    (step) => step.stage === stage && step.move.date === move.date,
  )

function firstOfStages(steps: readonly Step[]): Map<Stage, Step> {
  const found = new Map<Stage, Step>()
  for (const step of steps) if (!found.has(step.stage)) found.set(step.stage, step)
  return found
}

const moved = (before: DateText, after: DateText): Pick<PostponedTold, 'before' | 'after' | 'direction'> => ({
  before,
  after,
  direction: firstDay(after) < firstDay(before) ? 'brought_forward' : 'postponed',
})

/** Only rules that one of those changes alters, of which a date may have begun to be put off, or a phase has begun. */
function rulesPutOff(a: Moment, b: Moment, changed: readonly ChangedChange[]): PostponedTold[] {
  const rules = rulesToLookAt(a, b, changed)
  const had = new Set(
    rules.flatMap(({ id }) => {
      const rule = findRule(a.compiled, id)
      return rule ? deferralsOfRule(a, rule).map(keyOf) : []
    }),
  )
  const groups = new Map<string, PostponedTold>()
  for (const deferral of rules.flatMap((rule) => deferralsOfRule(b, rule))) {
    if (had.has(keyOf(deferral))) continue
    const { rule, change, from, to } = deferral
    const key = `${change} ${from} ${to}`
    const group = groups.get(key)
    if (group) group.rules.push(rule.id)
    else {
      const report = lifeOf(b, change)?.step?.move.report.id ?? null
      groups.set(key, { change, stage: null, rules: [rule.id], ...moved(from, to), report })
    }
  }
  for (const { rules } of groups.values()) rules.sort(order)
  return [...groups.values()]
}

function rulesToLookAt(a: Moment, b: Moment, changed: readonly ChangedChange[]): CompiledRule[] {
  const altered = new Set(changed.flatMap(({ change }) => change.change.alterations.map(({ rule }) => rule)))
  return b.compiled.rules.filter(
    (rule) => altered.has(rule.id) || courseOf(rule).turns.some((day) => day > a.limits.on && day <= b.limits.on),
  )
}

const keyOf = ({ rule, change, from, to }: Deferral): string => `${rule.id} ${change} ${from} ${to}`
