import type { Reading } from '@/app/_reader/reading'
import { firstDay, lastDay, publishedDate } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

/** Says that reports dated by a month or a year do not count before its last day, where the day of knowledge lies within one. */
export function KnownByMonth({ reading, known }: { reading: Reading; known: string | undefined }) {
  const { t, locale, records, dossier } = reading
  if (known === undefined) return null
  const dates = records.reports
    .map(({ published }) => publishedDate(published, dossier.timeZone))
    .filter((date) => date.length < 10 && firstDay(date) <= known && known < lastDay(date))
  const [first] = dates.toSorted((a, b) => b.length - a.length)
  if (first === undefined) return null
  return <p className="notice">{t('ask.knownByMonth', { count: dates.length, month: formatDate(first, locale) })}</p>
}
