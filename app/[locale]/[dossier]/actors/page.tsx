import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Section } from '@/app/_components/page/Section'
import { PositionFiles } from '@/app/_components/reports/PositionFiles'
import { Positions } from '@/app/_components/reports/Positions'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOfRecord } from '@/app/[locale]/_frame/head-tags'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { type Actor, actorKinds, belongingTo, say } from '@/lib/model'
import { standsOf } from '@/lib/policy'
import { ActorEntries } from './_parts/ActorEntries'

export const generateMetadata = dossierMetadata(pages.actors, (reading) => {
  const { records } = reading
  const speaking = new Set(records.reports.flatMap(({ positions }) => positions.map(({ actor }) => actor)))
  return {
    ...describeOfDossier(reading, 'actors'),
    feeds: records.actors
      .filter(({ id }) => speaking.has(id))
      .map(({ id, name }) => ({ ...feedOfRecord(reading, 'actors', { id, title: name }), files: ['feed.xml'] })),
  }
})

/** Who plays a part, persons under their party; then all positions, newest first. */
export default dossierPage(pages.actors, async (reading) => {
  const { locale, t, dossier, records } = reading
  const stands = standsOf(records)
  const heads = headsAmong(records.actors)
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('actors.title')} small>
        <p className="standfirst">{t('actors.intro')}</p>
        <ListFiles reader={reading} dossier={dossier.id} table="actors" />
      </Head>
      {kindsInOrder.map((kind) => {
        const actors = heads.filter((actor) => actor.kind === kind)
        if (actors.length === 0) return null
        return (
          <Section key={kind} id={`kind-${kind}`} title={t(`actors.kinds.${kind}`)}>
            <ActorEntries reading={reading} actors={actors} />
          </Section>
        )
      })}
      <Section
        id="positions"
        title={t('actors.all')}
        aside={stands.length > 0 && <PositionFiles reading={reading} count={stands.length} asked={{}} />}
      >
        {stands.length > 0 ? (
          <details className="fold">
            <summary>{t('actors.each', { count: stands.length })}</summary>
            <Positions reading={reading} stands={stands} caption={t('actors.all')} on newestFirst />
          </details>
        ) : (
          <p className="soft">{t('actors.none')}</p>
        )}
      </Section>
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('actors.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})

const kindsInOrder = [...actorKinds].sort((a, b) => Number(a === 'person') - Number(b === 'person'))

/** Those that belong to nobody else; all others stand under one of them. */
function headsAmong(actors: readonly Actor[]): Actor[] {
  const ids = new Set(actors.map(({ id }) => id))
  const heads = actors.filter(({ of = [] }) => !of.some(({ actor }) => ids.has(actor)))
  const placed = new Set([...heads, ...heads.flatMap(({ id }) => belongingTo(actors, id).map(({ actor }) => actor))])
  return actors.filter((actor) => heads.includes(actor) || !placed.has(actor))
}
