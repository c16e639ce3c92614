import { EmbedHead } from '@/app/_components/page/EmbedHead'
import { TimelineMonths } from '@/app/_components/reports/TimelineMonths'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, withQuery } from '@/app/_reader/reading'
import { embedMetadata, embedPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { timelinePage } from '@/db/queries/timeline'
import { pages } from '@/lib/addresses/pages'
import { readFilter } from '@/lib/asking/timeline-filter'

const mostReports = 12

export const generateMetadata = embedMetadata(pages.timeline, (reading) => describeOfDossier(reading, 'timeline'))

/** The newest reports that the filter lets through. */
export default embedPage(pages.timeline, async (reading) => {
  const { locale, t, dossier, records, sources, pinned } = reading
  const { filter, parameters } = readFilter(reading.query, { ...records, sources: [...sources.values()] })
  const { db } = await database()
  const { reports } = await timelinePage(db, {
    dossier: dossier.id,
    filter,
    edition: pinned.edition,
    limit: mostReports,
  })
  const isFiltered = Object.keys(parameters).length > 0
  return (
    <>
      <EmbedHead
        href={withQuery(hrefTo(reading, 'timeline'), parameters)}
        label={t(isFiltered ? 'timeline.titleFiltered' : 'timeline.title')}
      >
        <Words text={dossier.title} locale={locale} />
      </EmbedHead>
      {reports.length === 0 && <p>{t('timeline.nothing')}</p>}
      <TimelineMonths reading={reading} reports={reports} level="h2" />
    </>
  )
})
