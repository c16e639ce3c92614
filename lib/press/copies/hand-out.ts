import type { IncomingMessage, ServerResponse } from 'node:http'
import fresh from 'fresh'
import type { HeaderLines, Safety } from '../gate/headers'
import type { Representation } from './copy'

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

/** An answer that is not kept: an error, a redirect, a page that is not there. */
export interface Once {
  status: number
  lines: HeaderLines
  body: Buffer
}

/** Answers with something that is not kept; `lines` hold the security headers already. */
export function answerOnce(response: ServerResponse, { status, lines, body }: Once): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, [...lines, 'Cache-Control', 'no-store', 'Content-Length', String(body.length)])
  response.end(body)
}

const wordsType = 'text/plain; charset=utf-8'

/** A sentence as an answer. */
export const inWords = (
  { status, words, lines = [] }: { status: number; words: string; lines?: HeaderLines },
  safety: Safety,
): Once => ({
  status,
  lines: ['Content-Type', wordsType, ...safety(wordsType), ...lines],
  body: Buffer.from(`${words}\n`),
})
