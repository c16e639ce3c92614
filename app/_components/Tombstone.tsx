import { database } from '@/db/client'
import { listCorrections } from '@/db/queries/correction'
import type { Report } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { Head } from './Head'
import { type Reader, withQuery } from './reading'
import { Words } from './Words'

/** What stands in place of a retracted report: when and why, and where its last state can be read. */
export async function Tombstone({ reader, report }: { reader: Reader; report: Report }) {
  const { locale, t, path, pinned } = reader
  if (!report.retracted) return null
  const { db } = await database()
  const dossier = path.split('/')[1] ?? ''
  const entries = await listCorrections(db, { dossier, report: report.id, edition: pinned.edition, limit: 9 })
  const retraction = entries.find(({ verb }) => verb === 'retracted')
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
