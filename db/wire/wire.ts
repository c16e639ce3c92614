import type { Instant, Locale } from '@/lib/model'
import type { HookMessage } from '@/lib/wire/hook'
import type { WireKeys } from '@/lib/wire/keys'
import type { Mailer } from '@/lib/wire/smtp'
import type { Telling } from '@/lib/wire/telling'
import type { Outcome } from '@/lib/wire/words'
import type { Database } from '../client'

/** Where the wire has from what it tells. */
export interface WireSource {
  /** The places of events behind a place that somebody follows, in order, and up to which place that is all there are. */
  placesAfter(what: string, asked: { after: number; limit: number }): Promise<{ places: number[]; readTo: number }>
  /** The events at some places in words, and what is followed. */
  tell(what: string, places: readonly number[], locale: Locale): Promise<Telling>
}

/** All that handing events over takes. */
export interface Wire {
  database: Pick<Database, 'db' | 'write'>
  source: WireSource
  keys: WireKeys
  /** Scheme and host that readers use, without a slash at the end. */
  origin: string
  /** Left out while no mail server is set: mail waits. */
  mail?: { mailer: Pick<Mailer, 'send'>; from: string }
  /** Sends a message to a webhook; never rejects. */
  post(address: string, message: HookMessage): Promise<Outcome>
  now(): Instant
  /** By which the leases of this process are known. */
  node: string
}
