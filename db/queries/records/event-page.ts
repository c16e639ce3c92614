import { and, asc, desc, eq, exists, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import { alias, type Db } from '@/db/dialect'
import { eventRecords, events } from '@/db/schema'
import type { EventKind, StoredEvent } from '@/lib/events/event'
import { type RecordKey, recordKey } from '../../key'
import { eventColumns } from '../event'
import { atMost } from '../limit'
import { presentDossier } from './former-dossier'

const other = alias(eventRecords, 'other')

export interface EventsToList {
  dossier?: string | undefined
  kinds?: readonly EventKind[] | undefined
  /** Those that concern all of these. */
  records: readonly RecordKey[]
  /** With editions up to this one, or days that came when one of them stood. */
  edition: number
  /** Of editions after this one, and then the oldest first; null: the newest first. */
  since: number | null
  /** Only those behind a place. */
  behind: number | null
  limit: number
}

/**
 * Events by their places, along the index of the first record that they concern, of the dossier, or of all.
 */
export async function listEventPage(db: Db, asked: EventsToList): Promise<StoredEvent[]> {
  const { kinds, edition, since, limit } = asked
  const dossier = asked.dossier === undefined ? undefined : await presentDossier(db, asked.dossier)
  const behind = since !== null && asked.behind === null ? await lastPlaceOf(db, since) : asked.behind
  const [first, ...others] = await Promise.all(
    asked.records.map(async (key) => recordKey(key.kind, await presentDossier(db, key.dossier), key.id)),
  )
  const place = first ? eventRecords.place : events.place
  const isForward = since !== null
  const concerns = (key: RecordKey) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(other)
        .where(
          and(
            eq(other.kind, key.kind),
            eq(other.dossier, key.dossier),
            eq(other.id, key.id),
            eq(other.place, events.place),
          ),
        ),
    )
  const within = and(
    first && eq(eventRecords.kind, first.kind),
    first && eq(eventRecords.dossier, first.dossier),
    first && eq(eventRecords.id, first.id),
    ...others.map(concerns),
    dossier === undefined ? undefined : eq(events.dossier, dossier),
    kinds && inArray(events.kind, [...kinds]),
    lte(events.edition, edition),
    behind === null ? undefined : isForward ? gt(place, behind) : lt(place, behind),
  )
  const order = isForward ? asc(place) : desc(place)
  const found = first
    ? await db
        .select(eventColumns)
        .from(eventRecords)
        .innerJoin(events, eq(events.place, eventRecords.place))
        .where(within)
        .orderBy(order)
        .limit(atMost(limit))
    : await db.select(eventColumns).from(events).where(within).orderBy(order).limit(atMost(limit))
  return found as StoredEvent[]
}

/** The place of the last event that came while an edition or one before it stood; 0 where none did. Places rise with editions. */
async function lastPlaceOf(db: Db, edition: number): Promise<number> {
  const [last] = await db
    .select({ place: events.place })
    .from(events)
    .where(lte(events.edition, edition))
    .orderBy(desc(events.edition), desc(events.place))
    .limit(atMost(1))
  return last?.place ?? 0
}
