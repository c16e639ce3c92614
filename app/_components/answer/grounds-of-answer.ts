import type { Reading } from '@/app/_reader/reading'
import {
  type Answer,
  countSources,
  evidenceFor,
  groundsOf,
  type Moment,
  restsOn,
  type Silenced,
  sharedDecision,
  silentAmong,
} from '@/lib/policy'
import type { Silent } from './SilentRules'

/** Rules on the question that are suspended; where no rule decides also those that were ended or taken back. */
export function silentIn(moment: Moment, { rules, cases }: Answer): Silent {
  const nothingDecides = cases.every(({ decision }) => decision.rule === null)
  return silentAmong(moment, rules).filter(
    ({ silenced }: { silenced: Silenced }) => silenced.stage === 'suspended' || nothingDecides,
  )
}

/** On what the answer rests, in words: “Official text seen; 4 reports, 3 independent sources”. */
export function howSure({ t }: Reading, { cases }: Answer, moment: Moment): string | null {
  const { change, rule } = sharedDecision(cases.map(({ decision }) => decision))
  const evidence = change === null ? [] : evidenceFor(moment, change, rule)
  const grounds = groundsOf(moment, change, evidence)
  if (!grounds || change === null) return null
  return t('ask.sure', {
    grounds: t(`grounds.${grounds}`),
    sources: t('change.sources', countSources(restsOn(moment, change, evidence))),
  })
}
