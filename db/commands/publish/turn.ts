import type { AnyRecord, DossierRecords, Source } from '@/lib/model'
import type { RecordKey } from '../../key'

/** What an edition changed, and what then was public of the dossiers it touched. */
export interface Turn {
  edition: number
  steps: readonly { key: RecordKey; before: { data: AnyRecord } | null; next: AnyRecord | null }[]
  dossiers: readonly DossierRecords[]
  sources: readonly Source[]
  /** Those whose own records change, as they were, where that is known: of one that is not among them the database is asked. */
  before?: ReadonlyMap<string, DossierRecords>
  /** The revision that each record is at, by `keyText`; of one that did not change it may be missing. */
  revisions: ReadonlyMap<string, number>
}
