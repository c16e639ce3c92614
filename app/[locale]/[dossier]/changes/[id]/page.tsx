import { Deferrals } from '@/app/_components/over-time/Deferrals'
import { Expectations } from '@/app/_components/over-time/Expectations'
import { rangeOfStands, StanceChart, StanceKey } from '@/app/_components/over-time/StanceChart'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { MailLink } from '@/app/_components/page/MailLink'
import { RailSection, Section } from '@/app/_components/page/Section'
import { Contradictions } from '@/app/_components/reports/Contradictions'
import { EvidenceList } from '@/app/_components/reports/Evidence'
import { PositionFiles } from '@/app/_components/reports/PositionFiles'
import { Positions } from '@/app/_components/reports/Positions'
import { StageMark } from '@/app/_components/words/Ladder'
import { Words } from '@/app/_components/words/Words'
import { citedChange } from '@/app/_reader/cited'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { requireRecord } from '@/app/_reader/require-record'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOfRecord } from '@/app/[locale]/_frame/head-tags'
import { altOf } from '@/app/[locale]/_frame/picture-parts'
import { calendarFile } from '@/lib/addresses/names'
import { pages } from '@/lib/addresses/pages'
import { folderOf } from '@/lib/feeds/followed'
import { changeNode } from '@/lib/linked-data'
import { say } from '@/lib/model'
import {
  type CompiledChange,
  contradictionsOf,
  deferralsOf,
  findChange,
  forecastsAt,
  lifeOf,
  momentAt,
  type Stand,
  standsOf,
  unsettledChanges,
} from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { appliedIn } from './_parts/applied'
import { ChangeAlterations } from './_parts/ChangeAlterations'
import { changeCard, changeInWords } from './_parts/ChangeCard'
import { ChangeSteps } from './_parts/ChangeSteps'
import { Concerns } from './_parts/Concerns'

const fewestDrawn = 3

export const generateMetadata = dossierMetadata(pages.change, (reading, { id }) => {
  const change = requireRecord(reading, 'change', reading.records.changes, id)
  return {
    title: say(change.title, reading.locale).text,
    description: changeInWords(reading, change),
    picture: { at: 'beside', alt: altOf(reading, changeCard(reading, change)) },
    feeds: [feedOfRecord(reading, 'changes', change)],
    cited: citedChange(reading, change),
  }
})

export default dossierPage(pages.change, async (reading, { id }) => {
  const { locale, t, dossier, records, compiled, today } = reading
  const record = requireRecord(reading, 'change', records.changes, id)
  const change = findChange(compiled, id) as CompiledChange
  const stands = standsOf(records, { change: id })
  const forecasts = forecastsAt(momentAt(compiled, { on: today })).filter((one) => one.change === change)
  const contradictions = contradictionsOf(momentAt(compiled, { on: today }), change)
  const deferrals = deferralsOf(momentAt(compiled, { on: today })).filter((one) => one.change === id)
  const others = change.effects.filter(({ effect }) => effect.kind !== 'moves')
  return (
    <>
      <LinkedData reader={reading} tell={(told) => changeNode(record, dossier, appliedIn(reading, record), told)} />
      <Head kicker={t('change.kicker')} title={<Words text={record.title} locale={locale} />} small>
        <Standing reading={reading} id={id} />
        {record.note && (
          <p className="standfirst">
            <Words text={record.note} locale={locale} />
          </p>
        )}
        <Concerns reading={reading} change={record} />
      </Head>
      <div className="columns">
        <div>
          <Section id="steps" title={t('change.steps')}>
            <ChangeSteps reading={reading} change={change} today={today} />
          </Section>
          <Section id="alterations" title={t('change.alterations')}>
            <ChangeAlterations reading={reading} change={change} />
          </Section>
          {deferrals.length > 0 && (
            <Section id="deferrals" title={t('deferral.title')}>
              <Deferrals reading={reading} deferrals={deferrals} />
            </Section>
          )}
          {stands.length > 0 && (
            <Section
              id="positions"
              title={t('change.positions')}
              aside={<PositionFiles reading={reading} count={stands.length} asked={{ change: id }} />}
            >
              <Stances reading={reading} stands={stands} what={say(record.title, locale).text} />
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
              <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'changes', id })} /> ·{' '}
              <a href={`/${locale}/${dossier.id}/changes/${id}/${calendarFile}`}>{t('calendar.file')}</a>
            </p>
            {reading.hasMail && (
              <p>
                <MailLink reader={reading} what={folderOf({ dossier: dossier.id, folder: 'changes', id })} />
              </p>
            )}
          </RailSection>
          <Citation
            reader={reading}
            what={t('unit.of', { label: t('change.kicker'), text: say(record.title, locale).text })}
            rail
          >
            <CitationLinks reading={reading} parts={['changes', id]} />
          </Citation>
        </aside>
      </div>
    </>
  )
})

/** A few stances, or those of one date, need no picture: the table says them. */
function Stances({ reading, stands, what }: { reading: Reading; stands: readonly Stand[]; what: string }) {
  const range = rangeOfStands(stands)
  if (!range || stands.length < fewestDrawn) return null
  return (
    <figure>
      <StanceChart reading={reading} stands={stands} what={what} range={range} />
      <figcaption>
        <StanceKey reading={reading} />
      </figcaption>
    </figure>
  )
}

function Standing({ reading, id }: { reading: Reading; id: string }) {
  const { locale, t, compiled, today } = reading
  const life = lifeOf(momentAt(compiled, { on: today }), id)
  const unsettled = unsettledChanges(momentAt(compiled, { on: today })).filter(({ change }) => change.id === id)
  if (!life) return <p className="standfirst">{t('change.notYet', { date: formatDate(today, locale) })}</p>
  return (
    <div className="standing">
      <StageMark stage={life.stage} reading={reading} />{' '}
      <span className="soft">
        {t('report.stageOn', {
          inForce: life.stage === 'in_force' ? 'yes' : 'no',
          date: formatDate(life.date, locale),
          on: formatOn(life.date, locale),
        })}
      </span>
      {unsettled.length > 0 && <UnsettledList reading={reading} changes={unsettled} />}
    </div>
  )
}
