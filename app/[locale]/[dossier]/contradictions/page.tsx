import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Section } from '@/app/_components/page/Section'
import { Contradictions } from '@/app/_components/reports/Contradictions'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { say } from '@/lib/model'
import { allContradictions, momentAt } from '@/lib/policy'

export const generateMetadata = dossierMetadata(pages.contradictions, (reading) =>
  describeOfDossier(reading, 'contradictions'),
)

export default dossierPage(pages.contradictions, async (reading) => {
  const { locale, t, dossier, compiled, today } = reading
  const found = allContradictions(momentAt(compiled, { on: today }))
  const changes = [...new Set(found.map(({ change }) => change))]
  const settled = found.filter(({ resolution }) => resolution !== null).length
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('contradiction.title')} small>
        <p className="standfirst">{t('contradiction.intro')}</p>
        <p className="label">{t('contradiction.counts', { open: found.length - settled, settled })}</p>
        <ListFiles reader={reading} dossier={dossier.id} table="contradictions" />
      </Head>
      {found.length === 0 && <p>{t('contradiction.none')}</p>}
      {changes.map((change) => (
        <Section key={change.id} id={change.id} title={<ChangeLink reading={reading} change={change.change} />}>
          <Contradictions reading={reading} contradictions={found.filter((one) => one.change === change)} />
        </Section>
      ))}
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('contradiction.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})
