import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { Corrections } from '@/app/_components/reports/Corrections'
import { textOf } from '@/app/_reader/asked'
import type { Reader } from '@/app/_reader/reading'
import { BadParameter } from '@/app/_reader/refusal'
import { openSite } from '@/app/_server/site'
import { type SiteParams, siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { database } from '@/db/client'
import { listCorrections } from '@/db/queries/correction'
import { say } from '@/lib/model'
import { echoed } from '@/lib/words/echo'
import { nearOnes } from '@/lib/words/near'

const most = 100

export const generateMetadata = siteMetadata<SiteParams>('/corrections', ({ t }) => ({
  title: t('correction.title'),
  feeds: [{ folder: '/corrections', title: t('correction.title') }],
}))

export default sitePage<SiteParams>('/corrections', async (reader) => {
  const { locale, t, pinned } = reader
  const dossier = await askedDossier(reader)
  const { db } = await database()
  const entries = await listCorrections(db, {
    ...(dossier ? { dossier: dossier.id } : {}),
    edition: pinned.edition,
    limit: most,
  })
  return (
    <>
      <Head kicker={dossier ? say(dossier.title, locale).text : t('site.name')} title={t('correction.title')} small>
        <p className="standfirst">{t('correction.intro')}</p>
        <p className="label">
          {t('correction.feed')} <FeedLinks reader={reader} folder="/corrections" />
        </p>
      </Head>
      {entries.length === 0 ? <p>{t('correction.none')}</p> : <Corrections reader={reader} entries={entries} named />}
    </>
  )
})

async function askedDossier({ query, pinned }: Reader) {
  const id = textOf(query, 'dossier')
  if (id === undefined) return null
  const { dossiers } = await openSite(pinned.edition)
  const found = dossiers.find((dossier) => dossier.id === id)
  if (found) return found
  const near = nearOnes(
    id,
    dossiers.map((dossier) => dossier.id),
  )
  throw new BadParameter('dossier', id, (t) => t('errors.missingDossier', { id: echoed(id) }), near)
}
