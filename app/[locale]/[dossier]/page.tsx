import { StateOfPlay } from '@/app/_components/matrix/StateOfPlay'
import { MotionList } from '@/app/_components/over-time/MotionList'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { Section } from '@/app/_components/page/Section'
import { TimelineMonths } from '@/app/_components/reports/TimelineMonths'
import { Question } from '@/app/_components/words/Question'
import { Words } from '@/app/_components/words/Words'
import { hrefTo } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { database } from '@/db/client'
import { reportsPerMonth, timelinePage } from '@/db/queries/timeline'
import { pages } from '@/lib/addresses/pages'
import { dossierNode } from '@/lib/linked-data'
import { say } from '@/lib/model'
import { changesInMotion, momentAt, unsettledChanges } from '@/lib/policy'
import { jurisdictionName } from '@/lib/words/names'
import { DossierRail } from './_parts/DossierRail'

export const generateMetadata = dossierMetadata(pages.dossier, ({ dossier, locale }) => ({
  title: say(dossier.title, locale).text,
  description: dossier.summary && say(dossier.summary, locale).text,
}))

export default dossierPage(pages.dossier, async (reading) => {
  const { locale, t, dossier, records, compiled, today, pinned } = reading
  const whole = { dossier: dossier.id, filter: {}, edition: pinned.edition }
  const { db } = await database()
  const [latest, months] = await Promise.all([timelinePage(db, { ...whole, limit: 20 }), reportsPerMonth(db, whole)])
  const moment = momentAt(compiled, { on: today })
  const moving = changesInMotion(moment)
  const unsettled = unsettledChanges(moment)
  const place = dossier.jurisdiction && jurisdictionName(dossier.jurisdiction, locale)
  return (
    <>
      <LinkedData reader={reading} tell={(told) => dossierNode(dossier, told)} />
      <Head
        kicker={place ? `${t('dossier.kicker')} · ${place}` : t('dossier.kicker')}
        title={<Words text={dossier.title} locale={locale} />}
      >
        <p className="standfirst">
          <Question dossier={dossier} question={{}} locale={locale} />
        </p>
        {dossier.summary && (
          <p className="standfirst">
            <Words text={dossier.summary} locale={locale} />
          </p>
        )}
      </Head>
      <StateOfPlay reading={reading} />
      <div className="columns">
        <div>
          {unsettled.length > 0 && (
            <Section id="unsettled" title={t('unsettled.title')}>
              <UnsettledList reading={reading} changes={unsettled} />
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
            {moving.length > 0 ? <MotionList reading={reading} changes={moving} /> : <p>{t('dossier.nothingMoves')}</p>}
          </Section>
          <Section
            id="timeline"
            title={t('dossier.timeline')}
            aside={
              <ToList
                href={hrefTo(reading, 'timeline')}
                text={t('dossier.allReports', { count: records.reports.length })}
              />
            }
          >
            <TimelineMonths reading={reading} reports={latest.reports} />
          </Section>
        </div>
        <DossierRail reading={reading} months={months} />
      </div>
    </>
  )
})

const ToList = ({ href, text }: { href: string; text: string }) => (
  <p className="label">
    <a href={href}>{text}</a>
  </p>
)
