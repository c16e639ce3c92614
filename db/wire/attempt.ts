import { createHash } from 'node:crypto'
import { followForms } from '@/lib/addresses/follow'
import { pages } from '@/lib/addresses/pages'
import type { Locale } from '@/lib/model'
import { type HookMessage, slackMessage, standardMessage } from '@/lib/wire/hook'
import { SealBrokenError } from '@/lib/wire/keys'
import { askingLetter, eventsLetter, type Letter, type WaysOut } from '@/lib/wire/letter'
import type { Telling } from '@/lib/wire/telling'
import { errorToKeep, type Outcome } from '@/lib/wire/words'
import type { Delivery } from '../queries/wire/delivery'
import type { Subscription } from '../queries/wire/subscription'
import type { Wire } from './wire'

/**
 * Sends one delivery, once, under an id that stays the same however often that is done. What goes wrong with it is an outcome, but for a database that
 * cannot be read, which rejects.
 */
export async function attemptDelivery(wire: Wire, subscription: Subscription, delivery: Delivery): Promise<Outcome> {
  const { source, keys, mail } = wire
  const { what, language, id, sealed, sealedBy } = subscription
  const telling = await source.tell(what, delivery.places, language)
  // What it told was taken back for good: there is nothing left to say.
  if (delivery.about === 'events' && telling.items.length === 0) return { ok: true }
  try {
    const address = keys.open({ sealed, sealedBy }, id)
    if (subscription.channel === 'webhook')
      return wire.post(address, hookMessage(wire, { subscription, delivery, telling }))
    if (!mail) return { ok: false, why: 'later', error: 'no mail server is set' }
    return mail.mailer.send(letterOf(wire, { subscription, delivery, telling, to: address, from: mail.from }))
  } catch (error) {
    return { ok: false, why: error instanceof SealBrokenError ? 'never' : 'later', error: errorToKeep(error) }
  }
}

interface Parts {
  subscription: Subscription
  delivery: Delivery
  telling: Telling
}

function hookMessage({ keys, now }: Wire, { subscription, delivery, telling }: Parts): HookMessage {
  const { id, form, secret, sealedBy } = subscription
  if (form === 'slack') return slackMessage(telling)
  const opened = keys.open({ sealed: secret ?? '', sealedBy }, `${id} secret`)
  return standardMessage(telling, { id: delivery.id, secret: opened, at: now() })
}

function letterOf(
  { keys, origin }: Wire,
  { subscription, delivery, telling, to, from }: Parts & { to: string; from: string },
): Letter {
  const { id, language, what, state } = subscription
  const ways = waysOut(origin, language, keys.tokenOf(id))
  const envelope = { from, to, id: delivery.id }
  if (delivery.about === 'events') return eventsLetter(telling, envelope, { ...ways, listId: listIdOf(language, what) })
  const { locale, followed } = telling
  return askingLetter({ locale, followed, isKnown: state === 'active' }, envelope, ways)
}

/** Where a subscriber changes or ends what was subscribed. */
export function waysOut(origin: string, language: Locale, token: string): WaysOut {
  const at = ({ path }: { path: string }) =>
    `${origin}${path.replace('{locale}', language)}?${new URLSearchParams({ token })}`
  return { manage: at(pages.following), oneClick: at(followForms.stop) }
}

/** The name of a list: the same for all that follow the same thing in the same language. */
const listIdOf = (language: Locale, what: string): string =>
  createHash('sha256').update(`${language}${what}`).digest('hex').slice(0, 16)
