import { type Reading, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import type { Day } from '@/lib/model'
import { turningDayAsTold, turningDaysAround } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  path: string
  parameters: Record<string, string | undefined>
  on: Day
  known: Day | undefined
}

/** Links to the last day before, and the first day after, on which any answer of the dossier changes. */
export function TurningDays({ reading, path, parameters, on, known }: Props) {
  const { locale, t, compiled, present } = reading
  const { previous, next } = turningDaysAround(compiled, on, { known })
  const dateOf = (day: Day) => formatDate(turningDayAsTold(compiled, day, known), locale)
  return (
    <nav className="step-links" aria-label={t('matrix.steps')}>
      {previous && isAskable(previous, present) ? (
        <a rel="prev" href={withQuery(path, { ...parameters, on: previous })}>
          ← {t('matrix.previous', { date: dateOf(previous) })}
        </a>
      ) : (
        <span className="soft">{t('matrix.noPrevious')}</span>
      )}
      {next && isAskable(next, present) ? (
        <a rel="next" href={withQuery(path, { ...parameters, on: next })}>
          {t('matrix.next', { date: dateOf(next) })} →
        </a>
      ) : (
        <span className="soft">{t('matrix.noNext')}</span>
      )}
    </nav>
  )
}
