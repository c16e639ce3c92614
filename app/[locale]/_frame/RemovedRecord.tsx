import { Head } from '@/app/_components/page/Head'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { Removed } from '@/app/_reader/refusal'
import { formatDate, instantDay } from '@/lib/words/dates'

/** What stands in place of a record that was removed: when and why, and where its last state can be read. */
export function RemovedRecord({ reader, removed }: { reader: Reader; removed: Removed }) {
  const { locale, t, path } = reader
  const { at, edition, reason } = removed
  const before = edition - 1
  return (
    <>
      <Head kicker={t('errors.kicker', { status: 410 })} title={t('errors.removedTitle')} small>
        <p className="standfirst">
          <time dateTime={at}>{formatDate(instantDay(at), locale)}</time>. {reason}
        </p>
      </Head>
      <ul className="index-list">
        {before > 0 && (
          <li>
            <a href={withQuery(`/${locale}${path}`, { edition: String(before) })}>
              {t('correction.asItStood', { number: before })}
            </a>
          </li>
        )}
        <li>
          <a href={siteHref(reader, 'editions', String(edition))}>{t('errors.removedBy', { number: edition })}</a>
        </li>
      </ul>
      <p className="pager">
        <a href={siteHref(reader)}>{t('errors.home')}</a>
      </p>
    </>
  )
}
