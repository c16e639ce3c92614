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
  /**
   * Looks in a row at which nobody new has come, after which a server that is told to end takes no more connections; and those at
   * which nobody has asked, after which it closes idle ones. A busy server is late to see who has come: time alone tells nothing.
   */
  last: number
  quiet: number
  /** Milliseconds that it waits for either at most. */
  drain: number
}

const usualLimits: FrontLimits = {
  head: 20_000,
  whole: 120_000,
  silent: 180_000,
  idle: 65_000,
  last: 6,
  quiet: 10,
  drain: 10_000,
}
/** Milliseconds between two looks at whether a server that is told to end has become quiet. */
const betweenLooks = 50

export interface Front {
  server: Server
  /** Whether it has been told to end, and nobody listens in its place. */
  readonly isEnding: boolean
  /**
   * Takes no more connections, and answers on those that there are for the last time; resolves when none has asked for a while.
   * `isHandedOver`: another process listens on the same socket, so that nobody need be waited for who is about to knock.
   */
  drain(how?: { isHandedOver: boolean }): Promise<void>
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
  let isReplaced = false
  /** Looks since somebody came, and since somebody asked. */
  let looksAlone = 0
  let looksQuiet = 0
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
        looksQuiet = 0
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
  server.on('connection', () => {
    looksAlone = 0
  })
  server.on('connect', (_request, socket: Duplex) => writeRaw(socket, 400, safety))
  return {
    server,
    get isEnding() {
      return isEnding && !isReplaced
    },
    async drain({ isHandedOver } = { isHandedOver: false }) {
      isEnding = true
      isReplaced = isHandedOver
      const told = performance.now()
      const isPatient = () => performance.now() - told < limits.drain
      if (!isHandedOver) for (looksAlone = 0; looksAlone < limits.last && isPatient(); looksAlone++) await look()
      // The HTTP server's own way would close idle connections at once, and what their clients have just sent with them.
      Listener.prototype.close.call(server)
      for (looksQuiet = 0; looksQuiet < limits.quiet && isPatient(); looksQuiet++) await look()
    },
    async close() {
      isEnding = true
      server.closeIdleConnections()
      const isOpen = () => new Promise<boolean>((resolve) => server.getConnections((_, count) => resolve(count > 0)))
      while (await isOpen()) {
        await look()
        server.closeIdleConnections()
      }
    },
  }
}

/** A moment, with a turn in which whoever has knocked is let in. */
const look = () => new Promise<void>((resolve) => setTimeout(() => setImmediate(resolve), betweenLooks))

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
