import { Deferrals } from '@/app/_components/over-time/Deferrals'
import { Expectations } from '@/app/_components/over-time/Expectations'
import { NothingDated } from '@/app/_components/over-time/NothingDated'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { hrefTo } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { calendarFile } from '@/lib/addresses/names'
import { pages } from '@/lib/addresses/pages'
import { firstDay, lastDay, say } from '@/lib/model'
import { comingDates, deferralsOf, type Forecast, forecastsAt, momentAt, unsettledChanges } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { ComingDates } from './_parts/ComingDates'

export const generateMetadata = dossierMetadata(pages.calendar, (reading) => describeOfDossier(reading, 'calendar'))

export default dossierPage(pages.calendar, async (reading) => {
  const { locale, t, dossier, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const forecasts = forecastsAt(moment)
  const unsettled = unsettledChanges(moment)
  const isUnsettled = ({ change }: Forecast) => unsettled.some((one) => one.change === change)
  const overdue = forecasts.filter((one) => one.state === 'overdue' && !isUnsettled(one)).sort(byClosing)
  const open = forecasts.filter(({ state }) => state === 'open').sort(byClosing)
  const moved = forecasts.filter((one) => one.moved !== null && firstDay(one.moved.to) > today).sort(byClosing)
  const coming = comingDates(moment)
  const deferrals = deferralsOf(moment)
  const isEmpty = [unsettled, overdue, coming, deferrals, open, moved].every(({ length }) => length === 0)
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('calendar.title')} small>
        <p className="standfirst">{t('calendar.intro', { date: formatDate(today, locale) })}</p>
        <p className="label">
          <a href={`/${locale}/${dossier.id}/${calendarFile}`}>{t('calendar.file')}</a> {t('calendar.fileText')}
        </p>
      </Head>
      {isEmpty && <NothingDated reading={reading} page="calendar" />}
      {unsettled.length > 0 && (
        <Section id="unsettled" title={t('unsettled.title')}>
          <UnsettledList reading={reading} changes={unsettled} />
        </Section>
      )}
      {overdue.length > 0 && (
        <Section id="overdue" title={t('calendar.overdue')}>
          <Expectations reading={reading} forecasts={overdue} caption={t('calendar.overdue')} />
        </Section>
      )}
      {!isEmpty && (
        <Section id="coming" title={t('calendar.coming')}>
          {coming.length > 0 ? <ComingDates reading={reading} coming={coming} /> : <p>{t('calendar.noDates')}</p>}
        </Section>
      )}
      {deferrals.length > 0 && (
        <Section id="deferrals" title={t('deferral.title')}>
          <Deferrals reading={reading} deferrals={deferrals} />
        </Section>
      )}
      {!isEmpty && (
        <Section
          id="open"
          title={t('calendar.open')}
          aside={
            <p className="label">
              <a href={hrefTo(reading, 'scorecard')}>{t('scorecard.title')}</a>
            </p>
          }
        >
          {open.length > 0 ? (
            <Expectations reading={reading} forecasts={open} caption={t('calendar.open')} />
          ) : (
            <p>{t('calendar.noneOpen')}</p>
          )}
        </Section>
      )}
      {moved.length > 0 && (
        <Section id="moved" title={t('calendar.moved')}>
          <Expectations reading={reading} forecasts={moved} caption={t('calendar.moved')} />
        </Section>
      )}
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('calendar.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})

/** By the end of the window; those without one last. */
const byClosing = (a: Forecast, b: Forecast): number => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0)
const endOf = ({ expectation: { until } }: Forecast): string => (until === undefined ? '9999' : lastDay(until))
