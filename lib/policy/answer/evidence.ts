import { type Report, type Stage, type Tier, tiers } from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import { order } from '@/lib/policy/compiled/order'
import { dayNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledEffect, Step } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { stepsKnown } from '@/lib/policy/standing/known'
import { effectsOf, lifeOf, stepsOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'
import { originOf } from './publishers'

/** How well an answer is founded (model, section 2, evidence). */
export type Grounds = 'official' | 'independent' | 'single' | 'unverified'

/** Of the steps of one change, in the order of its life, those that give it its stage: the unbroken run at the end. */
export function decidingSteps(steps: readonly Step[]): Step[] {
  const stage = steps.at(-1)?.stage
  return steps.slice(steps.findLastIndex((step) => step.stage !== stage) + 1)
}

/** What by a moment bears on what a rule says by a change, the weightiest first; left out the rule: on the change. */
export function evidenceFor(moment: Moment, changeId: string, ruleId?: string | null): readonly CompiledEffect[] {
  const evidence = moment.isPassing ? weigh(moment, changeId) : keptEvidence(moment, changeId)
  return ruleId && evidence.some(({ effect }) => effect.rules !== undefined)
    ? evidence.filter(({ effect }) => effect.rules === undefined || effect.rules.includes(ruleId))
    : evidence
}

const weigh = (moment: Moment, changeId: string) => byWeight(moment, changeId, effectsOf(moment, changeId))
const keptEvidence = rememberEach(weigh)

const reportTiers: Record<Report['kind'], Tier> = {
  official: 'official',
  news: 'press',
  analysis: 'other',
  poll: 'other',
  party: 'other',
}

/** How near the publisher of a report stands to what it tells. */
export const tierOfReport = ({ tiers: known }: Compiled, { source, kind }: Report): Tier =>
  known.get(source) ?? reportTiers[kind]

/** The rest weighs the same: trade press, copies and others. */
const weightOf = (tier: Tier): number => Math.min(tiers.indexOf(tier), tiers.indexOf('trade'))
const sourcingWeight = { seen: 0, inferred: 1, unseen: 2 } as const

/**
 * What bears on a change, the weightiest first: the step that decides, then official texts, agencies, newspapers and broadcasters,
 * the rest; seen before inferred before unseen, quoted before unquoted, of the same weight the latest (model, section 2, evidence).
 */
function byWeight(moment: Moment, changeId: string, effects: readonly CompiledEffect[]): CompiledEffect[] {
  if (effects.length < 2) return [...effects]
  const life = lifeOf(moment, changeId)
  const since = dayNumber(life?.inForceOn ?? life?.on ?? '0000-00-00')
  const deciding = new Set<CompiledEffect>()
  for (const { on, stage, move } of stepsOf(moment, changeId))
    if (on === since && stage === life?.stage) deciding.add(move)
  const weightOfEffect = (told: CompiledEffect): number =>
    (deciding.has(told) ? 0 : 1000) +
    100 * weightOf(tierOfReport(moment.compiled, told.report)) +
    10 * sourcingWeight[told.report.sourcing] +
    (told.effect.quote === undefined ? 1 : 0)
  const weighed = effects.map((told) => ({ told, weight: weightOfEffect(told) }))
  weighed.sort((a, b) => a.weight - b.weight || order(b.told.on, a.told.on))
  return weighed.map(({ told }) => told)
}

/** How well founded an answer is by its evidence; null without any. Only what it rests on is a ground. */
export function groundsOf(
  moment: Moment,
  changeId: string | null,
  evidence: readonly CompiledEffect[],
): Grounds | null {
  if (changeId === null || !findChange(moment.compiled, changeId)) return null
  const vouched = restsOn(moment, changeId, evidence).filter(({ report }) => report.sourcing !== 'unseen')
  const isOfficial = ({ report }: CompiledEffect) =>
    report.sourcing === 'seen' && tierOfReport(moment.compiled, report) === 'official'
  if (vouched.some(isOfficial)) return 'official'
  const origins = new Set(vouched.map(({ report, effect }) => originOf(report, effect)))
  return origins.size > 1 ? 'independent' : origins.size === 1 ? 'single' : 'unverified'
}

/** A less exact date tells of the same step. */
const isGround = (why: string | undefined): boolean => why === undefined || why === 'exact'

/** Whether no report that was seen stands behind the stage of a change at the moment: none tells of the step or confirms it. */
export function restsOnUnseenAlone(moment: Moment, changeId: string): boolean {
  const steps = decidingSteps(stepsOf(moment, changeId))
  const since = steps[0]?.day ?? ''
  const confirming = effectsOf(moment, changeId).filter(({ effect, on }) => effect.kind === 'confirms' && on >= since)
  const told = [...steps.map(({ move }) => move), ...confirming]
  return steps.length > 0 && told.every(({ report }) => report.sourcing === 'unseen')
}

/** One row for each report: of several effects of one the weightiest, given the weightiest first. */
export function reportsOnce(effects: readonly CompiledEffect[]): CompiledEffect[] {
  const seen = new Set<string>()
  return effects.filter(({ report }) => !seen.has(report.id) && seen.add(report.id))
}

/** The stages at which a measure has been taken: what was reported of it before then was of its drafts. */
const takenStages: readonly Stage[] = ['decided', 'in_force']

/**
 * Of the evidence for what a change says what that rests on: what tells of the act itself and what confirms, reads or applies it
 * since. Left out are reports on its drafts, and what disputes it, denies it or does not hold.
 */
export function restsOn(moment: Moment, changeId: string, evidence: readonly CompiledEffect[]): CompiledEffect[] {
  const change = findChange(moment.compiled, changeId)
  const stage = lifeOf(moment, changeId)?.stage
  if (!change || !stage) return []
  const { dropped } = stepsKnown(change, moment.limits.known)
  const stages = takenStages.includes(stage) ? takenStages : [stage]
  const taken = stepsOf(moment, changeId).find((step) => stages.includes(step.stage))
  return evidence.filter((told) => {
    const { kind, certainty, stage: toStage } = told.effect
    if (certainty !== 'said' || kind === 'disputes' || !isGround(dropped.get(told)?.why)) return false
    return kind === 'moves'
      ? toStage !== undefined && stages.includes(toStage)
      : taken !== undefined && told.on >= taken.day
  })
}
