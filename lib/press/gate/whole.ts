import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

/**
 * A request once all of its body has come, which `boundBody` has bounded: who sends slowly holds no place that others wait for. Rejects when the
 * sender goes away.
 */
export async function readWhole(request: IncomingMessage): Promise<IncomingMessage> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const { method, url, rawHeaders, socket, httpVersion } = request
  const { 'transfer-encoding': _, ...headers } = request.headers
  const body = Buffer.concat(pieces)
  const whole = {
    method,
    url,
    rawHeaders,
    socket,
    httpVersion,
    headers: { ...headers, 'content-length': String(body.length) },
  }
  return Object.assign(Readable.from(body.length === 0 ? [] : [body]), whole) as unknown as IncomingMessage
}
