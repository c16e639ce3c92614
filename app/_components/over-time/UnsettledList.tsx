import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Overdue } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { suspensionInWords, unknownSince } from './expected-days'

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
