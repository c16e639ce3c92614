import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header by which proxies and programs name a request. */
export const requestIdHeader = 'x-request-id'

/** The id of a request: the one that a trusted proxy gave it, where that is one, else one of its own. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>, trustProxy: boolean): string {
  const given = headers[requestIdHeader]
  return trustProxy && typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}
