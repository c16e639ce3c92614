import type { EditionSummary } from '@/lib/events/edition-summary'
import { isSameRecord } from '@/lib/model'
import type { RecordKey } from '../../key'
import type { NewIds } from './new-ids'

interface Placed {
  key: RecordKey
}

/**
 * What an edition changes, counted: each record that comes, goes or says something else. What only stands in a dossier that got another id is
 * neither gone nor new.
 */
export function summaryOf({
  ids,
  ...all
}: {
  steps: readonly Placed[]
  moved: readonly Placed[]
  ids: NewIds
}): EditionSummary {
  const touched = new Set([...all.steps, ...all.moved].map(({ key }) => key.dossier).filter((id) => id !== ''))
  const summary: EditionSummary = { dossiers: [...touched].sort(), records: {} }
  for (const { key, before, next } of ids.steps) {
    if (before && next && isSameRecord(before, next)) continue
    const tally = summary.records[key.kind] ?? { created: 0, updated: 0, removed: 0 }
    tally[next === null ? 'removed' : before ? 'updated' : 'created']++
    summary.records[key.kind] = tally
  }
  return summary
}
