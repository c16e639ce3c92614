import { createHash } from 'node:crypto'
import { desc, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { eventRecords, events } from '@/db/schema'
import type { EventDataOf, EventKind } from '@/lib/events/event'
import type { Day, Instant } from '@/lib/model'
import { inChunks } from '../../chunks'
import { keyText, type RecordKey } from '../../key'
import { insertRows } from '../publish/insert-rows'

/** An event before it is written; `is` with its kind is what makes it the one event that it is. */
export type NewEvent = { [Kind in EventKind]: NewEventOf<Kind> }[EventKind]

interface NewEventOf<Kind extends EventKind> {
  kind: Kind
  is: string
  dossier: string
  data: EventDataOf[Kind]
  /** What it concerns. */
  records: RecordKey[]
}

/** What makes events happen: a publication, or a day that has come. */
export interface Cause {
  edition: number
  day: Day | null
  at: Instant
}

/** The id of an event: the same on every node, and for ever. */
export const eventId = (kind: EventKind, is: string): string =>
  createHash('sha256').update(`${kind} ${is}`).digest('hex').slice(0, 32)

/**
 * Writes events behind all that there are, in their order; one that is written already stays as it is. To be called by whoever
 * holds the head (`lockHead`): that is how places follow each other.
 */
export async function writeEvents(
  tx: Tx,
  given: readonly NewEvent[],
  { edition, day, at: asked }: Cause,
): Promise<void> {
  const unique = new Map(given.map((event) => [eventId(event.kind, event.is), event]))
  for (const chunk of inChunks([...unique.keys()]))
    for (const { id } of await tx.select({ id: events.id }).from(events).where(inArray(events.id, chunk)))
      unique.delete(id)
  if (unique.size === 0) return
  const [last] = await tx
    .select({ place: events.place, at: events.at })
    .from(events)
    .orderBy(desc(events.place))
    .limit(1)
  const at = last && last.at > asked ? last.at : asked
  let place = last?.place ?? 0
  const rows = [...unique].map(([id, { kind, dossier, data, records }]) => {
    place++
    return {
      event: { id, place, kind, dossier, edition, day, at, updatedAt: at, data },
      records: concerned(records, place),
    }
  })
  for (const chunk of inChunks(rows)) {
    await insertRows(
      tx,
      events,
      chunk.map(({ event }) => event),
    )
    await insertRows(
      tx,
      eventRecords,
      chunk.flatMap(({ records }) => records),
    )
  }
}

const concerned = (records: readonly RecordKey[], place: number) =>
  [...new Map(records.map((key) => [keyText(key), key])).values()].map(({ kind, dossier, id }) => ({
    ...{ kind, dossier, id },
    place,
  }))

/** Notes that what some events tell of has another text; those that are not there are none. */
export async function touchEvents(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
  for (const chunk of inChunks([...ids]))
    await tx.update(events).set({ updatedAt: at }).where(inArray(events.id, chunk))
}
