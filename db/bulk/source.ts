import type { Db } from '@/db/dialect'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import type { Place } from '@/lib/bulk/table'
import type { Day, Dossier } from '@/lib/model'
import type { Compiled } from '@/lib/policy'

/** What is had in bulk: an edition of one dossier, or of all. */
export interface BulkSource {
  db: Db
  place: Place
  edition: number
  /** The one dossier; undefined: all of the site. */
  dossier: string | undefined
  /** The dossiers themselves, in the order of the site. */
  dossiers: readonly Dossier[]
  /** A dossier at the edition, ready for asking. */
  compile(dossier: string): Promise<Compiled>
  /** The day of the edition in a time zone. */
  dayIn(zone: string): Day
  /** Reports, and what they tell, narrowed as a timeline is, and then in its order. */
  filter?: TimelineFilter | undefined
}
