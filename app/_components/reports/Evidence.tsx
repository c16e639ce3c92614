import { Fragment } from 'react'
import { StageMark } from '@/app/_components/words/Ladder'
import { Quoted } from '@/app/_components/words/Quoted'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { type Day, firstDay, headingOf, publishedDate } from '@/lib/model'
import type { CompiledEffect } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { AttributionLine } from './Attribution'
import { Sourcing } from './ReportLink'
import { StepTaken } from './StepTaken'

interface ListProps {
  reading: Reading
  /** The weightiest first. */
  effects: readonly CompiledEffect[]
  /** The day asked about: what was reported after it is marked. */
  on?: Day | undefined
  /** So many are listed at most, where there are several lists on a page. */
  most?: number
}

/** Effects with their quotes and who is behind them; of very many the weightiest, and where all of them are. */
export const EvidenceList = ({ reading, effects, on, most = mostListed }: ListProps) => {
  const listed = effects.slice(0, Math.max(mostOpen, most))
  const more = listed.slice(mostOpen)
  return (
    <>
      <Items reading={reading} effects={listed.slice(0, mostOpen)} on={on} />
      {more.length > 0 && (
        <details className="fold more-evidence">
          <summary>{reading.t('ask.moreEvidence', { count: more.length })}</summary>
          <Items reading={reading} effects={more} on={on} />
        </details>
      )}
      {effects.length > listed.length && <LeftOut reading={reading} effects={effects.slice(listed.length)} />}
    </>
  )
}

/** So many reports stand open; the others behind a line that says how many they are. */
const mostOpen = 6
/** So many are listed: a change of a large dossier has thousands, which are a timeline of their own. */
export const mostListed = 60
/** Changes of which the timelines are named. */
const mostNamed = 5

const LeftOut = ({ reading, effects }: ListProps) => (
  <p className="soft">
    {reading.t('ask.evidenceLeftOut', { count: effects.length })}{' '}
    {[...new Set(effects.map(({ effect }) => effect.change))].slice(0, mostNamed).map((change, at) => (
      <Fragment key={change}>
        {at > 0 && reading.t('unit.separator')}
        <a href={withQuery(hrefTo(reading, 'timeline'), { change })}>
          <ChangeTitle reading={reading} id={change} />
        </a>
      </Fragment>
    ))}
  </p>
)

/** What a change is called; its id where it is not there. */
export const ChangeTitle = ({ reading: { records, locale }, id }: Pick<ListProps, 'reading'> & { id: string }) => {
  const change = records.changes.find((candidate) => candidate.id === id)
  return change ? <Words text={change.title} locale={locale} /> : id
}

const Items = ({ reading, effects, on }: ListProps) => (
  <ul className="evidence">
    {effects.map((effect) => (
      <li key={`${effect.report.id} ${effect.position}`}>
        <EvidenceItem reading={reading} evidence={effect} on={on} />
      </li>
    ))}
  </ul>
)

interface ItemProps {
  reading: Reading
  evidence: CompiledEffect
  /** Left out where the stage stands beside it. */
  stage?: boolean
  on?: Day | undefined
}

/** One effect as evidence: the quote where there is one, else the headline. */
export function EvidenceItem({ reading, evidence: { report, effect }, stage = true, on }: ItemProps) {
  const { locale, t, dossier } = reading
  const links = effect.attribution.length > 0 ? effect.attribution : report.attribution
  const date = publishedDate(report.published, dossier.timeZone)
  return (
    <>
      {effect.quote && <Quoted quote={effect.quote} block />}
      <p className="evidence-title">
        <a href={hrefTo(reading, 'reports', report.id)}>
          <Words text={headingOf(report)} locale={locale} />
        </a>
        {t('unit.separator')}
        <time dateTime={date}>{formatDate(date, locale)}</time>{' '}
        {stage &&
          (effect.kind === 'moves' && effect.stage ? (
            <StageMark stage={effect.stage} reading={reading} />
          ) : (
            <span className="soft">{t(`effectOn.${effect.kind}`)}</span>
          ))}
        <StepTaken reading={reading} effect={effect} />
        {effect.certainty !== 'said' && <span className="soft"> · {t(`certainty.${effect.certainty}`)}</span>}
        {on && firstDay(date) > on && <span className="soft"> · {t('ask.reportedLater')}</span>}
        <Sourcing report={report} t={t} />
      </p>
      <AttributionLine reading={reading} report={report} links={links} />
    </>
  )
}
