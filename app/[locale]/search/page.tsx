import { Head } from '@/app/_components/page/Head'
import { SearchForm } from '@/app/_components/page/SearchForm'
import { Section } from '@/app/_components/page/Section'
import { NothingYet } from '@/app/_components/words/NothingYet'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import { BadParameter } from '@/app/_reader/refusal'
import { type Found, findRecords, mostCharacters } from '@/app/_server/search'
import { openSite } from '@/app/_server/site'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import type { Query } from '@/lib/asking/query'
import { dossierOf, pageOf, shortTextOf, wordOf } from '@/lib/asking/read'
import type { Dossier } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'
import { SearchFacets } from './_parts/SearchFacets'
import { SearchResult } from './_parts/SearchResult'
import { TermList, TermsRead } from './_parts/SearchTerms'

export const generateMetadata = siteMetadata(pages.search, async (reader) => {
  const { t, query, pinned } = reader
  const { dossiers } = await openSite(pinned.edition)
  const { q, kind, dossier, page } = readAsked(query, dossiers)
  return {
    ...describeOfSite(reader, 'search'),
    ...(q && { title: t('search.titleFor', { words: q }) }),
    query: withQuery('', { q, kind, dossier, page: page > 1 ? String(page) : undefined }),
    isIndexed: q === undefined,
  }
})

export default sitePage(pages.search, async (reader) => {
  const { t, pinned, locale } = reader
  const { dossiers } = await openSite(pinned.edition)
  const { q, kind, dossier, page } = readAsked(reader.query, dossiers)
  const found = q ? await findRecords({ words: q, kind, dossier, page, edition: pinned.edition, locale }) : null
  if (found && page > Math.max(1, found.pages))
    throw new BadParameter('page', String(page), { code: 'badPage', pages: Math.max(1, found.pages) })
  return (
    <>
      <Head kicker={reader.siteName} title={q ? t('search.titleFor', { words: q }) : t('search.title')} small>
        <SearchForm reader={reader} words={q} kept={{ kind, dossier }} />
        <p className="label">{t('search.hint')}</p>
        {found && q && <TermsRead reader={reader} query={found.query} words={q} dossiers={dossiers} />}
      </Head>
      {found && q && found.counts.length > 0 && (
        <div className="columns beside">
          <SearchFacets reader={reader} counts={found.counts} dossiers={dossiers} asked={{ q, kind, dossier }} />
          <Results reader={reader} found={found} asked={{ q, kind, dossier }} page={page} />
        </div>
      )}
      {dossiers.length === 0 && <NothingYet reader={reader} />}
      {dossiers.length > 0 && (!found || found.counts.length === 0) && (
        <>
          {found && <Nothing reader={reader} near={found.near} />}
          <Section id="terms" title={t('search.terms')}>
            <TermList reader={reader} dossiers={dossiers} />
          </Section>
        </>
      )}
    </>
  )
})

const readAsked = (query: Query<NamesOf<typeof pages.search>>, dossiers: readonly Dossier[]) => ({
  q: shortTextOf(query, 'q', mostCharacters),
  dossier: dossierOf(query, 'dossier', dossiers)?.id,
  page: pageOf(query, 'page'),
  kind: wordOf(query, 'kind', searchedKinds),
})

interface ResultsProps {
  reader: Reader
  found: Found
  asked: Record<'q' | 'kind' | 'dossier', string | undefined>
  page: number
}

function Results({ reader, found, asked, page }: ResultsProps) {
  const { t, locale, pinned } = reader
  const json = { ...asked, edition: pinned.edition?.toString(), language: locale }
  const here = (number: number) =>
    withQuery(siteHref(reader, 'search'), { ...asked, page: number > 1 ? String(number) : '' })
  return (
    <div>
      <Section
        id="results"
        title={t('search.results', { count: found.total })}
        aside={
          <p className="label">
            <a href={withQuery('/api/v1/search', json)}>{t('search.json')}</a>
          </p>
        }
      >
        {found.records.map((one) => (
          <SearchResult key={`${one.kind} ${one.dossier?.id} ${one.id}`} reader={reader} found={one} />
        ))}
        {found.pages > 1 && (
          <nav className="pager" aria-label={t('search.pages')}>
            {page > 1 ? (
              <a rel="prev" href={here(page - 1)}>
                {t('search.previous')}
              </a>
            ) : (
              <span />
            )}
            <span className="soft">{t('search.page', { page, pages: found.pages })}</span>
            {page < found.pages ? (
              <a rel="next" href={here(page + 1)}>
                {t('search.next')}
              </a>
            ) : (
              <span />
            )}
          </nav>
        )}
      </Section>
    </div>
  )
}

function Nothing({ reader, near }: { reader: Reader; near: string | null }) {
  const { t, edition } = reader
  return (
    <>
      <p className="notice">{t('search.nothing', { number: edition.number })}</p>
      {near && (
        <p>
          {t.rich('search.near', {
            link: () => <a href={withQuery(siteHref(reader, 'search'), { q: near })}>{near}</a>,
          })}
        </p>
      )}
    </>
  )
}
