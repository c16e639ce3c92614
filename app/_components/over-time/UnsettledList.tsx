import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { addDays, type Day, isDay } from '@/lib/model'
import type { Overdue } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { windowInWords } from './Expectations'

/** Suspended changes of which nobody knows whether they are back, each with the day since which that is so. */
export const UnsettledList = ({ reading, changes }: { reading: Reading; changes: readonly Overdue[] }) => (
  <ul className="unsettled-list">
    {changes.map((overdue) => (
      <li key={overdue.change.id}>
        <UnsettledLine reading={reading} overdue={overdue} />
      </li>
    ))}
  </ul>
)

const UnsettledLine = ({ reading, overdue }: { reading: Reading; overdue: Overdue }) =>
  reading.t.rich('unsettled.line', {
    change: () => <ChangeLink reading={reading} change={overdue.change.change} />,
    date: formatDate(unknownSince(overdue), reading.locale),
    was: suspensionInWords(reading, overdue),
  })

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
