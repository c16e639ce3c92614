import type { Reading } from '@/app/_reader/reading'
import { addDays, type Day, type Expectation, isDay } from '@/lib/model'
import type { Overdue } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'

/** The window of a forecast, at the precision in which it is given. */
export function windowInWords({ t, locale }: Reading, { from, until }: Expectation): string {
  if (from && until)
    return from === until
      ? formatOn(from, locale)
      : t('expectation.between', { from: formatDate(from, locale), until: formatDate(until, locale) })
  return from
    ? t('expectation.from', { date: formatDate(from, locale) })
    : t('expectation.until', { date: formatDate(until ?? '', locale) })
}

/** Until when a change was suspended, or when it was expected back, as the report tells it: “was suspended until 9 November 2026”. */
export function suspensionInWords(reading: Reading, { expectation }: Overdue): string {
  const { t, locale } = reading
  const back = backOn(expectation)
  return back === null
    ? t('unsettled.wasExpected', { window: windowInWords(reading, expectation) })
    : t('unsettled.wasUntil', { date: formatDate(addDays(back, -1), locale) })
}

/** The first day of which nobody knows: the one on which it was expected back, else the one after the window. */
export const unknownSince = ({ due, expectation }: Pick<Overdue, 'due' | 'expectation'>): Day =>
  backOn(expectation) ?? addDays(due, 1)

/** The very day on which it was expected back; null where that is told less exactly. */
function backOn({ from, until }: Overdue['expectation']): Day | null {
  return from !== undefined && isDay(from) && (until === undefined || until === from) ? from : null
}
