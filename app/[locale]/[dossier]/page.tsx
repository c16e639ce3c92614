import { StateOfPlay } from '@/app/_components/matrix/StateOfPlay'
import { MotionList } from '@/app/_components/over-time/MotionList'
import { NextDates } from '@/app/_components/over-time/NextDates'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { Section } from '@/app/_components/page/Section'
import { ReportLine } from '@/app/_components/reports/ReportLine'
import { FeaturedAnswer } from '@/app/_components/words/FeaturedAnswer'
import { Question } from '@/app/_components/words/Question'
import { Words } from '@/app/_components/words/Words'
import { distributionOf } from '@/app/_reader/distribution'
import { featuredOf } from '@/app/_reader/featured'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { altOf } from '@/app/[locale]/_frame/picture-parts'
import { database } from '@/db/client'
import { timelinePage } from '@/db/queries/timeline'
import { pages } from '@/lib/addresses/pages'
import { citedDossier } from '@/lib/citation/cited'
import { datasetNode, dossierNode } from '@/lib/linked-data'
import { pendingStages, say } from '@/lib/model'
import { changesInMotion, comingDates, momentAt, unsettledChanges } from '@/lib/policy'
import { jurisdictionName } from '@/lib/words/names'
import { DossierRail } from './_parts/DossierRail'
import { aboutDossier, dossierCard } from './_parts/dossier-card'

const most = { featured: 3, dates: 5, moving: 3, reports: 5 }

export const generateMetadata = dossierMetadata(pages.dossier, (reading) => ({
  title: say(reading.dossier.title, reading.locale).text,
  description: aboutDossier(reading),
  picture: { at: 'beside', alt: altOf(reading, dossierCard(reading)) },
  cited: citedDossier(reading),
}))

/** What holds now, what comes next, what is in motion, what was reported last. */
export default dossierPage(pages.dossier, async (reading) => {
  const { locale, t, dossier, records, compiled, today, pinned } = reading
  const { db } = await database()
  const latest = await timelinePage(db, {
    dossier: dossier.id,
    filter: {},
    edition: pinned.edition,
    limit: most.reports,
  })
  const moment = momentAt(compiled, { on: today })
  // What is in force and still to begin is coming: it stands among the dates.
  const moving = changesInMotion(moment).filter(({ life }) => pendingStages.includes(life.stage))
  const coming = comingDates(moment)
  const unsettled = unsettledChanges(moment)
  const place = dossier.jurisdiction && jurisdictionName(dossier.jurisdiction, locale)
  return (
    <>
      <LinkedData reader={reading} tell={(told) => [dossierNode(dossier, told), datasetNode(dataOf(reading), told)]} />
      <Head
        kicker={place ? `${t('dossier.kicker')} · ${place}` : t('dossier.kicker')}
        title={<Words text={dossier.title} locale={locale} />}
        small
      >
        <p className="standfirst">
          <Question dossier={dossier} question={{}} locale={locale} />
        </p>
        <ul className="featured">
          {featuredOf(reading)
            .slice(0, most.featured)
            .map((question) => (
              <li key={JSON.stringify(question)}>
                <FeaturedAnswer reading={reading} question={question} moment={moment} />
              </li>
            ))}
        </ul>
      </Head>
      <StateOfPlay reading={reading} />
      <div className="columns">
        <div>
          {unsettled.length > 0 && (
            <Section id="unsettled" title={t('unsettled.title')}>
              <UnsettledList reading={reading} changes={unsettled} />
            </Section>
          )}
          {coming.length > 0 && (
            <Section
              id="coming"
              title={t('dossier.nextDates')}
              aside={<ToList href={hrefTo(reading, 'calendar')} text={t('dossier.wholeCalendar')} />}
            >
              <NextDates reading={reading} coming={coming} most={most.dates} />
            </Section>
          )}
          <Section
            id="motion"
            title={t('dossier.inMotion')}
            aside={
              <ToList
                href={hrefTo(reading, 'changes')}
                text={t('dossier.allChanges', { count: records.changes.length })}
              />
            }
          >
            {moving.length > 0 ? (
              <MotionList reading={reading} changes={moving.slice(0, most.moving)} brief />
            ) : (
              <p>{t('dossier.nothingMoves')}</p>
            )}
          </Section>
          <Section
            id="timeline"
            title={t('dossier.latest')}
            aside={
              <ToList
                href={hrefTo(reading, 'timeline')}
                text={t('dossier.allReports', { count: records.reports.length - compiled.discredited.size })}
              />
            }
          >
            <ul className="lines">
              {latest.reports.map(({ report }) => (
                <li key={report.id}>
                  <ReportLine reading={reading} report={report} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <DossierRail reading={reading} />
      </div>
    </>
  )
})

/** The records of the dossier as a set of data. */
const dataOf = (reading: Reading) => ({
  name: say(reading.dossier.title, reading.locale).text,
  description: aboutDossier(reading),
  licence: reading.site.licence,
  edition: reading.edition.number,
  publisher: reading.siteName,
  distribution: distributionOf(reading, reading.dossier.id),
  jurisdiction: reading.dossier.jurisdiction,
  coverage: reading.dossier.coverage,
})

const ToList = ({ href, text }: { href: string; text: string }) => (
  <p className="label">
    <a href={href}>{text}</a>
  </p>
)
