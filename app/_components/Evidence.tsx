import { publishedDate } from '@/lib/model'
import type { CompiledEffect } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { AttributionLine } from './Attribution'
import { StageMark } from './Ladder'
import { Sourcing } from './ReportLink'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

/** Effects with their quotes and who is behind them; those with a quote first, then the latest. */
export const EvidenceList = ({ reading, effects }: { reading: Reading; effects: readonly CompiledEffect[] }) => (
  <ul className="evidence">
    {byWeight(effects).map((effect) => (
      <li key={`${effect.report.id} ${effect.position}`}>
        <EvidenceItem reading={reading} evidence={effect} />
      </li>
    ))}
  </ul>
)

interface ItemProps {
  reading: Reading
  evidence: CompiledEffect
  /** Left out where the stage stands beside it. */
  stage?: boolean
}

/** One effect as evidence: the quote where there is one, else the headline. */
export function EvidenceItem({ reading, evidence: { report, effect }, stage = true }: ItemProps) {
  const { locale, t, dossier } = reading
  const links = effect.attribution.length > 0 ? effect.attribution : report.attribution
  const date = publishedDate(report.published, dossier.timeZone)
  return (
    <>
      {effect.quote && (
        <blockquote className="quote" lang={effect.quote.language}>
          {effect.quote.text}
        </blockquote>
      )}
      <p className="evidence-title">
        <a href={hrefTo(reading, 'reports', report.id)}>
          <Words text={report.headline} locale={locale} />
        </a>
        {', '}
        <time dateTime={date}>{formatDate(date, locale)}</time>{' '}
        {stage &&
          (effect.kind === 'moves' && effect.stage ? (
            <StageMark stage={effect.stage} locale={locale} />
          ) : (
            <span className="soft">{t(`effectOn.${effect.kind}`)}</span>
          ))}
        {effect.certainty !== 'said' && <span className="soft"> · {t(`certainty.${effect.certainty}`)}</span>}
        <Sourcing report={report} t={t} />
      </p>
      <AttributionLine reading={reading} report={report} links={links} />
    </>
  )
}

const byWeight = (effects: readonly CompiledEffect[]) =>
  [...effects].reverse().sort((a, b) => Number(b.effect.quote !== undefined) - Number(a.effect.quote !== undefined))
