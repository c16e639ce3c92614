import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/dialect'
import { outbox } from '@/db/schema'

/** Leaves word of something that happened, to be told to others after the transaction. */
export async function addToOutbox(
  tx: Tx,
  { topic, payload, at }: { topic: string; payload: unknown; at: string },
): Promise<void> {
  await tx.insert(outbox).values({ id: randomUUID(), topic, payload, createdAt: at, doneAt: null })
}
