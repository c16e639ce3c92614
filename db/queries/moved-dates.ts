import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { eventRecords, events } from '@/db/schema'
import type { EventOf } from '@/lib/events/event'
import { presentDossier } from './records/former-dossier'

/** A date that was moved: of which change, of its stage or of its rules. */
export type MovedDate = Pick<EventOf<'postponed'>['data'], 'change' | 'stage' | 'rules'>

/** Every time that a date of some changes of a dossier was moved, in the order in which that came to be told. */
export async function listMovedDates(db: Db, dossier: string, changes: readonly string[]): Promise<MovedDate[]> {
  if (changes.length === 0) return []
  const rows = await db
    .select({ data: events.data })
    .from(eventRecords)
    .innerJoin(events, eq(events.place, eventRecords.place))
    .where(
      and(
        eq(eventRecords.kind, 'change'),
        eq(eventRecords.dossier, await presentDossier(db, dossier)),
        inArray(eventRecords.id, [...changes]),
        eq(events.kind, 'postponed'),
      ),
    )
    .orderBy(events.place)
  return rows.map(({ data }) => data as EventOf<'postponed'>['data'])
}
