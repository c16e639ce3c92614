import type { IncomingMessage } from 'node:http'
import { requestIdHeader, requestIdOf } from '@/lib/log/request-id'

/** What is known of the address that readers use. */
export interface ForwardedBy {
  publicUrl: string | undefined
  trustProxy: boolean
}

/** Headers between the front and the renderer begin so: what a reader sends under such a name never arrives. */
const own = 'x-rulewire-'

/** On a request of the front for a page to be printed. */
export const printHeader = `${own}print`
/** On the answer to it: what went wrong, `thrown` or `unfinished`. */
export const faultHeader = `${own}fault`
/** On a probe: the number of the edition that is handed out. */
export const servedHeader = `${own}served`

/** The address of who sent a request: of the other end, or what the nearest proxy says of it. */
export function senderOf(request: IncomingMessage, trustProxy: boolean): string {
  const named = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',') : []
  return named.at(-1)?.trim() || request.socket.remoteAddress || ''
}

/** Makes the headers about address, origin and id of a request true, whoever sent them: Next, the sign-in and the log rely on them. */
export function setForwarded(request: IncomingMessage, { publicUrl, trustProxy }: ForwardedBy): void {
  const address = publicUrl ? new URL(publicUrl) : null
  const { headers } = request
  for (const name of Object.keys(headers)) if (name.startsWith(own)) delete headers[name]
  headers[requestIdHeader] = requestIdOf(request, trustProxy)
  headers['x-rulewire-address'] = senderOf(request, trustProxy)
  headers['x-forwarded-host'] = address?.host ?? headers.host ?? 'localhost'
  headers['x-forwarded-proto'] = address?.protocol.slice(0, -1) ?? 'http'
  // Without a user agent Next would stream head tags into the body.
  headers['user-agent'] ||= 'unknown'
}
