import { Conditions } from '@/app/_components/differences/MovedTable'
import { HistoryTable } from '@/app/_components/over-time/HistoryTable'
import { Citation, CitationLinks } from '@/app/_components/page/Citation'
import { EmbedThis } from '@/app/_components/page/EmbedThis'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { LinkedData } from '@/app/_components/page/LinkedData'
import { MailLink } from '@/app/_components/page/MailLink'
import { RailSection, Section } from '@/app/_components/page/Section'
import { RelatedReports } from '@/app/_components/reports/RelatedReports'
import { lanesOf } from '@/app/_components/rule/lanes'
import { Norm } from '@/app/_components/rule/Norm'
import { RuleLife } from '@/app/_components/rule/RuleLife'
import { rowsOfRule } from '@/app/_components/rule/rule-history'
import { Words } from '@/app/_components/words/Words'
import { citedRule } from '@/app/_reader/cited'
import { hrefTo, withQuery } from '@/app/_reader/reading'
import { requireRecord } from '@/app/_reader/require-record'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOfRecord } from '@/app/[locale]/_frame/head-tags'
import { altOf } from '@/app/[locale]/_frame/picture-parts'
import { calendarFile } from '@/lib/addresses/names'
import { pages } from '@/lib/addresses/pages'
import { folderOf } from '@/lib/feeds/followed'
import { ruleNode } from '@/lib/linked-data'
import { changesOfRule, firstDay, publishedDate, say } from '@/lib/model'
import { countCases, dayAsTold, findRule, forecastsAt, momentAt, statusOf, stepsOf } from '@/lib/policy'
import { headOfRule, ruleInWords } from './_parts/RuleCard'
import { RuleBasis, RuleLinks } from './_parts/RuleLinks'
import { RuleNext } from './_parts/RuleNext'
import { RulePending } from './_parts/RulePending'

const mostReports = 30

export const generateMetadata = dossierMetadata(pages.rule, (reading, { id }) => {
  const rule = requireRecord(reading, 'rule', reading.records.rules, id)
  return {
    title: say(rule.title, reading.locale).text,
    description: ruleInWords(reading, rule),
    picture: { at: 'beside', alt: altOf(reading, headOfRule(reading, rule)) },
    feeds: [feedOfRecord(reading, 'rules', rule)],
    cited: citedRule(reading, rule),
  }
})

export default dossierPage(pages.rule, async (reading, { id }) => {
  const { locale, t, dossier, records, compiled, today } = reading
  const rule = requireRecord(reading, 'rule', records.rules, id)
  const moment = momentAt(compiled, { on: today })
  const status = statusOf(moment, id)
  const since = status && dayAsTold(compiled, status.since, { rule: id, change: status.change })
  const decided = status && stepsOf(moment, status.change).findLast(({ stage }) => stage === 'decided')?.move.date
  const found = findRule(compiled, id)
  const rows = rowsOfRule(compiled, id, moment)
  const changes = new Set(changesOfRule(records.changes, id))
  const expected = forecastsAt(moment).filter(
    ({ state, change: { change } }) => (state === 'open' || state === 'overdue') && changes.has(change.id),
  )
  // What is only about other rules of the same change is no evidence here.
  const reports = records.reports.filter(
    ({ effects, published }) =>
      firstDay(publishedDate(published, dossier.timeZone)) <= today &&
      effects.some(({ change, rules }) => changes.has(change) && (rules === undefined || rules.includes(id))),
  )
  return (
    <>
      <LinkedData reader={reading} tell={(told) => ruleNode(rule, dossier, { since, decided }, told)} />
      <Head kicker={t('rule.kicker')} title={<Words text={rule.title} locale={locale} />} small>
        <Norm reading={reading} rule={rule} moment={moment} />
        {rule.kind === 'duty' && <p className="label">{t('rule.duty')}</p>}
        {status && status.conditions.length > 0 && <Conditions reading={reading} conditions={status.conditions} />}
        <RuleNext reading={reading} rule={id} moment={moment} />
      </Head>
      <div className="columns">
        <div>
          <Section id="history" title={t('rule.history')}>
            {rows.length > 0 ? (
              <>
                <RuleLife
                  reading={reading}
                  lanes={found ? lanesOf(moment, found) : []}
                  rows={rows}
                  what={say(rule.title, locale).text}
                />
                <HistoryTable reading={reading} rows={rows} />
              </>
            ) : (
              <p className="soft">{t('rule.noHistory')}</p>
            )}
          </Section>
          <Section id="pending" title={t('rule.pending')}>
            <RulePending reading={reading} rule={id} moment={moment} expected={expected} />
          </Section>
          <Section
            id="reports"
            title={t('rule.reports')}
            aside={
              <p className="label">
                <a href={withQuery(hrefTo(reading, 'timeline'), { rule: id })}>{t('rule.reportsFeed')}</a>
              </p>
            }
          >
            <RelatedReports reading={reading} reports={newestFirst(reports).slice(0, mostReports)} />
            {reports.length > mostReports && (
              <p className="label">
                <a href={withQuery(hrefTo(reading, 'timeline'), { rule: id })}>
                  {t('dossier.allReports', { count: reports.length })}
                </a>
              </p>
            )}
          </Section>
        </div>
        <aside className="rail">
          <RailSection id="follow" title={t('dossier.follow')}>
            <p>
              <FeedLinks reader={reading} folder={folderOf({ dossier: dossier.id, folder: 'rules', id })} /> ·{' '}
              <a href={`/${locale}/${dossier.id}/rules/${id}/${calendarFile}`}>{t('calendar.file')}</a>
            </p>
            {reading.hasMail && (
              <p>
                <MailLink reader={reading} what={folderOf({ dossier: dossier.id, folder: 'rules', id })} />
              </p>
            )}
          </RailSection>
          <RuleLinks reading={reading} rule={rule} />
          {rule.basis.length > 0 && <RuleBasis reading={reading} rule={rule} />}
          <RailSection id="cases" title={t('ask.breakdownCases')}>
            <p>{t('rule.cases', { count: countCases(compiled, rule.scope) })}</p>
            {rule.note && (
              <p className="label">
                <Words text={rule.note} locale={locale} />
              </p>
            )}
          </RailSection>
          <Citation
            reader={reading}
            what={t('unit.of', { label: t('rule.kicker'), text: say(rule.title, locale).text })}
            rail
          >
            <CitationLinks reading={reading} parts={['rules', id]} />
          </Citation>
          <EmbedThis reader={reading} part="rule" what={say(rule.title, locale).text} />
        </aside>
      </div>
    </>
  )
})

const newestFirst = <R extends { published: string }>(reports: readonly R[]): R[] =>
  [...reports].sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
