import { plainLanguage } from '@/lib/addresses/names'
import type { Attribution, Change, Report } from '../records'
import { say } from '../text'
import type { Doubting } from './doubt'
import { settled } from './life'
import type { ToldStep } from './steps'

/** The chain of a claim: that of its effect where it has one of its own. */
const chainOf = ({ effect, report }: ToldStep): readonly Attribution[] =>
  effect.attribution.length > 0 ? effect.attribution : report.attribution

const isUnnamed = (step: ToldStep): boolean => {
  const last = chainOf(step).at(-1)
  return last !== undefined && !last.named && last.source === undefined
}

/** Who stands for a claim whose origin has no name: the last that has one, else the publisher (model, section 2, evidence). */
function standsFor(step: ToldStep): string {
  const named = chainOf(step).findLast((link) => link.named || link.source !== undefined)
  return named ? (named.source ?? say(named.who, plainLanguage).text) : step.report.source
}

/** A decision, or a beginning, for which nobody stands but one publisher who heard of it. */
export function doubtOrigins(
  { id }: Change,
  steps: readonly ToldStep[],
  confirming: readonly Report[],
  doubting: Doubting,
): void {
  for (const stage of settled) {
    const told = steps.filter((step) => step.stage === stage)
    const [first] = told
    if (!first || confirming.length > 0 || !told.every(isUnnamed)) continue
    if (new Set(told.map(standsFor)).size > 1) continue
    const own = first.effect.attribution.length > 0
    doubting(
      'one-unnamed-origin',
      'report',
      first.report.id,
      own ? ['effects', first.at, 'attribution'] : ['attribution'],
      `ends with somebody unnamed, and nothing else tells that “${id}” is \`${stage}\`: add an official text or another report, or say \`certainty: possible\``,
    )
  }
}
