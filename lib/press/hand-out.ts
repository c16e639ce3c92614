import type { IncomingMessage, ServerResponse } from 'node:http'
import fresh from 'fresh'
import type { Representation } from './copy'
import type { HeaderLines } from './headers'

/** Answers with a copy, or with 304 when the reader has it (RFC 9110, section 13.2.2). Returns the status. */
export function handOut(copy: Representation, request: IncomingMessage, response: ServerResponse): 200 | 304 {
  if (isHeld(copy, request)) {
    response.writeHead(304, copy.notModifiedLines)
    response.end()
    return 304
  }
  response.writeHead(200, copy.lines)
  // To HEAD Node sends no body.
  response.end(copy.body)
  return 200
}

function isHeld({ etag, began }: Representation, { headers }: IncomingMessage): boolean {
  const held = headers['if-none-match']
  const since = headers['if-modified-since']
  if (held === undefined && since === undefined) return false
  if (held === etag) return true
  // Without the reader's Cache-Control: a 304 is a validated answer, which `no-cache` allows.
  return fresh({ 'if-none-match': held, 'if-modified-since': since }, { etag, 'last-modified': began })
}

/** Answers with something that is not kept: an error, a redirect, a page that is not there. */
export function answerOnce(
  response: ServerResponse,
  { status, lines, body }: { status: number; lines: HeaderLines; body: Buffer },
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, [...lines, 'Cache-Control', 'no-store', 'Content-Length', String(body.length)])
  response.end(body)
}

/** The same with a sentence as its body. */
export function answerInWords(
  response: ServerResponse,
  { status, words, lines = [] }: { status: number; words: string; lines?: HeaderLines },
): void {
  const plain = ['Content-Type', 'text/plain; charset=utf-8', 'X-Content-Type-Options', 'nosniff']
  answerOnce(response, { status, lines: [...plain, ...lines], body: Buffer.from(`${words}\n`) })
}
