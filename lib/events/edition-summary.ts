import type { RecordKind } from '@/lib/model'

export interface Tally {
  created: number
  updated: number
  removed: number
}

/** What an edition changed: the dossiers it touched (none for publishers alone), and how many records of each kind. */
export interface EditionSummary {
  dossiers: string[]
  records: Partial<Record<RecordKind, Tally>>
}
