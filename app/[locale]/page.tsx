import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { Section } from '@/app/_components/page/Section'
import { TimelineEntry } from '@/app/_components/reports/TimelineEntry'
import { openReading } from '@/app/_reader/open'
import type { Reader, Reading } from '@/app/_reader/reading'
import { Missing } from '@/app/_reader/refusal'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { timelinePage } from '@/db/queries/timeline'
import { pages } from '@/lib/addresses/pages'
import { siteNode } from '@/lib/linked-data'
import { siteMetadata, sitePage } from './_frame/document'
import { HomeDossier } from './_parts/HomeDossier'

const latestReports = 10

export const generateMetadata = siteMetadata(pages.home, ({ t }) => ({
  title: `${t('site.name')}: ${t('home.title')}`,
  description: t('home.intro'),
}))

export default sitePage(pages.home, async (reader) => {
  const { t } = reader
  const readings = await openAll(reader)
  const { db } = await database()
  const { reports } = await timelinePage(db, {
    dossier: null,
    filter: {},
    limit: latestReports,
    edition: reader.pinned.edition,
  })
  return (
    <>
      <LinkedData reader={reader} tell={(told) => siteNode(t('site.name'), t('home.intro'), told)} />
      <Head kicker={t('site.name')} title={t('home.title')}>
        <p className="standfirst">{t('home.intro')}</p>
      </Head>
      <Section id="dossiers" title={t('home.dossiers')}>
        {readings.length === 0 && <p>{t('home.empty')}</p>}
        {readings.map((reading) => (
          <HomeDossier key={reading.dossier.id} reading={reading} />
        ))}
      </Section>
      <Section id="latest" title={t('home.latest')}>
        {reports.map(({ dossier, report }) => {
          const reading = readings.find((candidate) => candidate.dossier.id === dossier)
          if (!reading) return null
          return (
            <TimelineEntry
              key={`${dossier} ${report.id}`}
              reading={reading}
              report={report}
              level="h3"
              fullDate
              origin
            />
          )
        })}
      </Section>
    </>
  )
})

async function openAll(reader: Reader): Promise<Reading[]> {
  const { dossiers } = await openSite(reader.pinned.edition)
  const opened = await Promise.all(dossiers.map(({ id }) => openReading(reader, id)))
  return opened.filter((one): one is Reading => !(one instanceof Missing))
}
