import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { headingOf, publishedDate, type Report, say } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { publisherOf, Sourcing } from './ReportLink'

/** A report in one line: its day, what it says, who says so; with its dossier where several are mixed. */
export function ReportLine({
  reading,
  report,
  origin = false,
}: {
  reading: Reading
  report: Report
  origin?: boolean
}) {
  const { locale, t, dossier } = reading
  const date = publishedDate(report.published, dossier.timeZone)
  return (
    <>
      <time dateTime={date}>{formatDate(date, locale)}</time>{' '}
      <span>
        <a href={hrefTo(reading, 'reports', report.id)}>
          <Words text={headingOf(report)} locale={locale} />
        </a>{' '}
        <span className="soft">
          {publisherOf(reading, report)}
          {origin && ` · ${say(dossier.title, locale).text}`}
        </span>
        <Sourcing report={report} t={t} />
      </span>
    </>
  )
}
