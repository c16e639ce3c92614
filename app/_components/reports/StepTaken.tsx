import { ActorLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Effect } from '@/lib/model'

/** What happened in a step, in the terms of the field, and who took it: “Passed: the European Parliament”. */
export function StepTaken({ reading, effect }: { reading: Reading; effect: Effect }) {
  const { t } = reading
  const { by } = effect
  const event = effect.event === 'other' ? undefined : effect.event
  if (!event && !by) return null
  return (
    <span className="soft">
      {' · '}
      {event && t(`effectEvent.${event}`)}
      {event && by && t('unit.clauseSeparator')}
      {by && t.rich('effectOn.by', { who: () => <ActorLink reading={reading} actor={by} /> })}
    </span>
  )
}
