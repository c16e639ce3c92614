import { Webhook } from 'standardwebhooks'
import type { EventItem } from '@/lib/events/item'
import type { Instant } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import type { FollowedInWords, Telling } from './telling'

/** What a webhook is sent: its body, and the headers beside those of HTTP itself. */
export interface HookMessage {
  body: string
  headers: Record<string, string>
}

/** What the form of Standard Webhooks carries: `data.items` are those of the JSON Feed. */
export interface HookBody {
  type: 'events' | 'test'
  timestamp: Instant
  data: { site: string; language: string; follows: FollowedInWords; items: readonly EventItem[] }
}

const json = { 'content-type': 'application/json' }

/** A signed message (Standard Webhooks, `webhook-id`, `webhook-timestamp`, `webhook-signature`); `id` is that of the delivery. */
export function standardMessage(
  telling: Telling,
  { id, secret, at }: { id: string; secret: string; at: Instant },
): HookMessage {
  const { site, locale, followed, items } = telling
  const told: HookBody = {
    type: items.length === 0 ? 'test' : 'events',
    timestamp: at,
    data: { site, language: locale, follows: followed, items },
  }
  const body = JSON.stringify(told)
  const named = `msg_${id}`
  const time = new Date(at)
  return {
    body,
    headers: {
      ...json,
      'webhook-id': named,
      'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(named, time, body),
    },
  }
}

/** Slack takes 50 blocks and 3,000 characters in each (its own reference). */
const [mostBlocks, longestBlock] = [45, 2900]

/** A message as incoming webhooks of Slack take it, and those of others that copy it. */
export function slackMessage({ locale, site, followed, items }: Telling): HookMessage {
  const t = translator(locale)
  const named = (item: EventItem) => `*<${item.url}|${slackText(item.title)}>*`
  const shown = items.slice(0, mostBlocks)
  const head = items.length === 0 ? t('wire.test', { site }) : followed.title
  const only = items.length === 1 ? items[0] : undefined
  const blocks = [
    section(`<${followed.url}|${slackText(head)}>`),
    ...shown.map((item) => section(`${named(item)}\n${slackText(item.text)}`)),
    ...(items.length > shown.length ? [section(t('wire.more', { count: items.length - shown.length }))] : []),
  ]
  return { body: JSON.stringify({ text: slackText(only?.title ?? head), blocks }), headers: json }
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, longestBlock) } })

/** Text without the three signs that mean something to Slack. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
