import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { deliveries, events, subscriptions } from '@/db/schema'
import type { StoredEvent } from '@/lib/events/event'
import { atMost } from '../limit'
import type { Subscription } from './subscription'

/** A delivery as it stands in its table. */
export type Delivery = typeof deliveries.$inferSelect

/** What is next to be sent to a subscriber; null: nothing is planned. */
export async function nextDelivery(db: Db, subscription: string): Promise<Delivery | null> {
  const [found] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.subscription, subscription), eq(deliveries.state, 'waiting')))
    .orderBy(asc(deliveries.number))
    .limit(1)
  return found ?? null
}

/** A delivery by its id; null where there is none (any more). */
export async function findDelivery(db: Db, id: string): Promise<Delivery | null> {
  const [found] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  return found ?? null
}

/** A delivery in trouble, and whose it is. */
export interface TroubledDelivery {
  delivery: Delivery
  subscription: Subscription
}

/** What was given up, and what waits after an attempt that failed, the newest first. */
export const listTroubled = (db: Db, { limit }: { limit: number }): Promise<TroubledDelivery[]> =>
  db
    .select({ delivery: deliveries, subscription: subscriptions })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(or(eq(deliveries.state, 'dead'), and(eq(deliveries.state, 'waiting'), gt(deliveries.attempts, 0))))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(atMost(limit))

/** The events at some places, in their order; one that is not there is left out. */
export async function listEventsAt(db: Db, places: readonly number[]): Promise<StoredEvent[]> {
  if (places.length === 0) return []
  const found = await db
    .select()
    .from(events)
    .where(inArray(events.place, [...places]))
    .orderBy(asc(events.place))
  return found as StoredEvent[]
}
