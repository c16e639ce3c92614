import { Fragment, type ReactNode } from 'react'
import { type Reader, type Reading, searchOf, siteHref } from '@/app/_reader/reading'
import { hasPage, sitePages } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { DossierNav } from './DossierNav'
import { Masthead, SiteNav } from './Masthead'
import { PinnedNote } from './PinnedNote'

interface Props {
  /** A reading within a dossier. */
  reader: Reader | Reading
  children: ReactNode
}

const footer = [
  ['edition.title', 'editions'],
  ['correction.title', 'corrections'],
  ['pages.data', 'data'],
  ['site.method', 'method'],
  ['site.feeds', 'feeds'],
  ['site.about', 'about'],
  ['pages.imprint', 'imprint'],
  ['pages.accessibility', 'accessibility'],
] as const

const isThere = ({ site }: Reader, path: (typeof footer)[number][1]): boolean => {
  const page = sitePages.find((one) => one === path)
  return page === undefined || hasPage(site, page)
}

/** What surrounds the text of every public page. Navigation stands above the text and comes after it, for those who hear or print it. */
export function Shell({ reader, children }: Props) {
  const { locale, t, path, query, edition, today } = reader
  const url = `${reader.origin}/${locale}${path}${searchOf(query)}`
  return (
    <div className="page">
      {/* What is read first is drawn above it: shown before it is there, the text would jump. */}
      <link rel="expect" href="#pages" blocking="render" />
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
        <span>{t('site.foot', { site: reader.siteName, number: edition.number })}</span>
        <nav aria-label={t('site.footer')}>
          {footer
            .filter(([, path]) => isThere(reader, path))
            .map(([message, path], at) => (
              <Fragment key={path}>
                {at > 0 && ' · '}
                <a href={siteHref(reader, path)}>{t(message)}</a>
              </Fragment>
            ))}
          <Contact reader={reader} />
          {' · '}
          <a href="/admin" rel="nofollow">
            {t('site.desk')}
          </a>
        </nav>
        <p className="cite print-only">
          {t('site.asOf', { date: formatDate(today, locale), number: edition.number, url })}
        </p>
      </footer>
    </div>
  )
}

/** To whom one turns, where the site says so. */
function Contact({ reader: { t, site } }: { reader: Reader }) {
  const { contact } = site
  if (contact === undefined) return null
  return (
    <>
      {' · '}
      <a href={/^https?:/.test(contact) ? contact : `mailto:${contact}`}>{t('site.contact')}</a>
    </>
  )
}
