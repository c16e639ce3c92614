import type { ExplainedDifferences } from '@/lib/policy'
import { Directions } from './Direction'
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
