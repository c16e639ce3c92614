import type { Reading } from '@/app/_reader/reading'
import { type Change, firstDay } from '@/lib/model'
import { lifeOf, momentAt, stepsOf, stepsToCome } from '@/lib/policy'

/** What linked data tells of the life of a change: when it was decided and when it applies, as that is told, and how much of it does today. */
export function appliedIn({ compiled, records, locale, origin, dossier, today }: Reading, change: Change) {
  const moment = momentAt(compiled, { on: today })
  const steps = [...stepsOf(moment, change.id), ...stepsToCome(moment, change.id)]
  const dateOf = (stage: 'decided' | 'in_force') => steps.find((step) => step.stage === stage)?.move.date
  const isInForce = lifeOf(moment, change.id)?.stage === 'in_force'
  const isToCome = change.alterations.some(({ from }) => from !== null && firstDay(from) > today)
  return {
    decided: dateOf('decided'),
    applies: dateOf('in_force'),
    force: isInForce ? (isToCome ? ('partly' as const) : ('whole' as const)) : ('none' as const),
    rules: records.rules.flatMap((rule) => {
      const alterations = change.alterations.filter((alteration) => alteration.rule === rule.id)
      if (alterations.length === 0) return []
      const url = `${origin}/${locale}/${dossier.id}/rules/${rule.id}`
      return [{ rule, url, isEnded: alterations.every(({ to }) => to === 'none') }]
    }),
  }
}
