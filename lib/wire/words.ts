/** How somebody is told of events. */
export const channels = ['mail', 'webhook'] as const
export type Channel = (typeof channels)[number]

/** What a webhook is sent: signed JSON (Standard Webhooks), or what Slack and those that copy it take. */
export const hookForms = ['standard', 'slack'] as const
export type HookForm = (typeof hookForms)[number]

/** `pending`: not confirmed yet; `ended`: the mailbox refused too often, its address is gone. */
export const subscriptionStates = ['pending', 'active', 'paused', 'ended'] as const

/** What a delivery tells: events, a question whether one really wants them, or nothing but that it arrives. */
export const deliveryAbouts = ['events', 'confirm', 'test'] as const
export type DeliveryAbout = (typeof deliveryAbouts)[number]

/** `dead`: given up after many attempts, for a person to look at. */
export const deliveryStates = ['waiting', 'done', 'dead'] as const

/** What an attempt came to. */
export type Outcome =
  | { ok: true }
  /**
   * `recipient`: the mailbox is refused for good; `gone`: the receiver wants no more; `later`: it may be tried again; `never`:
   * trying again cannot help.
   */
  | { ok: false; why: 'recipient' | 'gone' | 'later' | 'never'; error: string }

const longestError = 300

/** What went wrong as it may be kept: in one line, bounded, and without any mail address or query. */
export function errorToKeep(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const words = text
    .slice(0, 4 * longestError)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .split(/([\s<>"'(),;])/)
  const kept = words.map((word) => (word.includes('@') || word.includes('://') ? '…' : word))
  return kept.join('').trim().slice(0, longestError)
}
