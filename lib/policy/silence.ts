import type { Stage } from '@/lib/model'
import { lifeAt, type Moment } from './moment'

/** Why a rule does not speak: the change that was suspended, repealed or the like, or the one in force that stopped it. */
export interface Silenced {
  change: string
  stage: Stage
}

const over: readonly Stage[] = ['suspended', 'repealed', 'lapsed', 'withdrawn']

/** What silences a rule at a moment, the latest step first; null when no change that altered it has been taken back. */
export function silencedBy(moment: Moment, ruleId: string): Silenced | null {
  const rule = moment.compiled.rules[moment.compiled.ruleIndex.get(ruleId) ?? -1]
  let latest: (Silenced & { on: string }) | null = null
  for (const { change, alterations } of rule?.alteredBy ?? []) {
    const life = lifeAt(moment, change)
    if (!life) continue
    const stops = life.stage === 'in_force' && alterations.some(({ alteration }) => alteration.to === 'none')
    if ((over.includes(life.stage) || stops) && (!latest || life.on >= latest.on))
      latest = { change: change.change.id, stage: life.stage, on: life.on }
  }
  return latest && { change: latest.change, stage: latest.stage }
}
