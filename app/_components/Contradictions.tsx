import type { Contradiction } from '@/lib/text/contradiction'
import { formatDate } from '@/lib/text/dates'
import { EvidenceList } from './Evidence'
import { publisherOf } from './Positions'
import { hrefTo, type Reading } from './reading'

/** Where reports disagree, both sides. */
export function Contradictions({
  reading,
  contradictions,
}: {
  reading: Reading
  contradictions: readonly Contradiction[]
}) {
  const { locale, t } = reading
  return (
    <ul className="index-list">
      {contradictions.map((contradiction) =>
        contradiction.kind === 'dates' ? (
          <li key={contradiction.stage}>
            <p>{t('change.contradictionDates', { stage: t(`stage.${contradiction.stage}`) })}</p>
            <ul>
              {contradiction.moves.map(({ report, effect, on, position }) => (
                <li key={`${report.id} ${position}`}>
                  {formatDate(effect.on ?? on, locale)}:{' '}
                  <a href={hrefTo(reading, 'reports', report.id)}>{publisherOf(reading, report)}</a>
                </li>
              ))}
            </ul>
          </li>
        ) : (
          <li key="disputed">
            <p>{t('change.contradictionDisputed')}</p>
            <EvidenceList reading={reading} effects={contradiction.effects} />
          </li>
        ),
      )}
    </ul>
  )
}
