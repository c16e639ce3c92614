import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { Section } from '@/app/_components/page/Section'
import { ReportLine } from '@/app/_components/reports/ReportLine'
import { AskBox } from '@/app/_components/words/AskBox'
import { openAll } from '@/app/_reader/open'
import { database } from '@/db/client'
import { timelinePage } from '@/db/queries/timeline'
import { pages } from '@/lib/addresses/pages'
import { siteNode } from '@/lib/linked-data'
import { reportKinds } from '@/lib/model'
import { siteMetadata, sitePage } from './_frame/document'
import { HomeDossier } from './_parts/HomeDossier'

const latestReports = 12
/** An analysis is no development. */
const news = reportKinds.filter((kind) => kind !== 'analysis')

export const generateMetadata = siteMetadata(pages.home, ({ t }) => ({
  title: `${t('site.name')}: ${t('home.title')}`,
  description: t('home.intro'),
  picture: { at: 'beside', alt: t('home.title') },
}))

export default sitePage(pages.home, async (reader) => {
  const { t } = reader
  const readings = await openAll(reader)
  const { db } = await database()
  const { reports } = await timelinePage(db, {
    dossier: null,
    filter: { kinds: news },
    limit: latestReports,
    edition: reader.pinned.edition,
  })
  return (
    <>
      <LinkedData reader={reader} tell={(told) => siteNode(t('site.name'), t('home.intro'), told)} />
      <Head kicker={t('home.kicker')} title={t('home.title')}>
        <p className="standfirst">{t('home.intro')}</p>
        <AskBox reader={reader} />
      </Head>
      <Section id="dossiers" title={t('home.dossiers')}>
        {readings.length === 0 && <p>{t('home.empty')}</p>}
        {readings.map((reading) => (
          <HomeDossier key={reading.dossier.id} reading={reading} />
        ))}
      </Section>
      <Section id="latest" title={t('home.latest')}>
        <ul className="lines">
          {reports.map(({ dossier, report }) => {
            const reading = readings.find((candidate) => candidate.dossier.id === dossier)
            return (
              reading && (
                <li key={`${dossier} ${report.id}`}>
                  <ReportLine reading={reading} report={report} origin />
                </li>
              )
            )
          })}
        </ul>
      </Section>
    </>
  )
})
