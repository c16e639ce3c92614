import type { TimelineEntry as Entry } from '@/db/queries/timeline'
import { formatMonth } from '@/lib/text/dates'
import type { Reading } from './reading'
import { TimelineEntry } from './TimelineEntry'

/** Reports under the month in which they were published, in the order given. */
export function TimelineMonths({
  reading,
  reports,
}: {
  reading: Reading
  reports: readonly Pick<Entry, 'report' | 'day'>[]
}) {
  const months: { month: string; entries: typeof reports }[] = []
  for (const entry of reports) {
    const month = entry.day.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.entries = [...last.entries, entry]
    else months.push({ month, entries: [entry] })
  }
  return months.map(({ month, entries }) => (
    <div className="month-group" key={month}>
      <h3 className="month">{formatMonth(month, reading.locale)}</h3>
      {entries.map(({ report }) => (
        <TimelineEntry key={report.id} reading={reading} report={report} level="h4" />
      ))}
    </div>
  ))
}
