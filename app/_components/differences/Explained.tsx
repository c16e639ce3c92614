import { MovedTable } from '@/app/_components/differences/MovedTable'
import { EvidenceList } from '@/app/_components/reports/Evidence'
import { Directions } from '@/app/_components/words/Direction'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Assumed } from '@/lib/api/assumed'
import type { ExplainedDifferences } from '@/lib/policy'

const mostRows = 24
const mostFolded = 300
const fewChanges = 12
const mostEvidence = 6
const mostEvidenceListed = 60

/** The answers that one change moved, and what it rests on. */
interface Props {
  reading: Reading
  group: ExplainedDifferences
  /** How many changes are told of beside this one: of many each is told more briefly. */
  among: number
  assumed: readonly Assumed[]
}

export function Explained({ reading, group, among, assumed }: Props) {
  const { t, records } = reading
  const { change: id, count, nexts: ahead, differences, directions, evidence } = group
  const change = records.changes.find((candidate) => candidate.id === id)
  const heading = `change-${id ?? 'none'}`
  return (
    <section className="section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>
          {change ? <ChangeLink reading={reading} change={change} /> : (id ?? t('compare.noChange'))}
        </h2>
        <p className="label">
          {assumed.some((one) => one.change === id) && <strong>{t('compare.isAssumed')} · </strong>}
          <Directions reading={reading} directions={directions} />
        </p>
      </div>
      <MovedTable
        reading={reading}
        differences={differences}
        caption={`${t('compare.caption', { count: count - ahead, ahead, both: ahead > 0 && ahead < count ? 'yes' : 'no' })}${count > differences.length ? ` ${t('compare.cut', { shown: differences.length })}` : ''}`}
        most={among > fewChanges ? Math.ceil(mostRows / 4) : mostRows}
        folding={Math.floor(mostFolded / Math.max(1, among))}
      />
      {evidence.length > 0 && (
        <details className="fold" open={evidence.length <= mostEvidence}>
          <summary>{t('compare.evidence', { count: evidence.length })}</summary>
          <EvidenceList reading={reading} effects={evidence.slice(0, mostEvidenceListed)} />
        </details>
      )}
    </section>
  )
}
