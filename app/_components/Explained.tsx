import { Fragment } from 'react'
import type { Direction, ExplainedDifferences } from '@/lib/policy'
import { DirectionShape } from './Direction'
import { EvidenceList } from './Evidence'
import { MovedTable } from './MovedTable'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

const mostRows = 24
const mostEvidence = 6

/** The answers that one change moved, and what it rests on. */
export function Explained({ reading, group }: { reading: Reading; group: ExplainedDifferences }) {
  const { locale, t, records } = reading
  const { change: id, differences, directions, evidence } = group
  const change = records.changes.find((candidate) => candidate.id === id)
  const heading = `change-${id ?? 'none'}`
  return (
    <section className="section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>
          {change ? (
            <a href={hrefTo(reading, 'changes', change.id)}>
              <Words text={change.title} locale={locale} />
            </a>
          ) : (
            (id ?? t('compare.noChange'))
          )}
        </h2>
        <p className="label">
          <Directions reading={reading} directions={directions} />
        </p>
      </div>
      <MovedTable
        reading={reading}
        differences={differences}
        caption={t('compare.caption', { count: differences.length })}
        most={mostRows}
      />
      {evidence.length > 0 && (
        <details className="fold" open={evidence.length <= mostEvidence}>
          <summary>{t('compare.evidence', { count: evidence.length })}</summary>
          <EvidenceList reading={reading} effects={evidence} />
        </details>
      )}
    </section>
  )
}

/** How many answers move which way. */
export const Directions = ({
  reading: { t },
  directions,
}: {
  reading: Reading
  directions: Partial<Record<Direction, number>>
}) =>
  (Object.entries(directions) as [Direction, number][])
    .sort((a, b) => b[1] - a[1])
    .map(([direction, count]) => (
      <Fragment key={direction}>
        <span className="direction">
          <DirectionShape direction={direction} />
          {t('impact.moves', { direction, count })}
        </span>{' '}
      </Fragment>
    ))
