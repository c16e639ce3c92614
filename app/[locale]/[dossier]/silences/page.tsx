import { Expectations } from '@/app/_components/over-time/Expectations'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { pages } from '@/lib/addresses/pages'
import { say } from '@/lib/model'
import { momentAt, unheardChanges, unreportedForecasts, unsettledChanges } from '@/lib/policy'
import { UnheardTable } from './_parts/UnheardTable'

export const generateMetadata = dossierMetadata(pages.silences, ({ dossier, locale, t }) => ({
  title: t('unit.of', { label: t('silences.title'), text: say(dossier.title, locale).text }),
  description: t('more.of.silences'),
}))

/** What nobody has reported: where a source would help most. */
export default dossierPage(pages.silences, async (reading) => {
  const { locale, t, dossier, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const unheard = unheardChanges(moment)
  const forecasts = unreportedForecasts(moment)
  const unsettled = unsettledChanges(moment)
  const counts = { unheard: unheard.length, forecasts: forecasts.length, unsettled: unsettled.length }
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('silences.title')} small>
        <p className="standfirst">{t('silences.intro')}</p>
        <p className="label">{t('silences.counts', counts)}</p>
      </Head>
      <Section id="unheard" title={t('silences.unheard')}>
        {unheard.length > 0 ? (
          <>
            <p>{t('silences.unheardIntro')}</p>
            <UnheardTable reading={reading} changes={unheard} />
          </>
        ) : (
          <p className="soft">{t('silences.noUnheard')}</p>
        )}
      </Section>
      <Section id="forecasts" title={t('silences.forecasts')}>
        {forecasts.length > 0 ? (
          <Expectations reading={reading} forecasts={forecasts} caption={t('silences.forecasts')} />
        ) : (
          <p className="soft">{t('silences.noForecasts')}</p>
        )}
      </Section>
      <Section id="unsettled" title={t('unsettled.title')}>
        {unsettled.length > 0 ? (
          <UnsettledList reading={reading} changes={unsettled} />
        ) : (
          <p className="soft">{t('silences.noUnsettled')}</p>
        )}
      </Section>
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('silences.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})
