import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { addDays } from '@/lib/model'
import { momentAt, stepsOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

const days = 31
const mostShown = 3

/** The steps that changes took in the month before, the newest first. */
export function ChangedLately({ reading }: { reading: Reading }) {
  const { t, locale, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const from = addDays(today, -days)
  const steps = compiled.changes
    .flatMap(({ id }) =>
      stepsOf(moment, id)
        .slice(-1)
        .map((step) => ({ id, step })),
    )
    .filter(({ step }) => step.day > from)
    .sort((a, b) => (a.step.day < b.step.day ? 1 : -1))
    .slice(0, mostShown)
  return (
    <>
      <dt>{t('home.changed')}</dt>
      <dd>
        {steps.length === 0 ? (
          t('home.nothingChanged')
        ) : (
          <ul>
            {steps.map(({ id, step }) => (
              <li key={id}>
                <time dateTime={step.move.date}>{formatDate(step.move.date, locale)}</time>{' '}
                <ChangeLink reading={reading} change={id} /> <StageMark stage={step.stage} reading={reading} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  )
}
