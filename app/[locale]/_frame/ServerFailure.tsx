import type { Locale } from '@/lib/model'
import { translator } from '@/lib/words/messages'

interface Props {
  locale: Locale
  id: string
  /** The database cannot be had for the moment. */
  isAway: boolean
}

/** The page that says that a page failed. It asks nothing of the database, which may be what failed. */
export function ServerFailure({ locale, id, isAway }: Props) {
  const t = translator(locale)
  return (
    <div className="page">
      <main className="head" id="text">
        <p className="smallcaps">{t('errors.kicker', { status: isAway ? 503 : 500 })}</p>
        <h1>{t(isAway ? 'errors.awayTitle' : 'errors.failedTitle')}</h1>
        <p className="standfirst">{t(isAway ? 'errors.awayText' : 'errors.failedText', { id })}</p>
        <p className="pager">
          <a href={`/${locale}`}>{t('errors.home')}</a>
        </p>
      </main>
    </div>
  )
}
