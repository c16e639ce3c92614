import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import { Server as Listener } from 'node:net'
import type { Duplex } from 'node:stream'
import { inWords } from '../copies/hand-out'
import type { Safety } from './headers'

export interface FrontLimits {
  /** Milliseconds in which the head of a request must have come, and then all of it. */
  head: number
  whole: number
  /** Milliseconds in which nothing moves on a connection that has something under way. */
  silent: number
  /**
   * Milliseconds that an idle connection is kept: longer than proxies and clients keep theirs, or they would ask on one that is
   * closed under them.
   */
  idle: number
  /** Milliseconds between being told to end and taking no more connections: what has arrived but was not read yet is read. */
  last: number
  /** Milliseconds without any request after which a server that is told to end closes idle connections, and most it waits for that. */
  quiet: number
  drain: number
}

const usualLimits: FrontLimits = {
  head: 20_000,
  whole: 120_000,
  silent: 180_000,
  idle: 65_000,
  last: 300,
  quiet: 500,
  drain: 10_000,
}
/** Milliseconds between two looks at whether a server that is told to end has become quiet. */
const betweenLooks = 50

export interface Front {
  server: Server
  /** Whether it has been told to end. */
  readonly isEnding: boolean
  /** Takes no more connections, and answers on those that there are for the last time; resolves when none has asked for a while. */
  drain(): Promise<void>
  /** Closes what is idle; resolves when the last answer has left. */
  close(): Promise<void>
}

/** The server in front of everything: its limits on slow senders, its answers to what is no HTTP, and how it ends without cutting anybody off. */
export function openFront(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  safety: Safety,
  given: Partial<FrontLimits> = {},
): Front {
  const limits = { ...usualLimits, ...given }
  let isEnding = false
  let lastAsked = 0
  const answering = new WeakMap<Duplex, ServerResponse>()
  const server = createServer(
    {
      keepAliveTimeout: limits.idle,
      headersTimeout: limits.head,
      requestTimeout: limits.whole,
      connectionsCheckingInterval: Math.min(5000, limits.head),
      // A missing or unsound host is refused with all the others.
      requireHostHeader: false,
    },
    (request, response) => {
      answering.set(request.socket, response)
      if (isEnding) {
        lastAsked = performance.now()
        response.shouldKeepAlive = false
      }
      handler(request, response)
    },
  )
  // Node passes over what is beyond a count, and acts upon it all the same: all are read, and too many are refused with the others.
  server.maxHeadersCount = 0
  server.setTimeout(limits.silent)
  server.on('clientError', (error, socket) => answerUnread(error, socket, { safety, answering }))
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    const { lines, body } = inWords({ status: 417, words: 'No such expectation can be met.' }, safety)
    response.writeHead(417, [...lines, 'Connection', 'close', 'Content-Length', String(body.length)]).end(body)
  })
  server.on('connect', (_request, socket: Duplex) => writeRaw(socket, 400, safety))
  return {
    server,
    get isEnding() {
      return isEnding
    },
    async drain() {
      isEnding = true
      await new Promise((resolve) => setTimeout(resolve, limits.last))
      // The HTTP server's own way would close idle connections at once, and what their clients have just sent with them.
      Listener.prototype.close.call(server)
      const began = performance.now()
      lastAsked = Math.max(lastAsked, began)
      const isQuiet = () => performance.now() - lastAsked >= limits.quiet
      while (!isQuiet() && performance.now() - began < limits.drain)
        await new Promise((resolve) => setTimeout(resolve, betweenLooks))
    },
    async close() {
      isEnding = true
      server.closeIdleConnections()
      const isOpen = () => new Promise<boolean>((resolve) => server.getConnections((_, count) => resolve(count > 0)))
      while (await isOpen()) {
        await new Promise((resolve) => setTimeout(resolve, betweenLooks))
        server.closeIdleConnections()
      }
    },
  }
}

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What came could not be read as a request: an answer, unless one is on its way on that connection already. */
function answerUnread(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  { safety, answering }: { safety: Safety; answering: WeakMap<Duplex, ServerResponse> },
): void {
  const response = answering.get(socket)
  const isFree = !response || response.writableFinished || !response.headersSent
  if (socket.writable && isFree && error.code !== 'ECONNRESET')
    writeRaw(socket, statuses[error.code ?? ''] ?? 400, safety)
  else socket.destroy(error)
}

function writeRaw(socket: Duplex, status: number, safety: Safety): void {
  const reason = STATUS_CODES[status] ?? 'Bad Request'
  const { lines, body } = inWords({ status, words: `${reason}.` }, safety)
  const all = [...lines, 'Cache-Control', 'no-store', 'Connection', 'close', 'Content-Length', String(body.length)]
  const head = all.reduce((text, part, at) => text + (at % 2 === 0 ? `${part}: ` : `${part}\r\n`), '')
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n${body}`, () => socket.destroy())
}
