import { chmodSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ForwardedBy, faultHeader, printHeader, setForwarded } from '../gate/forwarded'
import type { Handler } from '../render'
import { answering } from './answering'
import { printInMemory } from './in-memory'

/** Bytes of the head of a request: what the front lets through, and the headers that it adds. */
const headBytes = 64 * 1024

interface Parts extends ForwardedBy {
  handler: Handler
  onError: (error: unknown, url: string) => void
  /** Whether each answer is logged. */
  logsAnswers: boolean
}

/**
 * The server of a renderer, on a local socket that only its front can reach: prints what it is asked to print, and lets Next answer all
 * else. It keeps connections for as long as the front does. Rejects where the socket cannot be had.
 */
export async function listenForFront(socket: string, parts: Parts): Promise<Server> {
  const answer = answering(parts.handler, { logs: parts.logsAnswers })
  const server = createServer(
    { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0, maxHeaderSize: headBytes },
    (request, response) => {
      if (request.headers[printHeader] === undefined) answer(request, response)
      else void print(request, response, { ...parts, handler: answer })
    },
  )
  server.maxHeadersCount = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socket, resolve)
  })
  if (process.platform !== 'win32') chmodSync(socket, 0o600)
  return server
}

/** What belongs to one connection and not to the answer (RFC 9110, section 7.6.1), and what the front says itself. */
const left = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'set-cookie'])

async function print(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { url = '/', headers } = request
  const handler: Handler = (inner, answer) => {
    setForwarded(inner, parts)
    return parts.handler(inner, answer)
  }
  try {
    const rendered = await printInMemory(handler, { url, host: headers.host ?? 'localhost' })
    for (const [name, value] of Object.entries(rendered.headers))
      if (!left.has(name) && typeof value === 'string') response.setHeader(name, value)
    if (rendered.isUnfinished) response.setHeader(faultHeader, 'unfinished')
    response.writeHead(rendered.status, { 'Content-Length': rendered.body.length })
    response.end(rendered.body)
  } catch (error) {
    parts.onError(error, url)
    response.writeHead(500, { [faultHeader]: 'thrown', 'Content-Length': 0 }).end()
  }
}
