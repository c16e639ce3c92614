import { ChangeAlterations } from '@/app/_components/ChangeAlterations'
import { ChangeSteps } from '@/app/_components/ChangeSteps'
import { Citation } from '@/app/_components/Citation'
import { Contradictions } from '@/app/_components/Contradictions'
import { EvidenceList } from '@/app/_components/Evidence'
import { Expectations } from '@/app/_components/Expectations'
import { FeedLinks } from '@/app/_components/FeedLinks'
import { Head } from '@/app/_components/Head'
import { StageMark } from '@/app/_components/Ladder'
import { Positions } from '@/app/_components/Positions'
import { hrefTo, type Reading, withQuery } from '@/app/_components/reading'
import { recordFeed } from '@/app/_components/recordFeed'
import { requireRecord } from '@/app/_components/requireRecord'
import { RailSection, Section } from '@/app/_components/Section'
import { StanceChart } from '@/app/_components/StanceChart'
import { Words } from '@/app/_components/Words'
import { database } from '@/db/client'
import { reportsWithPositions } from '@/db/queries/report'
import { pages } from '@/lib/addresses/pages'
import { folderOf } from '@/lib/feeds/followed'
import { say } from '@/lib/model'
import { type CompiledChange, contradictionsOf, forecastsAt, lifeOf, momentAt } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/text/dates'
import { dossierMetadata, dossierPage } from '../../../document'

export const dynamic = 'force-dynamic'

export const generateMetadata = dossierMetadata(pages.change, (reading, { id }) => {
  const change = requireRecord(reading, 'change', reading.records.changes, id)
  return { title: say(change.title, reading.locale).text, feeds: [recordFeed(reading, 'changes', change)] }
})

export default dossierPage(pages.change, async (reading, { id }) => {
  const { locale, t, dossier, records, compiled, today } = reading
  const record = requireRecord(reading, 'change', records.changes, id)
  const change = compiled.changes[compiled.changeIndex.get(id) ?? -1] as CompiledChange
  const { db } = await database()
  const reports = await reportsWithPositions(db, dossier.id, { change: id, edition: reading.pinned.edition })
  const stands = reports.flatMap((report) =>
    report.positions.filter((position) => position.change === id).map((position) => ({ report, position })),
  )
  const forecasts = forecastsAt(momentAt(compiled, { on: today })).filter((one) => one.change === change)
  const contradictions = contradictionsOf(momentAt(compiled, { on: today }), change)
  const others = change.effects.filter(({ effect }) => effect.kind !== 'moves')
  return (
    <>
      <Head kicker={t('change.kicker')} title={<Words text={record.title} locale={locale} />} small>
        <Standing reading={reading} id={id} />
        {record.note && (
          <p className="standfirst">
            <Words text={record.note} locale={locale} />
          </p>
        )}
      </Head>
      <div className="columns">
        <div>
          <Section id="steps" title={t('change.steps')}>
            <ChangeSteps reading={reading} change={change} today={today} />
          </Section>
          <Section id="alterations" title={t('change.alterations')}>
            <ChangeAlterations reading={reading} change={change} />
          </Section>
          {stands.length > 0 && (
            <Section id="positions" title={t('change.positions')}>
              <StanceChart reading={reading} stands={stands} what={say(record.title, locale).text} />
              <Positions reading={reading} stands={stands} caption={t('change.positions')} />
            </Section>
          )}
          {forecasts.length > 0 && (
            <Section id="expectations" title={t('change.expectations')}>
              <Expectations
                reading={reading}
                forecasts={forecasts}
                caption={t('change.expectations')}
                without="change"
              />
            </Section>
          )}
          {contradictions.length > 0 && (
            <Section id="contradictions" title={t('change.contradictions')}>
              <Contradictions reading={reading} contradictions={contradictions} />
            </Section>
          )}
          {others.length > 0 && (
            <Section id="also" title={t('change.otherEffects')}>
              <EvidenceList reading={reading} effects={others} />
            </Section>
          )}
        </div>
        <aside className="rail">
          <RailSection id="reports" title={t('change.reports')}>
            <p>
              <a href={withQuery(hrefTo(reading, 'timeline'), { change: id })}>{t('change.reportsFeed')}</a>
            </p>
          </RailSection>
          <RailSection id="follow" title={t('dossier.follow')}>
            <p>
              <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'changes', id })} />
            </p>
          </RailSection>
          <Citation reader={reading} what={`${t('change.kicker')}: ${say(record.title, locale).text}`} rail />
        </aside>
      </div>
    </>
  )
})

function Standing({ reading, id }: { reading: Reading; id: string }) {
  const { locale, t, compiled, today } = reading
  const life = lifeOf(momentAt(compiled, { on: today }), id)
  if (!life) return <p className="standfirst">{t('change.notYet', { date: formatDate(today, locale) })}</p>
  return (
    <p className="standing">
      <StageMark stage={life.stage} locale={locale} />{' '}
      <span className="soft">
        {t('report.stageOn', {
          inForce: life.stage === 'in_force' ? 'yes' : 'no',
          date: formatDate(life.last?.effect.on ?? life.on, locale),
          on: formatOn(life.last?.effect.on ?? life.on, locale),
        })}
      </span>
    </p>
  )
}
