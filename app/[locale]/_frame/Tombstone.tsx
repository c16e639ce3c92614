import { Head } from '@/app/_components/page/Head'
import { Words } from '@/app/_components/words/Words'
import { type Reader, withQuery } from '@/app/_reader/reading'
import type { CorrectionEntry } from '@/db/queries/correction'
import type { Report } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reader: Reader
  dossier: string
  report: Report
  /** By which it was retracted. */
  retraction: CorrectionEntry | undefined
}

/** What stands in place of a retracted report: when and why, and where its last state can be read. */
export function Tombstone({ reader, dossier, report, retraction }: Props) {
  const { locale, t, path } = reader
  if (!report.retracted) return null
  return (
    <>
      <Head kicker={t('errors.kicker', { status: 410 })} title={t('correction.tombstone')} small>
        <p className="standfirst">
          <time dateTime={report.retracted.on}>{formatDate(report.retracted.on, locale)}</time>.{' '}
          <Words text={report.retracted.note} locale={locale} />
        </p>
      </Head>
      <p>{t('correction.tombstoneText')}</p>
      <ul className="index-list">
        {retraction?.before && (
          <li>
            <a href={withQuery(`/${locale}${path}`, { edition: String(retraction.edition - 1) })}>
              {t('correction.asItStood', { number: retraction.edition - 1 })}
            </a>
          </li>
        )}
        <li>
          <a href={withQuery(`/${locale}/corrections`, { dossier })}>{t('correction.all')}</a>
        </li>
      </ul>
    </>
  )
}
