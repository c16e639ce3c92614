import { TimelineEntry } from '@/app/_components/reports/TimelineEntry'
import type { Reading } from '@/app/_reader/reading'
import type { TimelineEntry as Entry } from '@/db/queries/timeline'
import { publishedDate } from '@/lib/model'
import { formatDate, monthOf } from '@/lib/words/dates'

interface Props {
  reading: Reading
  reports: readonly Pick<Entry, 'report'>[]
  /** Level of the headings of months; those of reports stand below it. */
  level: 'h2' | 'h3'
}

/** Reports under the month in which they were published, or the year where no month is known; in the order given. */
export function TimelineMonths({ reading, reports, level: Month }: Props) {
  const months: { month: string; entries: typeof reports }[] = []
  for (const entry of reports) {
    const month = monthOf(publishedDate(entry.report.published, reading.dossier.timeZone))
    const last = months.at(-1)
    if (last?.month === month) last.entries = [...last.entries, entry]
    else months.push({ month, entries: [entry] })
  }
  return months.map(({ month, entries }) => (
    <div className="month-group" key={`${month} ${entries[0]?.report.id}`}>
      <Month className="month">{formatDate(month, reading.locale)}</Month>
      {entries.map(({ report }) => (
        <TimelineEntry key={report.id} reading={reading} report={report} level={Month === 'h2' ? 'h3' : 'h4'} />
      ))}
    </div>
  ))
}
