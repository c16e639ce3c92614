import { Words } from '@/app/_components/words/Words'
import { type Reading, siteHref } from '@/app/_reader/reading'
import type { Withdrawal } from '@/app/_server/retraction'
import { formatOn } from '@/lib/words/dates'

/** On a report as an earlier edition shows it: that it has been retracted since, when, in which edition, and why. */
export function SinceRetracted({ reading: { locale, t }, withdrawal }: { reading: Reading; withdrawal: Withdrawal }) {
  const { note, edition: number } = withdrawal
  return (
    <p className="notice">
      <strong>{t('correction.sinceRetracted', { on: formatOn(note.on, locale) })}</strong>{' '}
      {number !== undefined && (
        <>
          <a href={siteHref({ locale, pinned: {} }, 'editions', String(number))}>{t('edition.number', { number })}</a>
          {t('unit.colon')}
        </>
      )}
      <Words text={note.note} locale={locale} />
    </p>
  )
}
