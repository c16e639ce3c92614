import { type Reader, searchOf } from '@/app/_reader/reading'
import { formatDate, instantDay } from '@/lib/words/dates'

/** Says that an edition or another day is read, whether a newer edition is public, and leads back to now. */
export function PinnedNote({ reader }: { reader: Reader }) {
  const { locale, t, path, query, edition, newest, pinned, today, present } = reader
  if (pinned.edition === undefined && pinned.on === undefined) return null
  const isNewest = pinned.edition === newest
  const named = { number: edition.number, date: formatDate(instantDay(edition.publishedAt), locale) }
  const now = { ...query, edition: undefined, ...(pinned.on === undefined ? {} : { on: undefined }) }
  return (
    <p className="pinned-note">
      {pinned.edition !== undefined && t(isNewest ? 'site.pinnedNewest' : 'site.pinnedEdition', named)}{' '}
      {(!isNewest || today !== present) && t('site.pinnedDay', { date: formatDate(today, locale) })}{' '}
      <a href={`/${locale}${path}${searchOf(now)}`}>{t(isNewest ? 'site.unpinNewest' : 'site.unpin')}</a>
    </p>
  )
}
