import { formatDate, instantDay } from '@/lib/text/dates'
import { type Reader, searchOf } from './reading'

/** Says that an earlier edition or another day is read, and leads back to now. */
export function PinnedNote({ reader }: { reader: Reader }) {
  const { locale, t, path, query, edition, pinned, today } = reader
  if (pinned.edition === undefined && pinned.on === undefined) return null
  const now = { ...query, edition: undefined, ...(pinned.on === undefined ? {} : { on: undefined }) }
  return (
    <p className="pinned-note">
      {pinned.edition !== undefined &&
        t('site.pinnedEdition', {
          number: edition.number,
          date: formatDate(instantDay(edition.publishedAt), locale),
        })}{' '}
      {t('site.pinnedDay', { date: formatDate(today, locale) })}{' '}
      <a href={`/${locale}${path}${searchOf(now)}`}>{t('site.unpin')}</a>
    </p>
  )
}
