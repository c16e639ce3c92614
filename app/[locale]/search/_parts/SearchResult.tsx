import { Sourcing } from '@/app/_components/reports/ReportLink'
import { Foreign, Words } from '@/app/_components/words/Words'
import { hrefTo, type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { FoundRecord } from '@/app/_server/search'
import type { Locale } from '@/lib/model'
import type { Marked as MarkedText } from '@/lib/search/snippet'
import { formatDate } from '@/lib/words/dates'

/** One record that a search found. */
export function SearchResult({ reader, found }: { reader: Reader; found: FoundRecord }) {
  const { locale, t } = reader
  const { kind, dossier, date, title, snippets, publisher, sourcing } = found
  const href = addressOf(reader, found)
  return (
    <article className="result">
      <p className="smallcaps">
        {t(`search.one.${kind}`)}
        {dossier && kind !== 'dossier' && (
          <>
            {' · '}
            <Words text={dossier.title} locale={locale} />
          </>
        )}
      </p>
      <h3 className="entry-title">
        {href ? (
          <a href={href}>
            <Marked text={title} locale={locale} />
          </a>
        ) : (
          <Marked text={title} locale={locale} />
        )}
      </h3>
      {date && (
        <p className="says-who">
          <time dateTime={date}>{formatDate(date, locale)}</time>
          {publisher && (
            <>
              {' · '}
              <Marked text={publisher.name} locale={locale} />
            </>
          )}
          {sourcing && <Sourcing report={{ sourcing }} t={t} />}
        </p>
      )}
      {found.reportedIn.length > 0 && (
        <p className="says-who">
          {t.rich('search.reportsIn', { links: () => <ReportedIn reader={reader} found={found} /> })}
        </p>
      )}
      {snippets.map((snippet) => (
        <p className="snippet" key={snippet.pieces.map(({ text }) => text).join('')}>
          <Marked text={snippet} locale={locale} />
        </p>
      ))}
    </article>
  )
}

const ReportedIn = ({ reader, found: { id, reportedIn } }: { reader: Reader; found: FoundRecord }) =>
  reportedIn.map((dossier, at) => (
    <span key={dossier.id}>
      {at > 0 && ' · '}
      <a href={withQuery(hrefTo({ ...reader, dossier }, 'timeline'), { source: id })}>
        <Words text={dossier.title} locale={reader.locale} />
      </a>
    </span>
  ))

const folders = { rule: 'rules', change: 'changes', actor: 'actors', report: 'reports' } as const

function addressOf(reader: Reader, { kind, id, dossier }: FoundRecord): string | null {
  if (!dossier) return null
  if (kind === 'dossier' || kind === 'source') return siteHref(reader, dossier.id)
  return hrefTo({ ...reader, dossier }, folders[kind], id)
}

/** A text with what was searched for marked; it carries its language where that is not the page's. */
function Marked({ text: { pieces, language }, locale }: { text: MarkedText; locale: Locale }) {
  const marked = pieces.map(({ text, hit }, at) => {
    const key = `${at} ${text}`
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
  return language === locale ? marked : <Foreign language={language}>{marked}</Foreign>
}
