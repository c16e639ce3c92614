import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { headingOf, publishedDate, type Report } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { Byline } from './Byline'

/** Reports in short: date, headline, who says so. */
export const RelatedReports = ({ reading, reports }: { reading: Reading; reports: readonly Report[] }) => (
  <ul className="steps">
    {reports.map((report) => {
      const date = publishedDate(report.published, reading.dossier.timeZone)
      return (
        <li key={report.id}>
          <time dateTime={date}>{formatDate(date, reading.locale)}</time>
          <div>
            <a href={hrefTo(reading, 'reports', report.id)}>
              <Words text={headingOf(report)} locale={reading.locale} />
            </a>
            <Byline reading={reading} report={report} />
          </div>
        </li>
      )
    })}
  </ul>
)
