import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { deliveries, subscriptions } from '@/db/schema'
import type { Instant } from '@/lib/model'
import { mostAttempts, mostInARow, nextAttempt } from '@/lib/wire/back-off'
import { nextDigest } from '@/lib/wire/rhythm'
import type { DeliveryAbout, Outcome } from '@/lib/wire/words'
import { type Delivery, findDelivery, nextDelivery } from '../../queries/wire/delivery'
import { findSubscription, type Subscription } from '../../queries/wire/subscription'
import { writeAudit } from '../audit'

/** Which node serves a subscriber, and until when it may. */
export interface Lease {
  node: string
  until: Instant
}

/** Takes those of some subscriptions that nobody serves at an instant; of two nodes that ask for one, one gets it. */
export async function claimSubscriptions(
  tx: Tx,
  { ids, at, node, until }: Lease & { ids: readonly string[]; at: Instant },
): Promise<Subscription[]> {
  const claimed: Subscription[] = []
  // In the order of their ids: two nodes that want the same would else wait for each other.
  for (const id of [...ids].sort())
    claimed.push(
      ...(await tx
        .update(subscriptions)
        .set({ leasedBy: node, leasedUntil: until })
        .where(and(eq(subscriptions.id, id), lte(subscriptions.leasedUntil, at)))
        .returning()),
    )
  return claimed
}

/** Goes on serving a subscriber; null where another node has taken it, it was removed, or nothing is to be sent to it any more. */
export async function renewLease(tx: Tx, { id, node, until }: Lease & { id: string }): Promise<Subscription | null> {
  const [renewed] = await tx
    .update(subscriptions)
    .set({ leasedUntil: until })
    .where(
      and(
        eq(subscriptions.id, id),
        eq(subscriptions.leasedBy, node),
        inArray(subscriptions.state, ['pending', 'active']),
      ),
    )
    .returning()
  return renewed ?? null
}

/** Gives a subscriber back, to be looked at again when the next of what is planned, or its digest, is due. */
export async function releaseLease(tx: Tx, { id, node, at }: { id: string; node: string; at: Instant }): Promise<void> {
  const found = await findSubscription(tx, id)
  if (found?.leasedBy !== node) return
  const next = await nextDelivery(tx, id)
  const wakeAt = next?.nextAt ?? nextDigest(at, found.rhythm, found.zone)
  await tx
    .update(subscriptions)
    .set({ leasedBy: '', leasedUntil: '', busy: next !== null, wakeAt })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.leasedBy, node)))
}

/** Subscribers who were read up to the same place, found nothing since another, and are to be looked at again at the same time. */
export interface Idle {
  ids: readonly string[]
  place: number
  readTo: number
  wakeAt: Instant
}

/** Notes for subscribers whom nobody serves that nothing up to a place is for them. Where something was planned meanwhile, nothing is noted. */
export async function passOver(tx: Tx, { ids, place, readTo, wakeAt }: Idle, at: Instant): Promise<void> {
  await tx
    .update(subscriptions)
    .set({ place: readTo, wakeAt })
    .where(
      and(
        inArray(subscriptions.id, [...ids]),
        eq(subscriptions.place, place),
        eq(subscriptions.busy, false),
        lte(subscriptions.leasedUntil, at),
      ),
    )
}

/** Plans one more delivery behind all others of its subscriber; one that asks for confirmation, or tests, is not planned twice. */
export async function addDelivery(
  tx: Tx,
  { subscription, about, at }: { subscription: string; about: Exclude<DeliveryAbout, 'events'>; at: Instant },
): Promise<void> {
  // Taken first: who plans at the same moment waits here.
  await tx.update(subscriptions).set({ busy: true, wakeAt: at }).where(eq(subscriptions.id, subscription))
  const waiting = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.subscription, subscription), eq(deliveries.about, about), eq(deliveries.state, 'waiting')))
  if (waiting.length === 0) await insertDeliveries(tx, { subscription, about, at, each: [[]] })
}

/** Plans what tells events, `each` delivery those of some places, and notes up to where they were read. The lease must be held. */
export async function planEvents(
  tx: Tx,
  { subscription, each, readTo, at }: { subscription: string; each: readonly number[][]; readTo: number; at: Instant },
): Promise<void> {
  if (each.length > 0) await insertDeliveries(tx, { subscription, about: 'events', each, at })
  await tx
    .update(subscriptions)
    .set({ place: readTo, ...(each.length > 0 ? { busy: true } : {}) })
    .where(eq(subscriptions.id, subscription))
}

async function insertDeliveries(
  tx: Tx,
  given: { subscription: string; about: DeliveryAbout; each: readonly number[][]; at: Instant },
): Promise<void> {
  const { subscription, about, each, at } = given
  const [last] = await tx
    .select({ number: deliveries.number })
    .from(deliveries)
    .where(eq(deliveries.subscription, subscription))
    .orderBy(desc(deliveries.number))
    .limit(1)
  const rows = each.map((places, index) => ({
    id: randomUUID(),
    ...{ subscription, about, places },
    number: (last?.number ?? 0) + 1 + index,
    ...{ state: 'waiting' as const, attempts: 0, nextAt: at, lastError: '', createdAt: at, doneAt: null },
  }))
  await tx.insert(deliveries).values(rows)
}

/**
 * Notes what an attempt came to. A mailbox that was refused for good three times in a row ends, and its address is gone; a receiver that
 * wants no more, or took nothing of three deliveries, is paused. Else it is tried again after a while, and given up after many attempts.
 */
export async function noteOutcome(
  tx: Tx,
  { delivery: id, outcome, at }: { delivery: string; outcome: Outcome; at: Instant },
): Promise<void> {
  const delivery = await findDelivery(tx, id)
  if (delivery?.state !== 'waiting') return
  const attempts = delivery.attempts + 1
  const { subscription } = delivery
  if (outcome.ok) {
    await tx.update(deliveries).set({ state: 'done', attempts, doneAt: at, lastError: '' }).where(eq(deliveries.id, id))
    await tx.update(subscriptions).set({ refusals: 0, givenUp: 0 }).where(eq(subscriptions.id, subscription))
    return
  }
  const { why, error } = outcome
  const isDead = why === 'never' || attempts >= mostAttempts
  await tx
    .update(deliveries)
    .set({
      ...(isDead ? { state: 'dead' as const, doneAt: at } : { nextAt: nextAttempt(attempts, at) }),
      ...{ attempts, lastError: error },
    })
    .where(eq(deliveries.id, id))
  const found = await findSubscription(tx, subscription)
  if (!found) return
  const refusals = why === 'recipient' ? found.refusals + 1 : found.refusals
  const givenUp = isDead ? found.givenUp + 1 : found.givenUp
  await tx.update(subscriptions).set({ refusals, givenUp }).where(eq(subscriptions.id, subscription))
  if (why === 'gone' || refusals >= mostInARow || givenUp >= mostInARow)
    await giveUpOn(tx, found, why === 'gone' ? 'The receiver answered that it wants no more.' : error, at)
}

async function giveUpOn(tx: Tx, { id, channel }: Subscription, because: string, at: Instant): Promise<void> {
  if (channel === 'webhook') {
    await tx.update(subscriptions).set({ state: 'paused', because }).where(eq(subscriptions.id, id))
    return
  }
  await tx
    .update(subscriptions)
    .set({ state: 'ended', because, sealed: '', sealedBy: '', mark: id, busy: false, wakeAt: at })
    .where(eq(subscriptions.id, id))
  await tx
    .update(deliveries)
    .set({ state: 'dead', doneAt: at })
    .where(and(eq(deliveries.subscription, id), eq(deliveries.state, 'waiting')))
}

/** Has what was given up tried again, before what was planned later. False where it is not there, or goes to a mailbox that has ended. */
export async function tryAgain(tx: Tx, { id, by, at }: { id: string; by: string; at: Instant }): Promise<boolean> {
  const delivery = await findDelivery(tx, id)
  const found = delivery && (await findSubscription(tx, delivery.subscription))
  if (!found || found.state === 'ended' || delivery.state === 'done') return false
  await tx
    .update(deliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: at, doneAt: null })
    .where(eq(deliveries.id, id))
  await tx.update(subscriptions).set({ busy: true, wakeAt: at }).where(eq(subscriptions.id, found.id))
  await writeAudit(tx, { at, by, action: 'delivery.retry', subject: id, detail: aboutOf(delivery) })
  return true
}

/** Lets go of a delivery in trouble, so that what was planned later goes out. False where it is not there, or done. */
export async function giveUp(tx: Tx, { id, by, at }: { id: string; by: string; at: Instant }): Promise<boolean> {
  const delivery = await findDelivery(tx, id)
  if (!delivery || delivery.state === 'done') return false
  await tx.delete(deliveries).where(eq(deliveries.id, id))
  await tx.update(subscriptions).set({ wakeAt: at }).where(eq(subscriptions.id, delivery.subscription))
  await writeAudit(tx, { at, by, action: 'delivery.drop', subject: id, detail: aboutOf(delivery) })
  return true
}

const aboutOf = ({ subscription, about, places }: Delivery) => ({ subscription, about, places })
