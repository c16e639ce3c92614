import { and, asc, count, desc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { eventRecords, events } from '@/db/schema'
import type { EventKind, StoredEvent } from '@/lib/events/event'
import type { Instant } from '@/lib/model'
import type { RecordKey } from '../key'
import { readPlace } from './cursor'
import { atMost } from './limit'

/** Which events: of the site, or of one dossier, one record, one edition, some kinds; what is left out does not matter. */
export interface EventFilter {
  dossier?: string | undefined
  record?: RecordKey | undefined
  /** Caused by it, days that came while it stood left aside. */
  edition?: number | undefined
  /** Caused by editions after this one, or by days that came when one of them stood. */
  sinceEdition?: number | undefined
  kinds?: readonly EventKind[] | undefined
}

/** A place in a list of events, made by `writePlace`. */
export interface EventPage {
  /** The older ones, from a place on. */
  before?: string | undefined
  /** Those that came to be after a place: for who reads on, oldest first. */
  after?: string | undefined
  limit: number
}

/**
 * Events, the newest first; with `after` those that came to be since, the oldest first, so that nobody who reads on misses one. Throws
 * `BadCursorError` for a place that this program did not make.
 */
export async function listEvents(
  db: Db,
  filter: EventFilter,
  { before, after, limit }: EventPage,
): Promise<StoredEvent[]> {
  const { record } = filter
  const place = record ? eventRecords.place : events.place
  const within = and(
    ...conditionsOf(filter),
    before === undefined ? undefined : lt(place, readPlace(before)),
    after === undefined ? undefined : gt(place, readPlace(after)),
  )
  const order = after === undefined ? desc(place) : asc(place)
  const found = record
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

/** How many events of each kind an edition, a dossier or a record brought. */
export async function countEvents(db: Db, filter: EventFilter): Promise<Partial<Record<EventKind, number>>> {
  const { record } = filter
  const within = and(...conditionsOf(filter))
  const rows = record
    ? await db
        .select(tally)
        .from(eventRecords)
        .innerJoin(events, eq(events.place, eventRecords.place))
        .where(within)
        .groupBy(events.kind)
    : await db.select(tally).from(events).where(within).groupBy(events.kind)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** What came of some editions by themselves, days left aside: how many events of each kind, by the number of the edition. */
export async function countEventsOfEditions(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, Partial<Record<EventKind, number>>>> {
  const found = new Map<number, Partial<Record<EventKind, number>>>()
  if (numbers.length === 0) return found
  const rows = await db
    .select({ edition: events.edition, ...tally })
    .from(events)
    .where(and(inArray(events.edition, [...numbers]), isNull(events.day)))
    .groupBy(events.edition, events.kind)
  for (const { edition, kind, count } of rows) found.set(edition, { ...found.get(edition), [kind]: count })
  return found
}

/** How many events of a kind a dossier ('' : the site) has had. */
export interface EventCount {
  dossier: string
  kind: EventKind
  count: number
}

/** What has happened after an instant, by dossier and kind, in the order of both. */
export const countEventsSince = (db: Db, at: Instant): Promise<EventCount[]> =>
  db
    .select({ dossier: events.dossier, ...tally })
    .from(events)
    .where(gt(events.at, at))
    .groupBy(events.dossier, events.kind)
    .orderBy(asc(events.dossier), asc(events.kind))

const tally = { kind: events.kind, count: count() }

const conditionsOf = ({ dossier, record, edition, sinceEdition, kinds }: EventFilter) => [
  dossier === undefined ? undefined : eq(events.dossier, dossier),
  record && eq(eventRecords.kind, record.kind),
  record && eq(eventRecords.dossier, record.dossier),
  record && eq(eventRecords.id, record.id),
  edition === undefined ? undefined : and(eq(events.edition, edition), isNull(events.day)),
  sinceEdition === undefined ? undefined : gt(events.edition, sinceEdition),
  kinds && inArray(events.kind, [...kinds]),
]

/** What is read of an event. */
export const eventColumns = {
  id: events.id,
  place: events.place,
  kind: events.kind,
  dossier: events.dossier,
  edition: events.edition,
  day: events.day,
  at: events.at,
  updatedAt: events.updatedAt,
  data: events.data,
}
