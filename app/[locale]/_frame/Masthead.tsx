import { SearchForm } from '@/app/_components/page/SearchForm'
import { type Reader, searchOf, siteHref } from '@/app/_reader/reading'
import { hasPage, shownLanguages } from '@/lib/model'
import { formatDate, formatWeekday, instantDay, zoneName } from '@/lib/words/dates'
import { directionOf } from '@/lib/words/direction'
import { translator } from '@/lib/words/messages'

const places = [
  ['dossiers', []],
  ['feeds', ['feeds']],
  ['method', ['method']],
  ['about', ['about']],
] as const

const isThere = ({ site }: Reader, name: (typeof places)[number][0]): boolean =>
  (name !== 'method' && name !== 'about') || hasPage(site, name)

/** Name and edition line on top of every page. */
export function Masthead({ reader }: { reader: Reader }) {
  const { locale, t, edition } = reader
  return (
    <header className="masthead">
      <a className="wordmark" href={siteHref(reader)}>
        {reader.siteName}
      </a>
      <div className="edition-line">
        <span>
          {edition.number === 0
            ? t('site.noEdition')
            : t.rich('site.editionOf', {
                number: edition.number,
                date: formatDate(instantDay(edition.publishedAt), locale),
                link: (text) => <a href={siteHref(reader, 'editions', String(edition.number))}>{text}</a>,
              })}
        </span>{' '}
        <span>
          <time dateTime={reader.today}>{formatWeekday(reader.today, locale)}</time>
          {t('unit.separator')}
          {zoneName(reader.timeZone, reader.today, locale)}
        </span>{' '}
        <span>{t('site.counts', reader.counts)}</span>
      </div>
    </header>
  )
}

/** The pages of the site, the other language, the search. */
export function SiteNav({ reader }: { reader: Reader }) {
  const { t, path } = reader
  return (
    <div className="site-nav">
      <nav aria-label={t('site.navigation')}>
        <ul>
          {places
            .filter(([name]) => isThere(reader, name))
            .map(([name, place]) => (
              <li key={name}>
                <a
                  href={siteHref(reader, ...place)}
                  aria-current={path === place.map((part) => `/${part}`).join('') ? 'page' : undefined}
                >
                  {t(`site.${name}`)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <OtherLanguages reader={reader} />
      {path !== '/search' && <SearchForm reader={reader} small />}
    </div>
  )
}

/** Each by its own name. */
function OtherLanguages({ reader }: { reader: Reader }) {
  const { locale, site, path, query } = reader
  return shownLanguages(site)
    .filter((other) => other !== locale)
    .map((other) => {
      const theirs = translator(other)
      return (
        <a
          key={other}
          className="language"
          href={`/${other}${path}${searchOf(query)}`}
          lang={other}
          dir={directionOf(other)}
          hrefLang={other}
          title={theirs('site.readHere')}
        >
          {theirs('site.ownLanguage')}
        </a>
      )
    })
}
