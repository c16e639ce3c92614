import { index, primaryKey, t, table, unique } from '@/db/dialect'
import { type EventData, eventKinds } from '@/lib/events/event'
import { recordKinds } from '@/lib/model'

/** What subscribers are told (model, section 10): written with the edition that causes it, or for a day that has come. */
export const events = table(
  'events',
  {
    /** Made of what makes it the one event that it is: whoever writes it again writes the same. */
    id: t.id().primaryKey(),
    /** Its place in the order in which events came to be, from 1; whoever has read up to one goes on from there. */
    place: t.int().notNull(),
    kind: t.oneOf(eventKinds).notNull(),
    /** '' : of the site. */
    dossier: t.id().notNull(),
    /** The edition that causes it, or the one that stood when its day came. */
    edition: t.int().notNull(),
    /** The day that has come, in the dossier's zone; null: a publication caused it. */
    day: t.day(),
    /** When it was written; never before the one at the place before. */
    at: t.instant().notNull(),
    /** When the text of what it tells of last changed. */
    updatedAt: t.instant().notNull(),
    data: t.json<EventData>().notNull(),
  },
  (row) => [
    unique('events_in_order').on(row.place),
    index('events_by_time').on(row.at, row.dossier, row.kind),
    index('events_of_dossier').on(row.dossier, row.place),
    // What is told seldom, such as a correction or an answer that moves, is found among reports without end.
    index('events_of_kind').on(row.kind, row.dossier, row.place),
    index('events_of_edition').on(row.edition, row.place),
  ],
)

/** Which records each event concerns: the report and all that it names, the change and the rules that it alters. */
export const eventRecords = table(
  'event_records',
  { kind: t.oneOf(recordKinds).notNull(), dossier: t.id().notNull(), id: t.id().notNull(), place: t.int().notNull() },
  (row) => [
    primaryKey({ columns: [row.kind, row.dossier, row.id, row.place] }),
    index('event_records_of_event').on(row.place, row.kind),
  ],
)

/** The last day of each dossier whose events are written. */
export const eventDays = table('event_days', { dossier: t.id().primaryKey(), day: t.day().notNull() })

/** The id of the one row of `authority`. */
export const siteAuthority = 'site'

/**
 * One row, `site`: in whose name the `tag:` addresses of events are made, from which day on. Made at the first start and kept, so that no
 * address of an event ever changes and no two sites make the same.
 */
export const authority = table('authority', {
  id: t.id().primaryKey(),
  name: t.text().notNull(),
  since: t.day().notNull(),
})

/** Up to which place of the events somebody has been told, by who: `hub`. */
export const toldUpTo = table('told_up_to', { id: t.id().primaryKey(), place: t.int().notNull() })
