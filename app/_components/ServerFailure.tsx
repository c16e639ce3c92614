import type { Locale } from '@/lib/model'
import { translator } from '@/lib/text/messages'

/** The 500 page. It asks nothing of the database, which may be what failed. */
export function ServerFailure({ locale, id }: { locale: Locale; id: string }) {
  const t = translator(locale)
  return (
    <div className="page">
      <main className="head" id="text">
        <p className="smallcaps">{t('errors.kicker', { status: 500 })}</p>
        <h1>{t('errors.failedTitle')}</h1>
        <p className="standfirst">{t('errors.failedText', { id })}</p>
        <p className="pager">
          <a href={`/${locale}`}>{t('errors.home')}</a>
        </p>
      </main>
    </div>
  )
}
