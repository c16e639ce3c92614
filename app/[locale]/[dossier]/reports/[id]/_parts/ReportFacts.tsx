import { SourceLink } from '@/app/_components/reports/Attribution'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { DateText, Report } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

/** Publisher, day, language, kind and the way out to the report itself. */
export function ReportFacts({ reading, report, date }: { reading: Reading; report: Report; date: DateText }) {
  const { locale, t } = reading
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(report.language)
  return (
    <>
      <dl className="facts">
        <dt>{t('report.source')}</dt>
        <dd>
          <SourceLink reading={reading} id={report.source} />
        </dd>
        <dt>{t('report.published')}</dt>
        <dd>
          <time dateTime={date}>{formatDate(date, locale)}</time>
        </dd>
        <dt>{t('report.kind')}</dt>
        <dd>{t(`kind.${report.kind}`)}</dd>
        <dt>{t('report.language')}</dt>
        <dd>{language ?? report.language}</dd>
      </dl>
      <p className="outbound">
        {report.url ? (
          <a href={report.url} rel="external noopener" hrefLang={report.language}>
            {t('report.read', { host: new URL(report.url).hostname.replace(/^www\./, '') })}
          </a>
        ) : (
          <span className="soft">{t('report.noAddress')}</span>
        )}
      </p>
      <p>
        <a href={withQuery(hrefTo(reading, 'timeline'), { from: date.slice(0, 7), to: date.slice(0, 7) })}>
          {t('report.inTimeline')}
        </a>
      </p>
    </>
  )
}
