import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { Positions } from '@/app/_components/reports/Positions'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOfRecord } from '@/app/[locale]/_frame/head-tags'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { reportsWithPositions } from '@/db/queries/report'
import { pages } from '@/lib/addresses/pages'
import { folderOf } from '@/lib/feeds/followed'
import { type Actor, say } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

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

export default dossierPage(pages.actors, async (reading) => {
  const { locale, t, dossier, records } = reading
  const { db } = await database()
  const reports = await reportsWithPositions(db, dossier.id, { edition: reading.pinned.edition })
  const actors = records.actors
    .map((actor) => ({
      actor,
      stands: reports.flatMap((report) =>
        report.positions.filter((position) => position.actor === actor.id).map((position) => ({ report, position })),
      ),
    }))
    .filter(({ stands }) => stands.length > 0)
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('actors.title')} small>
        <p className="standfirst">{t('actors.intro')}</p>
      </Head>
      {actors.map(({ actor, stands }) => (
        <Section
          key={actor.id}
          id={actor.id}
          title={<Words text={actor.name} locale={locale} />}
          aside={
            <p className="label">
              {t(`actorKind.${actor.kind}`)} · <BelongsTo reading={reading} actor={actor} />
              <a href={withQuery(hrefTo(reading, 'timeline'), { actor: actor.id })}>{t('actors.inTimeline')}</a> ·{' '}
              <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'actors', id: actor.id })} />
            </p>
          }
        >
          <Positions
            reading={reading}
            stands={stands}
            caption={t('actors.caption', { who: say(actor.name, locale).text })}
            on
            actor={false}
          />
        </Section>
      ))}
    </>
  )
})

/** The party of a person, or parties over time. */
function BelongsTo({ reading: { t, locale, records }, actor: { of = [] } }: { reading: Reading; actor: Actor }) {
  return of.map(({ actor: id, from, until }) => {
    const party = records.actors.find((one) => one.id === id)
    return (
      <span key={`${id} ${from}`}>
        {t.rich('actors.of', {
          times: from && until ? 'between' : from ? 'from' : until ? 'until' : 'always',
          who: () => (party ? <Words text={party.name} locale={locale} /> : id),
          from: from ? formatDate(from, locale) : '',
          until: until ? formatDate(until, locale) : '',
        })}
        {' · '}
      </span>
    )
  })
}
