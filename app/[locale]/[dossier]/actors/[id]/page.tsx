import { Citation } from '@/app/_components/page/Citation'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { RailSection, Section } from '@/app/_components/page/Section'
import { PositionFiles } from '@/app/_components/reports/PositionFiles'
import { Positions } from '@/app/_components/reports/Positions'
import { MemberList } from '@/app/_components/words/MemberList'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { requireRecord } from '@/app/_reader/require-record'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOfRecord } from '@/app/[locale]/_frame/head-tags'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { rangeOf } from '@/lib/asking/positions'
import { folderOf } from '@/lib/feeds/followed'
import { belongingTo, say } from '@/lib/model'
import { standsOf } from '@/lib/policy'
import { ActorHead } from './_parts/ActorHead'
import { actorInWords } from './_parts/actor-card'
import { StancesByChange } from './_parts/StancesByChange'
import { TimeForm } from './_parts/TimeForm'

export const generateMetadata = dossierMetadata(pages.actor, (reading, { id }) => {
  const { locale, dossier, records } = reading
  const actor = requireRecord(reading, 'actor', records.actors, id)
  const name = say(actor.name, locale).text
  return {
    title: reading.t('unit.of', { label: name, text: say(dossier.title, locale).text }),
    description: actorInWords(reading, actor),
    picture: { at: 'beside', alt: name },
    feeds: [feedOfRecord(reading, 'actors', { id, title: actor.name })],
  }
})

/** An actor: where it and its members stand on each change, over time. */
export default dossierPage(pages.actor, draw, (reading, { id }) => (
  <TimeForm reading={reading} actor={id} range={rangeOf(reading.query)} />
))

async function draw(reading: Reading<NamesOf<typeof pages.actor>>, { id }: { id: string }) {
  const { locale, t, dossier, records, query } = reading
  const actor = requireRecord(reading, 'actor', records.actors, id)
  const range = rangeOf(query)
  const all = standsOf(records, { actor: id })
  const stands = standsOf(records, { actor: id, ...range })
  const isOneVoice = stands.every(({ position }) => position.actor === id)
  const name = say(actor.name, locale).text
  return (
    <>
      <ActorHead reading={reading} actor={actor} stands={stands} isNarrowed={stands.length < all.length} />
      <div className="columns">
        <div>
          {all.length > 0 && <TimeForm reading={reading} actor={id} range={range} />}
          {stands.length > 0 && (
            <Section id="stances" title={t('actor.stances')}>
              <StancesByChange reading={reading} actor={id} stands={stands} />
            </Section>
          )}
          <Section
            id="positions"
            title={t('actor.positions')}
            aside={
              stands.length > 0 && (
                <PositionFiles reading={reading} count={stands.length} asked={{ actor: id, ...range }} />
              )
            }
          >
            {stands.length > 0 ? (
              <Positions
                reading={reading}
                stands={stands}
                caption={t('actors.caption', { who: name })}
                on
                actor={!isOneVoice}
              />
            ) : (
              <p className="soft">{t(all.length > 0 ? 'actor.noneInTime' : 'actor.noPositions')}</p>
            )}
          </Section>
          {belongingTo(records.actors, id).length > 0 && (
            <Section id="members" title={t('actor.members')}>
              <MemberList reading={reading} actor={actor} stands={stands} />
            </Section>
          )}
        </div>
        <aside className="rail">
          <RailSection id="reports" title={t('change.reports')}>
            <p>
              <a href={withQuery(hrefTo(reading, 'timeline'), { actor: id, ...range })}>{t('actors.inTimeline')}</a>
            </p>
          </RailSection>
          <RailSection id="follow" title={t('dossier.follow')}>
            <p>
              <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'actors', id })} />
            </p>
          </RailSection>
          <Citation
            reader={reading}
            what={t('unit.of', { label: t('position.actor'), text: name })}
            query={range}
            rail
          />
        </aside>
      </div>
    </>
  )
}
