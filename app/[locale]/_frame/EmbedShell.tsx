import type { ReactNode } from 'react'
import { type Reader, searchOf, siteHref } from '@/app/_reader/reading'
import { isDay } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reader: Reader
  children: ReactNode
}

/** What surrounds a page in the frame of another site: whose it is, of which day and edition, and the way to all of it. */
export function EmbedShell({ reader, children }: Props) {
  const { locale, t, path, query, siteName, edition, today, address } = reader
  const { on } = query as Record<string, unknown>
  const day = address.asksForDay && typeof on === 'string' && isDay(on) ? on : today
  return (
    <div className="embed">
      <main>{children}</main>
      <footer className="embed-foot label">
        <a href={siteHref(reader)}>{siteName}</a>
        <span>{t('embed.asOf', { date: formatDate(day, locale), number: edition.number })}</span>
        <a href={`/${locale}${path}${searchOf(query)}`}>{t('embed.whole')}</a>
      </footer>
    </div>
  )
}
