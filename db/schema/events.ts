import { index, t, table, unique } from '@/db/dialect'
import { recordKinds } from '@/lib/model'
import { type EventData, eventKinds } from '../event'

/** What subscribers are told (model, section 10): written with the edition that causes it, or for a day that has come. */
export const events = table(
  'events',
  {
    id: t.id().primaryKey(),
    /** What makes it the one event that it is: two nodes that write it at once write it once. */
    key: t.text().notNull(),
    kind: t.oneOf(eventKinds).notNull(),
    /** '' : of the site. */
    dossier: t.id().notNull(),
    /** The record that it is about; an edition is about none. */
    recordKind: t.oneOf(recordKinds),
    recordId: t.id(),
    /** The edition that causes it, or the one that stood when its day came. */
    edition: t.int().notNull(),
    /** The day that has come, in the dossier's zone; null: a publication caused it. */
    day: t.day(),
    at: t.instant().notNull(),
    /** When its text last changed. */
    updatedAt: t.instant().notNull(),
    data: t.json<EventData>().notNull(),
  },
  (row) => [
    unique('events_key').on(row.key),
    index('events_by_time').on(row.at, row.id),
    index('events_of_dossier').on(row.dossier, row.at),
    index('events_of_record').on(row.recordKind, row.dossier, row.recordId, row.at),
    index('events_of_edition').on(row.edition),
  ],
)

/** The last day of each dossier whose events are written. */
export const eventDays = table('event_days', { dossier: t.id().primaryKey(), day: t.day().notNull() })
