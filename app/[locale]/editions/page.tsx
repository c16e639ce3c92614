import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { siteHref, withQuery } from '@/app/_reader/reading'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { countRetractions } from '@/db/queries/correction'
import { listEditions } from '@/db/queries/edition'
import { pages } from '@/lib/addresses/pages'
import { editionOf } from '@/lib/asking/read'
import { formatDate, instantDay } from '@/lib/words/dates'
import { reasonInWords } from '@/lib/words/edition-words'
import { editionInWords } from './_parts/edition-words'

const pageSize = 50

export const generateMetadata = siteMetadata(pages.editions, (reader) => describeOfSite(reader, 'editions'))

export default sitePage(pages.editions, async (reader) => {
  const { locale, t, edition } = reader
  const { db } = await database()
  const editions = await listEditions(db, {
    before: editionOf(reader.query, 'before') ?? edition.number + 1,
    limit: pageSize,
  })
  const last = editions.at(-1)
  const retracted = await countRetractions(db, { from: last?.number ?? 0, to: editions[0]?.number ?? 0 })
  return (
    <>
      <Head kicker={reader.siteName} title={t('edition.title')} small>
        <p className="standfirst">{t('edition.intro')}</p>
        <ListFiles reader={reader} table="editions" />
      </Head>
      <ol className="editions" reversed>
        {editions.map((one) => (
          <li key={one.number} value={one.number}>
            <h2 className="entry-title">
              <a href={siteHref(reader, 'editions', String(one.number))}>
                {t('edition.number', { number: one.number })}
              </a>
            </h2>
            <p className="label">
              <time dateTime={one.publishedAt}>{formatDate(instantDay(one.publishedAt), locale)}</time> ·{' '}
              {reasonInWords(t, one.reason)}
            </p>
            <p>{editionInWords(reader, one, retracted.get(one.number))}</p>
          </li>
        ))}
      </ol>
      {last && last.number > 1 && (
        <p className="pager">
          <span />
          <a rel="next" href={withQuery(siteHref(reader, 'editions'), { before: String(last.number) })}>
            {t('edition.earlier')}
          </a>
        </p>
      )}
    </>
  )
})
