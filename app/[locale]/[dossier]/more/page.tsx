import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { usualAxes } from '@/app/_reader/matrix-plan'
import { hrefTo, siteHref } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'

const groups = {
  answers: ['matrix', 'compare', 'what-if'],
  changes: ['changes', 'calendar', 'scorecard'],
  saying: ['actors', 'sources', 'grounds', 'contradictions', 'silences'],
} as const

export const generateMetadata = dossierMetadata(pages.more, (reading) => describeOfDossier(reading, 'more'))

/** Every page of the dossier that has no tab of its own, each with what it is for. One dimension alone has no matrix. */
export default dossierPage(pages.more, async (reading) => {
  const { locale, t, dossier } = reading
  const isShown = (place: string) => place !== 'matrix' || usualAxes(reading) !== null
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('more.title')} small />
      {(['answers', 'changes', 'saying'] as const).map((group) => (
        <Section key={group} id={group} title={t(`more.${group}`)}>
          <dl className="places">
            {groups[group].filter(isShown).map((place) => (
              <div key={place}>
                <dt>
                  <a href={hrefTo(reading, place)}>{t(`nav.${place}`)}</a>
                </dt>
                <dd>{t(`more.of.${place}`)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      <Section id="data" title={t('more.data')}>
        <dl className="places">
          {(['feeds', 'data', 'editions', 'corrections'] as const).map((place) => (
            <div key={place}>
              <dt>
                <a href={siteHref(reading, place)}>{t(`more.name.${place}`)}</a>
              </dt>
              <dd>{t(`more.of.${place}`, { mail: reading.hasMail ? 'yes' : 'no' })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
})
