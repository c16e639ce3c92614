import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Corrections } from '@/app/_components/reports/Corrections'
import { correctionsIn } from '@/app/_server/retraction'
import { openSite } from '@/app/_server/site'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { dossierOf } from '@/lib/asking/read'
import { say } from '@/lib/model'

const most = 100

export const generateMetadata = siteMetadata(pages.corrections, (reader) => ({
  ...describeOfSite(reader, 'corrections'),
  feeds: [{ folder: '/corrections', title: reader.t('correction.title') }],
}))

export default sitePage(pages.corrections, async (reader) => {
  const { locale, t, pinned, query } = reader
  const { dossiers } = await openSite(pinned.edition)
  const dossier = dossierOf(query, 'dossier', dossiers)
  const entries = await correctionsIn(dossier, { edition: pinned.edition, limit: most })
  return (
    <>
      <Head kicker={dossier ? say(dossier.title, locale).text : reader.siteName} title={t('correction.title')} small>
        <p className="standfirst">{t('correction.intro')}</p>
        <p className="label">
          {t('correction.feed')} <FeedLinks reader={reader} folder="/corrections" />
        </p>
        <ListFiles reader={reader} dossier={dossier?.id} table="corrections" />
      </Head>
      {entries.length === 0 ? <p>{t('correction.none')}</p> : <Corrections reader={reader} entries={entries} named />}
    </>
  )
})
