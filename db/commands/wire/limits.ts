import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { subscriptions } from '@/db/schema'
import type { Instant } from '@/lib/model'
import type { WireKeys } from '@/lib/wire/keys'
import { takeAttempt } from '../attempt'
import { markOfMailbox } from './subscription'

const day = 24 * 3600
/**
 * How many letters that ask go to one mailbox, and are asked for by one sender, in so many seconds. Whoever has confirmed something has
 * shown that the mailbox is his, and may ask for more.
 */
const limits = {
  unknown: { limit: 3, windowSeconds: 30 * day },
  known: { limit: 10, windowSeconds: day },
  sender: { limit: 20, windowSeconds: day },
}

/** A mailbox however it is spelled: what stands behind a plus leads to the same one at most hosts. */
const boxOf = (address: string): string => {
  const [name = '', host = ''] = address.toLowerCase().split('@')
  return `${name.split('+', 1)[0]}@${host}`
}

/**
 * Counts that somebody asks to have mail sent to an address, before anything is. `sender`, as `networkOf` names it, is told when he asks
 * too often; that a mailbox has had enough is told nobody.
 */
export async function takeAsking(
  tx: Tx,
  { keys, address, sender, at }: { keys: WireKeys; address: string; sender: string; at: Instant },
): Promise<{ senderMay: boolean; mailboxMay: boolean }> {
  const bySender = await takeAttempt(tx, { key: `follow by ${sender}`, at, ...limits.sender })
  if (!bySender.allowed) return { senderMay: false, mailboxMay: false }
  const mark = markOfMailbox(keys, address)
  const isKnown =
    (await tx.$count(subscriptions, and(eq(subscriptions.mark, mark), eq(subscriptions.state, 'active')))) > 0
  const mailbox = keys.mark(`mailbox ${boxOf(address)}`)
  const key = isKnown ? `follow more to ${mailbox}` : `follow to ${mailbox}`
  const byMailbox = await takeAttempt(tx, { key, at, ...(isKnown ? limits.known : limits.unknown) })
  return { senderMay: true, mailboxMay: byMailbox.allowed }
}
