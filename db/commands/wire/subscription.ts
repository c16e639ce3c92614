import { randomUUID } from 'node:crypto'
import { and, eq, inArray, lte, ne, or } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { deliveries, subscriptions } from '@/db/schema'
import type { Instant, Locale } from '@/lib/model'
import type { WireKeys } from '@/lib/wire/keys'
import { nextDigest, type Rhythm } from '@/lib/wire/rhythm'
import type { HookForm } from '@/lib/wire/words'
import { lastPlace } from '../../queries/followed-events'
import { findDouble, findSubscription, type Subscription } from '../../queries/wire/subscription'
import { writeAudit } from '../audit'
import { addDelivery } from './delivery'

/** What somebody asks to be told of. */
export interface AskedSubscription {
  /** The feed that is followed: path below the language, and query. */
  what: string
  language: Locale
  rhythm: Rhythm
  zone: string
}

/** The mark by which mail to an address is counted, and doubles are found: however it is spelled. */
export const markOfMailbox = (keys: WireKeys, address: string): string => keys.mark(`mail ${address.toLowerCase()}`)

/**
 * Somebody asks to be told by mail. Nothing is sent to the address but one letter that asks whether that is so; who follows it already
 * gets one that says so. A letter that waits to be sent is not doubled.
 */
export async function askToFollow(
  tx: Tx,
  { keys, address, at, ...asked }: AskedSubscription & { keys: WireKeys; address: string; at: Instant },
): Promise<void> {
  const mark = markOfMailbox(keys, address)
  const own = randomUUID()
  // Whoever asks for the same at the same moment is waited for.
  const made = await tx
    .insert(subscriptions)
    .values({
      ...asked,
      ...empty,
      id: own,
      ...{ channel: 'mail', form: null, state: 'pending', mark, createdAt: at, wakeAt: at },
      ...keys.seal(address, own),
    })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id })
  const double = made.length > 0 ? null : await findDouble(tx, { mark, what: asked.what, channel: 'mail' })
  const id = double?.id ?? own
  if (double?.state === 'pending')
    await tx
      .update(subscriptions)
      .set({ language: asked.language, rhythm: asked.rhythm, createdAt: at })
      .where(eq(subscriptions.id, id))
  await addDelivery(tx, { subscription: id, about: 'confirm', at })
}

const empty = {
  because: '',
  place: 0,
  secret: null,
  secretShown: false,
  createdBy: '',
  confirmedAt: null,
  busy: false,
  leasedBy: '',
  leasedUntil: '',
  refusals: 0,
  givenUp: 0,
}

/** Begins what was asked for; what happens from now on is told. Null where there is nothing to confirm; who has confirmed before stays as he is. */
export async function confirmSubscription(
  tx: Tx,
  { id, at }: { id: string; at: Instant },
): Promise<Subscription | null> {
  const found = await findSubscription(tx, id)
  if (found?.state !== 'pending') return found
  const place = await lastPlace(tx)
  const wakeAt = nextDigest(at, found.rhythm, found.zone)
  const [confirmed] = await tx
    .update(subscriptions)
    .set({ state: 'active', confirmedAt: at, place, wakeAt })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.state, 'pending')))
    .returning()
  return confirmed ?? found
}

/** Tells in another language, or at other times; what is told by then and not yet sent goes out with the next. False: there is no such. */
export async function changeSubscription(
  tx: Tx,
  { id, language, rhythm, at }: { id: string; language: Locale; rhythm: Rhythm; at: Instant },
): Promise<boolean> {
  const found = await findSubscription(tx, id)
  if (!found) return false
  const wakeAt = found.busy ? found.wakeAt : nextDigest(at, rhythm, found.zone)
  await tx.update(subscriptions).set({ language, rhythm, wakeAt }).where(eq(subscriptions.id, id))
  return true
}

/** Ends a subscription: it is gone with all that was on its way. False where it was gone already. */
export async function removeSubscription(tx: Tx, id: string): Promise<boolean> {
  await tx.delete(deliveries).where(eq(deliveries.subscription, id))
  const gone = await tx.delete(subscriptions).where(eq(subscriptions.id, id)).returning({ id: subscriptions.id })
  return gone.length > 0
}

/** Ends all that goes to the mailbox of a subscription; returns how many that were. */
export async function removeAllOfMailbox(tx: Tx, id: string): Promise<number> {
  const found = await findSubscription(tx, id)
  if (!found) return 0
  const all = await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(eq(subscriptions.mark, found.mark), eq(subscriptions.channel, 'mail')))
  for (const one of all) await removeSubscription(tx, one.id)
  return all.length
}

/** Begins a webhook at the desk; null where that address is told of the same already. */
export async function createWebhook(
  tx: Tx,
  given: AskedSubscription & {
    keys: WireKeys
    address: string
    form: HookForm
    /** What it is signed with. */
    secret: string
    by: string
    at: Instant
  },
): Promise<string | null> {
  const { keys, address, form, secret, by, at, ...asked } = given
  const mark = keys.mark(`webhook ${address}`)
  const id = randomUUID()
  const made = await tx
    .insert(subscriptions)
    .values({
      ...asked,
      ...empty,
      id,
      ...{ channel: 'webhook', form, state: 'active', mark, createdAt: at, createdBy: by, confirmedAt: at },
      ...{ place: await lastPlace(tx), wakeAt: nextDigest(at, asked.rhythm, asked.zone) },
      ...keys.seal(address, id),
      secret: keys.seal(secret, `${id} secret`).sealed,
    })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id })
  if (made.length === 0) return null
  const { what, rhythm } = asked
  await writeAudit(tx, { at, by, action: 'webhook.create', subject: id, detail: { what, rhythm, form } })
  return id
}

/** The sealed secret of a webhook, once: whoever comes later gets null. */
export async function takeSecret(tx: Tx, { id, by }: { id: string; by: string }): Promise<Subscription | null> {
  const [taken] = await tx
    .update(subscriptions)
    .set({ secretShown: true })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.secretShown, false), eq(subscriptions.createdBy, by)))
    .returning()
  return taken ?? null
}

/** Pauses a webhook, or lets it go on with what happened meanwhile. False: there is no such. */
export async function pauseWebhook(
  tx: Tx,
  { id, isPaused, by, at }: { id: string; isPaused: boolean; by: string; at: Instant },
): Promise<boolean> {
  const changed = await tx
    .update(subscriptions)
    .set({ state: isPaused ? 'paused' : 'active', because: '', givenUp: 0, refusals: 0, wakeAt: at })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.channel, 'webhook')))
    .returning({ id: subscriptions.id })
  if (changed.length === 0) return false
  await writeAudit(tx, { at, by, action: isPaused ? 'webhook.pause' : 'webhook.resume', subject: id })
  return true
}

/** Removes a webhook with all that was on its way. False: there is no such. */
export async function removeWebhook(tx: Tx, { id, by, at }: { id: string; by: string; at: Instant }): Promise<boolean> {
  const found = await findSubscription(tx, id)
  if (found?.channel !== 'webhook') return false
  await removeSubscription(tx, id)
  await writeAudit(tx, { at, by, action: 'webhook.remove', subject: id, detail: { what: found.what } })
  return true
}

/**
 * Lets go of what is kept no longer: what was asked for and not confirmed by an instant, deliveries done and mailboxes ended before
 * another.
 */
export async function pruneWire(
  tx: Tx,
  { askedBefore, doneBefore }: { askedBefore: Instant; doneBefore: Instant },
): Promise<void> {
  const stale = await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      or(
        and(eq(subscriptions.state, 'pending'), lte(subscriptions.createdAt, askedBefore)),
        and(eq(subscriptions.state, 'ended'), lte(subscriptions.wakeAt, doneBefore)),
      ),
    )
    .limit(mostAtOnce)
  for (const { id } of stale) await removeSubscription(tx, id)
  const done = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(ne(deliveries.state, 'waiting'), lte(deliveries.doneAt, doneBefore)))
    .limit(mostAtOnce)
  const ids = done.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(deliveries).where(inArray(deliveries.id, ids))
}

/** Rows that one write lets go of: the rest is for the next hour. */
const mostAtOnce = 500
