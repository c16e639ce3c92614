import type { AnyRecord, DossierRecords, Source } from '@/lib/model'
import type { RecordKey } from '../../key'

/** What an edition changed, and what then was public of the dossiers it touched. */
export interface Turn {
  edition: number
  steps: readonly { key: RecordKey; before: { data: AnyRecord } | null; next: AnyRecord | null }[]
  dossiers: readonly DossierRecords[]
  sources: readonly Source[]
  /** The revision that each record is at, by `keyText`. */
  revisions: ReadonlyMap<string, number>
}
