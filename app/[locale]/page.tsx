import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { Section } from '@/app/_components/page/Section'
import { ReportLine } from '@/app/_components/reports/ReportLine'
import { AskBox } from '@/app/_components/words/AskBox'
import { NothingYet } from '@/app/_components/words/NothingYet'
import { openAll } from '@/app/_reader/open'
import { siteHeading } from '@/app/_reader/site-heading'
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

export const generateMetadata = siteMetadata(pages.home, (reader) => ({
  title: reader.t('unit.of', { label: reader.siteName, text: siteHeading(reader.site, reader) }),
  description: reader.t('home.intro'),
  picture: { at: 'beside', alt: siteHeading(reader.site, reader) },
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
      <LinkedData reader={reader} tell={(told) => siteNode(reader.siteName, t('home.intro'), told, reader.site)} />
      <Head kicker={t('home.kicker')} title={siteHeading(reader.site, reader)}>
        <p className="standfirst">{t('home.intro')}</p>
        {readings.length > 0 && <AskBox reader={reader} />}
      </Head>
      {readings.length === 0 && <NothingYet reader={reader} />}
      {readings.length > 0 && (
        <>
          <Section id="dossiers" title={t('home.dossiers')}>
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
      )}
    </>
  )
})
