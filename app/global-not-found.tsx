import type { Metadata } from 'next'
import { usualLocale } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import './_styles/site.css'

export const metadata: Metadata = { title: translator(usualLocale)('errors.missingTitle') }

/** For addresses that belong to no part of the site; those below a language have a page of their own (`[...rest]`). */
export default function GlobalNotFound() {
  const t = translator(usualLocale)
  return (
    <html lang={usualLocale}>
      <body>
        <div className="page">
          <main className="head">
            <p className="smallcaps">{t('errors.kicker', { status: 404 })}</p>
            <h1>{t('errors.missingTitle')}</h1>
            <p>
              <a href="/">{t('errors.home')}</a>
            </p>
          </main>
        </div>
      </body>
    </html>
  )
}
