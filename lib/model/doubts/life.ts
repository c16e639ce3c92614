import { type DateText, type Day, lastDay } from '../day'
import type { Change } from '../records'
import { ladder, type Stage, stageRank } from '../words'
import type { Doubting } from './doubt'
import { coarser, type ToldStep } from './steps'

const inForce = stageRank('in_force')
const isEnd = (stage: Stage): boolean => stageRank(stage) > inForce

/** What is doubtful about the steps of one change, which are given in the order of their days. */
export function doubtLife(change: Change, steps: readonly ToldStep[], doubting: Doubting): void {
  const started = steps.find(({ stage }) => stage === 'in_force')
  change.alterations.forEach(({ from }, at) => {
    if (started && from !== null && lastDay(from) < started.day)
      doubting(
        'from-before-start',
        'change',
        change.id,
        ['alterations', at, 'from'],
        `is ${from}, before the change comes into force (${started.on}): leave it out, or give that step its real day in \`on\``,
      )
  })
  doubtWalk(change, steps, doubting)
  doubtDays(steps, doubting)
  doubtEnds(change, steps, doubting)
}

/** Goes through the life once, as the engine does, and doubts each step by where the change stands when it comes. */
function doubtWalk({ id, alterations }: Change, steps: readonly ToldStep[], doubting: Doubting): void {
  const phases = new Set(alterations.flatMap(({ from }) => (from === null ? [] : coarser(from))))
  const exactPhases = new Set(alterations.flatMap(({ from }) => from ?? []))
  const isPhase = (on: DateText) => phases.has(on) || coarser(on).some((date) => exactPhases.has(date))
  let stage: Stage | null = null
  let since: Day = ''
  let start: ToldStep | null = null
  for (const step of steps) {
    const { report, at, effect, day, on } = step
    const told = (kind: Parameters<Doubting>[0], field: string, message: string) =>
      doubting(kind, 'report', report.id, ['effects', at, field], message)
    if (start !== null && stageRank(step.stage) < inForce) {
      // What was decided when the start was told lies behind it only because that reaches back.
      if (day > start.day && day > start.out)
        told(
          'step-after-start',
          'stage',
          `is \`${step.stage}\` on ${on}, when “${id}” is in force since ${start.day}: it changes nothing. Give the day in \`on\`, or tell it of a change of its own`,
        )
      continue
    }
    if (stage === step.stage && effect.on === undefined && day > since)
      told(
        'stage-reached-already',
        'stage',
        `is \`${stage}\`, which “${id}” has reached on ${since}, and there is no \`on\`: use \`kind: confirms\`, or say in \`on\` which day it tells`,
      )
    else if (stage === 'in_force' && step.stage === 'in_force' && day > since && isPhase(on))
      told(
        'phase-told-as-step',
        'on',
        `is ${on}, a phase of “${id}”, which is in force since ${since}: \`from\` of its alterations tells phases. Use \`kind: confirms\`, or the day on which it came into force`,
      )
    if (stage !== step.stage) since = day
    stage = step.stage
    if (stage === 'in_force') start ??= step
    else if (stage !== 'suspended') start = null
  }
}

/** On one day, a step on the ladder and one out of it, and nothing but the order of words to tell which came first. */
function doubtDays(steps: readonly ToldStep[], doubting: Doubting): void {
  const days = new Map<Day, Map<Stage, ToldStep>>()
  for (const step of steps) {
    const tellers = days.get(step.day) ?? new Map<Stage, ToldStep>()
    const first = tellers.get(step.stage)
    if (!first || (isInstant(step) && !isInstant(first) && step.out === first.out)) tellers.set(step.stage, step)
    days.set(step.day, tellers)
  }
  for (const tellers of days.values())
    for (const step of tellers.values()) {
      const other = isEnd(step.stage) && [...tellers.values()].find((one) => !isEnd(one.stage) && isOpen(one, step))
      if (!other) continue
      const where = other.report === step.report ? 'the same report' : `“${other.report.id}”`
      doubting(
        'order-of-day-open',
        'report',
        step.report.id,
        ['effects', step.at, 'stage'],
        `is \`${step.stage}\` on ${step.on}, and ${where} has \`${other.stage}\` on that day: which came first is not told. Give the instants in \`published\`, or other days in \`on\``,
      )
    }
}

const isInstant = ({ report }: ToldStep): boolean => report.published.includes('T')
const isOpen = (a: ToldStep, b: ToldStep): boolean => a.report === b.report || !(isInstant(a) && isInstant(b))

/** A step moves its change as a whole, whatever rules it names. */
function doubtEnds({ id, alterations }: Change, steps: readonly ToldStep[], doubting: Doubting): void {
  const altered = new Set(alterations.map(({ rule }) => rule))
  for (const { stage, effect, report, at } of steps) {
    if (!isEnd(stage) || effect.rules === undefined) continue
    const left = firstWithout(altered, new Set(effect.rules))
    if (left !== undefined)
      doubting(
        'end-of-a-part',
        'report',
        report.id,
        ['effects', at, 'rules'],
        `leaves out “${left}”, which “${id}” alters too, but \`${stage}\` ends all of it: tell the end of a part of a change of its own`,
      )
  }
}

/** The first of some ids that is not among others; looks at no more than one more than those are. */
function firstWithout(ids: ReadonlySet<string>, others: ReadonlySet<string>): string | undefined {
  for (const id of ids) if (!others.has(id)) return id
  return undefined
}

/** The stages that say that something is settled: they should not rest on hearsay. */
export const settled: readonly Stage[] = ladder.slice(-2)
