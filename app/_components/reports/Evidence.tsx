import { StageMark } from '@/app/_components/words/Ladder'
import { Quoted } from '@/app/_components/words/Quoted'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
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
}

/** Effects with their quotes and who is behind them. */
export const EvidenceList = ({ reading, effects, on }: ListProps) => {
  const more = effects.slice(mostOpen)
  return (
    <>
      <Items reading={reading} effects={effects.slice(0, mostOpen)} on={on} />
      {more.length > 0 && (
        <details className="fold more-evidence">
          <summary>{reading.t('ask.moreEvidence', { count: more.length })}</summary>
          <Items reading={reading} effects={more} on={on} />
        </details>
      )}
    </>
  )
}

/** So many reports stand open; the others behind a line that says how many they are. */
const mostOpen = 6

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
