import type { Tx } from '@/db/dialect'
import { later } from '@/lib/wire/back-off'
import { nextDigest } from '@/lib/wire/rhythm'
import { type Channel, channels } from '@/lib/wire/words'
import {
  claimSubscriptions,
  noteOutcome,
  passOver,
  planEvents,
  releaseLease,
  renewLease,
} from '../commands/wire/delivery'
import { type Delivery, nextDelivery } from '../queries/wire/delivery'
import { findSubscription, listDueSubscriptions, type Subscription } from '../queries/wire/subscription'
import { attemptDelivery } from './attempt'
import type { Wire } from './wire'

/** Subscribers that are looked at together, taken by one write, and served at the same moment; deliveries to one before others have their turn. */
const [together, claimedAtOnce, atOnce, inARow] = [50, 10, 4, 20]
/** Milliseconds that a node may serve a subscriber before another may take over: many times what one attempt may take. */
const lease = 120_000
/** Events that one digest tells; those beyond come with the next one. */
const mostInDigest = 100

/** Lets whatever else the process has to do have its turn: the embedded database answers without waiting for anything. */
const others = () => new Promise((resolve) => setImmediate(resolve))

/** A write, and then the turn of others: those of several subscribers would else come one upon the other. */
async function write<T>({ database }: Wire, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await database.write(work)
  await others()
  return done
}

/**
 * Serves some of those to whom something has to be sent by now, each in its order, and says how many they were; fewer than `fullRound`: for
 * the moment there are no more. Every delivery is planned in the database before it is sent and noted after: what was sent when the process
 * died in between is sent again, under its id. Rejects, after the others were served, where the database failed one.
 */
export async function dispatch(
  wire: Wire,
  { through = channels, isStopping = () => false }: { through?: readonly Channel[]; isStopping?: () => boolean } = {},
): Promise<number> {
  const { database, now, node } = wire
  const open = through.filter((channel) => channel !== 'mail' || wire.mail)
  const at = now()
  const due = await listDueSubscriptions(database.db, { at, channels: open, limit: together })
  const reading = readingOf(wire)
  const ids = await passOverIdle(wire, { due, reading, at })
  const queue: Subscription[] = []
  for (let first = 0; first < ids.length; first += claimedAtOnce) {
    const some = ids.slice(first, first + claimedAtOnce)
    const lent = { ids: some, at, node, until: later(now(), lease) }
    queue.push(...(await write(wire, (tx) => claimSubscriptions(tx, lent))))
    await others()
  }
  const failures: unknown[] = []
  const work = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      await serve(wire, { claimed: one, reading, isStopping }).catch((error: unknown) => failures.push(error))
      await others()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failures.length > 0) throw new AggregateError(failures, 'Not everyone who follows could be served.')
  return due.length
}

/** As many as `dispatch` serves where more may wait. */
export const fullRound = together

/** Those of some subscriptions to which something has to be sent; of all others it is noted that nothing is for them. */
async function passOverIdle(
  wire: Wire,
  { due, reading, at }: { due: readonly Subscription[]; reading: Reading; at: string },
): Promise<string[]> {
  const busy: string[] = []
  const idle = new Map<string, { ids: string[]; place: number; readTo: number; wakeAt: string }>()
  for (const one of due) {
    const { id, place, rhythm, zone } = one
    const found = one.busy ? null : await reading(one)
    if (found === null || found.places.length > 0) busy.push(id)
    else {
      const { readTo } = found
      const wakeAt = nextDigest(at, rhythm, zone)
      const key = `${place} ${readTo} ${wakeAt}`
      const alike = idle.get(key) ?? { ids: [], place, readTo, wakeAt }
      alike.ids.push(id)
      idle.set(key, alike)
    }
    await others()
  }
  for (const alike of idle.values()) await write(wire, (tx) => passOver(tx, alike, at))
  return busy
}

interface Turn {
  claimed: Subscription
  reading: Reading
  isStopping: () => boolean
}

/** Sends a subscriber what is planned for it, and plans what has come to be since, so far as its turn goes; then gives it back. */
async function serve(wire: Wire, { claimed, reading, isStopping }: Turn): Promise<void> {
  const { database, now, node } = wire
  const { id } = claimed
  // A digest is made at its hour, and not because an older one could be sent only now.
  let mayPlan = claimed.rhythm === 'instant' || !claimed.busy
  let until = claimed.leasedUntil
  for (let sent = 0; sent < inARow && !isStopping(); ) {
    const found = await findSubscription(database.db, id)
    if (found?.leasedBy !== node || (found.state !== 'active' && found.state !== 'pending')) break
    const next = await nextDelivery(database.db, id)
    if (!next && mayPlan && found.state === 'active') {
      const planned = await plan(wire, { found, reading })
      if (!planned) break
      until = planned.until
      mayPlan = found.rhythm === 'instant' && planned.count > 0
      continue
    }
    if (!next || next.nextAt > now()) break
    const renewed = await keepLease(wire, { id, until })
    if (renewed === null) break
    until = renewed
    const isSent = await send(wire, found, next)
    if (!isSent) break
    sent++
  }
  await write(wire, (tx) => releaseLease(tx, { id, node, at: now() }))
}

/** Until when the lease runs, made longer where half of it is over; null: it is lost. */
async function keepLease(wire: Wire, { id, until }: { id: string; until: string }): Promise<string | null> {
  const { now, node } = wire
  const at = now()
  if (until > later(at, lease / 2)) return until
  const renewed = await write(wire, (tx) => renewLease(tx, { id, node, until: later(at, lease) }))
  return renewed?.leasedUntil ?? null
}

async function send(wire: Wire, subscription: Subscription, delivery: Delivery): Promise<boolean> {
  const outcome = await attemptDelivery(wire, subscription, delivery)
  await write(wire, (tx) => noteOutcome(tx, { delivery: delivery.id, outcome, at: wire.now() }))
  return outcome.ok
}

/** Plans what has come to be since it was last read: each event for itself, or all of them in a digest; null: the lease is lost. */
async function plan(
  wire: Wire,
  { found, reading }: { found: Subscription; reading: Reading },
): Promise<{ count: number; until: string } | null> {
  const { now, node } = wire
  const { id, rhythm, place } = found
  const { places, readTo } = await reading(found)
  const size = rhythm === 'instant' ? 1 : mostInDigest
  const each = Array.from({ length: Math.ceil(places.length / size) }, (_, at) =>
    places.slice(at * size, (at + 1) * size),
  )
  const at = now()
  return write(wire, async (tx) => {
    const held = await renewLease(tx, { id, node, until: later(at, lease) })
    // Whoever took it over meanwhile has planned the same.
    if (held?.place !== place) return null
    await planEvents(tx, { subscription: id, each, readTo, at })
    return { count: each.length, until: held.leasedUntil }
  })
}

/** What has come to be that a subscriber has not been told yet, and up to where that was read. */
type Reading = (of: Pick<Subscription, 'what' | 'place' | 'rhythm'>) => Promise<{ places: number[]; readTo: number }>

/** Reads for one round: what many follow is looked up once. */
function readingOf({ source }: Wire): Reading {
  const known = new Map<string, ReturnType<Reading>>()
  return ({ what, place, rhythm }) => {
    const limit = rhythm === 'instant' ? inARow : mostInDigest
    const key = `${place} ${limit} ${what}`
    const found = known.get(key) ?? source.placesAfter(what, { after: place, limit })
    known.set(key, found)
    return found
  }
}
