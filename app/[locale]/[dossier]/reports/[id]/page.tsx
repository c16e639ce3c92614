import { Expectations } from '@/app/_components/over-time/Expectations'
import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { RailSection, Section } from '@/app/_components/page/Section'
import { AttributionDrawn } from '@/app/_components/reports/Attribution'
import { Corrections } from '@/app/_components/reports/Corrections'
import { Positions } from '@/app/_components/reports/Positions'
import { RelatedReports } from '@/app/_components/reports/RelatedReports'
import { Summary } from '@/app/_components/reports/Summary'
import { Words } from '@/app/_components/words/Words'
import { hrefTo } from '@/app/_reader/reading'
import { correctionsOf, findWithdrawal } from '@/app/_server/retraction'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { database } from '@/db/client'
import { relatedReports } from '@/db/queries/report'
import { pages } from '@/lib/addresses/pages'
import { citedReport } from '@/lib/citation/cited'
import { citeInWords } from '@/lib/citation/work'
import { summaryIn } from '@/lib/content/summary'
import { reportNode } from '@/lib/linked-data'
import { headingOf, publishedDate, say } from '@/lib/model'
import { momentAt, outcomeOf, standsIn } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { ReportEffects } from './_parts/ReportEffects'
import { ReportFacts } from './_parts/ReportFacts'
import { reportInWords, requireReport } from './_parts/report-card'
import { SinceRetracted } from './_parts/SinceRetracted'

const mostCorrections = 20

export const generateMetadata = dossierMetadata(pages.report, (reading, { id }) => {
  const report = requireReport(reading, id)
  const heading = say(headingOf(report), reading.locale).text
  return {
    title: heading,
    description: reportInWords(reading, report),
    picture: { at: 'beside', alt: heading },
    published: report.published,
    cited: citedReport(reading, report),
  }
})

export default dossierPage(pages.report, async (reading, { id }) => {
  const { locale, t, dossier, sources, compiled, today, pinned, newest } = reading
  const report = requireReport(reading, id)
  const date = publishedDate(report.published, dossier.timeZone)
  const { db } = await database()
  const moment = momentAt(compiled, { on: today })
  const corrections = await correctionsOf(dossier, report, { edition: pinned.edition, limit: mostCorrections })
  const related = await relatedReports(db, dossier.id, id, { edition: pinned.edition })
  const isBack = pinned.edition !== undefined && pinned.edition !== newest
  const withdrawal = isBack ? await findWithdrawal(dossier.id, id) : null
  return (
    <>
      <LinkedData reader={reading} tell={(told) => reportNode(report, sources.get(report.source), told)} />
      {withdrawal && <SinceRetracted reading={reading} withdrawal={withdrawal} />}
      <Head
        kicker={`${t('report.kicker')} · ${formatDate(date, locale)}`}
        title={<Words text={headingOf(report)} locale={locale} />}
        small
      >
        {report.title && (
          <p className="label">
            {t('report.original')} <Words text={report.headline} locale={locale} />
          </p>
        )}
      </Head>
      {report.sourcing !== 'seen' && <p className="notice">{t(`sourcing.${report.sourcing}Long`)}</p>}
      {compiled.discredited.has(id) && (
        <p className="notice">
          {t.rich('discredited.long', {
            board: (words) => <a href={hrefTo(reading, 'contradictions')}>{words}</a>,
          })}
        </p>
      )}
      <div className="columns">
        <div>
          <Summary report={report} locale={locale} className="prose" />
          {summaryIn(report, locale).isEarlier && <p className="notice">{t('report.translationOfEarlier')}</p>}
          {report.note && (
            <p className="notice">
              {t('report.note')}: <Words text={report.note} locale={locale} />
            </p>
          )}
          <Section id="effects" title={t('report.effects')}>
            {report.effects.length > 0 ? (
              <ReportEffects reading={reading} report={report} />
            ) : (
              <p className="soft">{t('report.noEffects')}</p>
            )}
          </Section>
          {report.positions.length > 0 && (
            <Section id="positions" title={t('report.positions')}>
              <Positions reading={reading} stands={standsIn(report, dossier)} caption={t('report.positions')} on />
            </Section>
          )}
          {report.expectations.length > 0 && (
            <Section id="expectations" title={t('report.expectations')}>
              <Expectations
                reading={reading}
                forecasts={report.expectations.flatMap((expectation) => outcomeOf(moment, report, expectation) ?? [])}
                caption={t('report.expectations')}
                without="report"
              />
            </Section>
          )}
          {corrections.length > 0 && (
            <Section id="corrections" title={t('correction.title')}>
              <Corrections reader={reading} entries={corrections} />
            </Section>
          )}
          {related.length > 0 && (
            <Section id="related" title={t('report.related')}>
              <RelatedReports reading={reading} reports={related} />
            </Section>
          )}
        </div>
        <aside className="rail">
          <RailSection id="facts" title={t('report.source')}>
            <ReportFacts reading={reading} report={report} date={date} />
          </RailSection>
          <RailSection id="attribution" title={t('report.attribution')}>
            <AttributionDrawn reading={reading} report={report} />
          </RailSection>
          <Citation reader={reading} what={say(report.headline, locale).text} title={t('report.cite')} rail>
            <p className="label">{t('cite.report')}</p>
            <p className="citation label">{citeInWords(citedReport(reading, report), locale)}</p>
            <CitationLinks reading={reading} parts={['reports', id]} />
            <p className="label">{t('cite.record')}</p>
          </Citation>
        </aside>
      </div>
    </>
  )
})
