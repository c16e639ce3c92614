import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HeaderLines } from './headers'
import { takesCalls } from './straight'

/** Bytes that the body of a request may have: signing in, following and calls of programs need few, a form of the desk no more than a long text. */
const signInBytes = 64 * 1024
const formBytes = 2 * 1024 * 1024
/** A file of 64 MB to be imported, and the form around it. */
const uploadBytes = 64 * 1024 * 1024 + 16 * 1024
/** Milliseconds, and bytes thrown away, before a connection that goes on sending is cut: who sends may read the answer first. */
const lingering = 1000
const lingeringBytes = 8 * 1024 * 1024

function bytesFor({ method, url = '/' }: IncomingMessage): number {
  if (takesCalls(url) || /^\/(?:api\/auth|[^/]+\/follow)(?:$|[/?])/.test(url)) return signInBytes
  return method === 'POST' && url === '/admin/porting/upload' ? uploadBytes : formBytes
}

/**
 * Holds the body of a request to its bound, whatever the method: one whose length is told is refused before any of it is read,
 * one in chunks (RFC 9112, section 7.1) as soon as more has come. Whoever handles the request never sees more than the bound.
 * The answer is then 413 with these lines, and the connection closes. False when that has happened already.
 */
export function boundBody(request: IncomingMessage, response: ServerResponse, lines: HeaderLines): boolean {
  const { headers } = request
  const length = headers['content-length']
  if (length === undefined && headers['transfer-encoding'] === undefined) return true
  const most = bytesFor(request)
  if (Number(length ?? 0) > most) {
    refuse(request, response, { most, lines })
    return false
  }
  let read = 0
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    read += chunk?.length ?? 0
    if (read <= most) return push(chunk, encoding)
    refuse(request, response, { most, lines })
    return true
  }
  return true
}

/** Answers, and throws away for a while what still comes: a connection cut at once would take the answer with it. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { most, lines }: { most: number; lines: HeaderLines },
): void {
  const cut = () => request.socket.destroy()
  const close = () => (response.headersSent && !response.writableEnded ? response.end(cut) : cut())
  const late = setTimeout(close, lingering)
  request.socket.once('close', () => clearTimeout(late))
  let thrown = 0
  request.push = (chunk: Buffer | null) => {
    thrown += chunk?.length ?? 0
    if (chunk === null || thrown > lingeringBytes) close()
    return chunk !== null
  }
  if (response.headersSent) return
  const words = Buffer.from(`The body of a request to this address may have ${most} bytes.\n`)
  const plain = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store', 'Connection', 'close']
  response.writeHead(413, [...plain, ...lines, 'Content-Length', String(words.length)])
  response.write(words)
}
