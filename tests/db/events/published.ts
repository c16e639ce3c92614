import type { Database } from '@/db/client'
import type { Asked } from '@/db/commands/publish/plan'
import { publish } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { type EventFilter, listEvents } from '@/db/queries/event'
import { findRecord } from '@/db/queries/record'
import type { StoredEvent } from '@/lib/events/event'
import type { AnyRecord, RecordKind } from '@/lib/model'

/** Records to publish, by kind; null: to be removed. */
type Given = { [Kind in RecordKind]?: (AnyRecord | { id: string; gone: true })[] }

/** Publishes records of the dossier `test` as one edition, at an instant. */
export async function publishRecordsOf(database: Database, given: Given, at: string, reason = 'test') {
  const records: Asked[] = []
  for (const [kind, all] of Object.entries(given))
    for (const one of all) {
      const key = recordKey(kind as RecordKind, 'test', one.id)
      const base = await findRecord(database.db, key)
      records.push({ key, data: 'gone' in one ? null : one, baseRevision: base?.revision ?? null })
    }
  const made = await publish(database, { records, by: 'tester', at, reason })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.edition
}

/** Events in the order in which they came to be, each as its kind and what it tells. */
export async function told(database: Database, filter: EventFilter = {}): Promise<StoredEvent[]> {
  return (await listEvents(database.db, filter, { limit: 10_000 })).reverse()
}

export const kindsOf = (events: readonly StoredEvent[]): string[] => events.map(({ kind }) => kind)
