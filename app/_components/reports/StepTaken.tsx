import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import type { Effect } from '@/lib/model'

/** What happened in a step, in the terms of the field, and who took it: “Passed: the European Parliament”. */
export function StepTaken({ reading, effect: { event, by } }: { reading: Reading; effect: Effect }) {
  const { t, locale, records } = reading
  if (!event && !by) return null
  const actor = records.actors.find(({ id }) => id === by)
  const who = () => (actor ? <Words text={actor.name} locale={locale} /> : by)
  return (
    <span className="soft">
      {' · '}
      {event && t(`effectEvent.${event}`)}
      {event && by && t('unit.clauseSeparator')}
      {by && t.rich('effectOn.by', { who })}
    </span>
  )
}
