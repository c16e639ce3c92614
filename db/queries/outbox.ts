import { asc, isNull } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { outbox } from '@/db/schema'
import { atMost } from './limit'

export interface OutboxEntry {
  id: string
  topic: string
  payload: unknown
  createdAt: string
}

/** What is still to be told, oldest first. */
export async function listOutbox(db: Db, { limit }: { limit: number }): Promise<OutboxEntry[]> {
  return db
    .select({ id: outbox.id, topic: outbox.topic, payload: outbox.payload, createdAt: outbox.createdAt })
    .from(outbox)
    .where(isNull(outbox.doneAt))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(atMost(limit))
}
