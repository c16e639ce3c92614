import { randomUUID } from 'node:crypto'
import type { Settings } from '@/lib/settings'
import { later } from '@/lib/wire/back-off'
import { wireKeys } from '@/lib/wire/keys'
import { postHook } from '@/lib/wire/post'
import { openMailer } from '@/lib/wire/smtp'
import { type Channel, channels } from '@/lib/wire/words'
import type { Database } from '../client'
import { pruneUploads } from '../commands/porting/upload'
import { pruneWire } from '../commands/wire/subscription'
import { sessionSecret } from '../prepare'
import { uploadKept } from '../queries/porting/upload'
import { dispatch, fullRound } from './dispatch'
import { wireSource } from './source'
import type { Wire } from './wire'

/** Milliseconds between two looks at whether something is to be sent; one look is two short queries. */
const every = 5_000
const hour = 3_600_000
const day = 24 * hour
/** How long an address that nobody confirmed, and what was done or given up, is kept: days. */
const kept = { asked: 2, done: 30 }

/** Hands events over from now on, by mail where that is set, and to webhooks. What it returns stops it, as `watchWire` does. */
export function openWire(
  database: Database,
  settings: Settings,
  { origin, now }: Pick<Wire, 'origin' | 'now'>,
): { stop: () => Promise<void> } {
  const mailer = settings.mail && openMailer(settings.mail.url)
  const watched = watchWire({
    database,
    source: wireSource(database, origin),
    keys: wireKeys(sessionSecret(settings)),
    origin,
    post: (address, message) => postHook(address, message, settings.hooksTo),
    now,
    node: randomUUID(),
    ...(mailer && settings.mail ? { mail: { mailer, from: settings.mail.from } } : {}),
  })
  return { stop: () => watched.stop().finally(() => mailer?.close()) }
}

/**
 * Hands events over as they come to be: at once what was due while nothing ran, and then as it comes. Whatever goes wrong is logged and
 * tried again. What it returns stops it, and resolves when what was under way is sent and noted.
 */
export function watchWire(wire: Wire): { stop: () => Promise<void> } {
  let isStopping = false
  const timers = new Map<Channel, NodeJS.Timeout>()
  const under = new Map<Channel, Promise<void>>()
  const prune = hourly(wire)
  const look = async (channel: Channel) => {
    try {
      await prune()
      const asked = { through: [channel], isStopping: () => isStopping }
      while (!isStopping && (await dispatch(wire, asked)) === fullRound);
    } catch (error) {
      console.error('What happened could not be handed over to all who follow it, and is tried again.', error)
    }
  }
  // Each for itself: a mail server that is slow keeps no webhook waiting.
  const wait = (channel: Channel) => {
    const looking = look(channel).finally(() => {
      if (!isStopping) timers.set(channel, setTimeout(() => wait(channel), every).unref())
    })
    under.set(channel, looking)
  }
  for (const channel of channels) wait(channel)
  return {
    stop: async () => {
      isStopping = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(under.values())
    },
  }
}

/** Lets go of what is kept no longer, at most once in an hour. */
function hourly({ database, now }: Wire): () => Promise<void> {
  let last = ''
  return async () => {
    const at = now()
    if (last > later(at, -hour)) return
    last = at
    const bounds = { askedBefore: later(at, -kept.asked * day), doneBefore: later(at, -kept.done * day) }
    await database.write((tx) => pruneWire(tx, bounds))
    await database.write((tx) => pruneUploads(tx, { sentBefore: later(at, -uploadKept) }))
  }
}
