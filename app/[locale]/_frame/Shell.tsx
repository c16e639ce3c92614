import type { ReactNode } from 'react'
import { type Reader, type Reading, searchOf, siteHref } from '@/app/_reader/reading'
import { formatDate } from '@/lib/words/dates'
import { DossierNav } from './DossierNav'
import { Masthead, SiteNav } from './Masthead'
import { PinnedNote } from './PinnedNote'

interface Props {
  /** A reading within a dossier. */
  reader: Reader | Reading
  children: ReactNode
}

/** What surrounds the text of every public page. Navigation stands above the text and comes after it, for those who hear or print it. */
export function Shell({ reader, children }: Props) {
  const { locale, t, path, query, edition, today } = reader
  const url = `${reader.origin}/${locale}${path}${searchOf(query)}`
  return (
    <div className="page">
      <a className="skip" href="#pages">
        {t('site.skip')}
      </a>{' '}
      <Masthead reader={reader} />
      <main id="text" tabIndex={-1}>
        <PinnedNote reader={reader} />
        {children}
      </main>
      <div id="pages" className="pages" tabIndex={-1}>
        {'dossier' in reader && <DossierNav reading={reader} />}
        <SiteNav reader={reader} />
      </div>
      <footer className="foot">
        <span>{t('site.foot', { number: edition.number })}</span>
        <nav aria-label={t('site.footer')}>
          <a href={siteHref(reader, 'editions')}>{t('edition.title')}</a> ·{' '}
          <a href={siteHref(reader, 'corrections')}>{t('correction.title')}</a> ·{' '}
          <a href={siteHref(reader, 'data')}>{t('pages.data')}</a> ·{' '}
          <a href={siteHref(reader, 'method')}>{t('site.method')}</a> ·{' '}
          <a href={siteHref(reader, 'feeds')}>{t('site.feeds')}</a> ·{' '}
          <a href={siteHref(reader, 'about')}>{t('site.about')}</a>
        </nav>
        <p className="cite print-only">
          {t('site.asOf', { date: formatDate(today, locale), number: edition.number, url })}
        </p>
      </footer>
    </div>
  )
}
