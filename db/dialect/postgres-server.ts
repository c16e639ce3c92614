import type { ClientConfig } from 'pg'

/**
 * In milliseconds. Every question has a limit on the server and, a little later, one on this side: a network that is cut in
 * silence answers neither the question nor that it was ended. A migration has a long one; `quick` is for what must be known
 * soon, or be known not to be known.
 */
export const limits = {
  connect: 10_000,
  statement: 30_000,
  answer: 35_000,
  migration: 3_600_000,
  idle: 60_000,
  quick: 5_000,
  poll: 2_000,
} as const

/** What every connection to the server has in common; the system looks after connections on which nothing is said. */
export const server = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: limits.connect,
  statement_timeout: limits.statement,
  query_timeout: limits.answer,
  idle_in_transaction_session_timeout: limits.idle,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  application_name: 'rulewire',
})

/** Host and database of an address, for messages: never the password. */
export function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
