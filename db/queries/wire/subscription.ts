import { and, asc, count, desc, eq, inArray, lt, lte, ne, or } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { subscriptions } from '@/db/schema'
import type { Instant } from '@/lib/model'
import type { Channel } from '@/lib/wire/words'
import { lastPlace } from '../followed-events'
import { atMost } from '../limit'

/** A subscription as it stands in its table; address and secret are sealed. */
export type Subscription = typeof subscriptions.$inferSelect

/** A subscription by its id; null where there is none (any more). */
export async function findSubscription(db: Db, id: string): Promise<Subscription | null> {
  const [found] = await db.select().from(subscriptions).where(eq(subscriptions.id, id))
  return found ?? null
}

/** Who is told of the same thing by the same channel, by the mark of the address; null: nobody. */
export async function findDouble(
  db: Db,
  { mark, what, channel }: { mark: string; what: string; channel: Channel },
): Promise<Subscription | null> {
  const [found] = await db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.mark, mark), eq(subscriptions.what, what), eq(subscriptions.channel, channel)))
  return found ?? null
}

/** All webhooks, the newest first. */
export const listWebhooks = (db: Db): Promise<Subscription[]> =>
  db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.channel, 'webhook'))
    .orderBy(desc(subscriptions.createdAt), asc(subscriptions.id))

/** Those that something may have to be sent to by an instant and that nobody serves, who waits longest first. */
export async function listDueSubscriptions(
  db: Db,
  { at, channels, limit }: { at: Instant; channels: readonly Channel[]; limit: number },
): Promise<Subscription[]> {
  return db
    .select()
    .from(subscriptions)
    .where(
      and(
        isDue(at, await lastPlace(db)),
        lte(subscriptions.leasedUntil, at),
        inArray(subscriptions.channel, [...channels]),
      ),
    )
    .orderBy(asc(subscriptions.wakeAt), asc(subscriptions.id))
    .limit(atMost(limit))
}

/** What is told at once is due where there are events that it has not read, a digest at its hour, and all that is planned. */
const isDue = (at: Instant, place: number) =>
  and(
    inArray(subscriptions.state, ['pending', 'active']),
    lte(subscriptions.wakeAt, at),
    or(
      eq(subscriptions.busy, true),
      and(eq(subscriptions.state, 'active'), or(ne(subscriptions.rhythm, 'instant'), lt(subscriptions.place, place))),
    ),
  )

/** How many subscriptions there are of each channel, rhythm and state. */
export interface SubscriptionCount extends Pick<Subscription, 'channel' | 'rhythm' | 'state'> {
  count: number
}

/** How many follow, by channel, rhythm and state, in that order. */
export const countSubscriptions = (db: Db): Promise<SubscriptionCount[]> =>
  db
    .select({
      channel: subscriptions.channel,
      rhythm: subscriptions.rhythm,
      state: subscriptions.state,
      count: count(),
    })
    .from(subscriptions)
    .groupBy(subscriptions.channel, subscriptions.rhythm, subscriptions.state)
    .orderBy(asc(subscriptions.channel), asc(subscriptions.rhythm), asc(subscriptions.state))
