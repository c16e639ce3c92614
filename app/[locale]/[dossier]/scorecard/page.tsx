import { Expectations } from '@/app/_components/over-time/Expectations'
import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Section } from '@/app/_components/page/Section'
import { publisherOf } from '@/app/_components/reports/ReportLink'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, withQuery } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { say } from '@/lib/model'
import { type Forecast, forecastsAt, momentAt } from '@/lib/policy'
import { ScoreTable } from './_parts/ScoreTable'

export const generateMetadata = dossierMetadata(pages.scorecard, (reading) => describeOfDossier(reading, 'scorecard'))

export default dossierPage(pages.scorecard, async (reading) => {
  const { locale, t, dossier, compiled, today } = reading
  const told = forecastsAt(momentAt(compiled, { on: today }))
  const forecasts = told.filter(({ isSetByLaw }) => !isSetByLaw)
  const timeline = hrefTo(reading, 'timeline')
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('scorecard.title')} small>
        <p className="standfirst">{t('scorecard.intro')}</p>
        {forecasts.length < told.length && <p className="label">{t('scorecard.setByLaw')}</p>}
        <ListFiles reader={reading} dossier={dossier.id} table="expectations" />
      </Head>
      {forecasts.length === 0 && <p>{t('scorecard.none')}</p>}
      {forecasts.length > 0 && (
        <>
          <Section id="publishers" title={t('scorecard.byPublisher')}>
            <ScoreTable
              reading={reading}
              caption={t('scorecard.byPublisher')}
              what={t('scorecard.publisher')}
              rows={groupBy(forecasts, ({ report }) => report.source).map(([source, group]) => ({
                key: source,
                name: <a href={withQuery(timeline, { source })}>{group[0] && publisherOf(reading, group[0].report)}</a>,
                forecasts: group,
              }))}
            />
          </Section>
          <Section id="changes" title={t('scorecard.byChange')}>
            <ScoreTable
              reading={reading}
              caption={t('scorecard.byChange')}
              what={t('expectation.change')}
              rows={groupBy(forecasts, ({ change }) => change.id).map(([id, group]) => ({
                key: id,
                name: <ChangeLink reading={reading} change={id} />,
                forecasts: group,
              }))}
            />
          </Section>
          <Section id="all" title={t('scorecard.all')}>
            <Expectations reading={reading} forecasts={[...forecasts].reverse()} caption={t('scorecard.all')} />
          </Section>
        </>
      )}
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('scorecard.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})

/** Groups in order of size. */
function groupBy(forecasts: readonly Forecast[], keyOf: (forecast: Forecast) => string): [string, Forecast[]][] {
  const groups = new Map<string, Forecast[]>()
  for (const forecast of forecasts) groups.set(keyOf(forecast), [...(groups.get(keyOf(forecast)) ?? []), forecast])
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}
