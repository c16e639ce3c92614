import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { outbox } from '@/db/schema'

/** Leaves word of something that happened, to be told to others after the transaction. */
export async function addToOutbox(
  tx: Tx,
  { topic, payload, at }: { topic: string; payload: unknown; at: string },
): Promise<void> {
  await tx.insert(outbox).values({ id: randomUUID(), topic, payload, createdAt: at, doneAt: null })
}

/** Marks entries as told. */
export async function markTold(tx: Tx, { ids, at }: { ids: string[]; at: string }): Promise<void> {
  if (ids.length > 0) await tx.update(outbox).set({ doneAt: at }).where(inArray(outbox.id, ids))
}
