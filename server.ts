import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { database } from './db/client'
import { watchDue } from './db/due'
import { prepare, sessionSecret } from './db/prepare'
import { type WatchedState, watchState } from './db/stamp'
import { explain } from './lib/explain'
import { Press, serveMetrics } from './lib/press'
import { withAnswer } from './lib/press/answer'
import { answerOnce, inWords } from './lib/press/copies/hand-out'
import { openFront } from './lib/press/gate/front'
import { type Safety, safetyOf } from './lib/press/gate/headers'
import { logLine } from './lib/press/gate/log-line'
import { parseSettings, type Settings } from './lib/settings'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** The clock as it is before Next puts its own in its place, which looks each time whether a page is being rendered. */
const { now } = Date
const dev = process.env.NODE_ENV !== 'production'
/** Seconds after which one may ask again for what could not be had. */
const retryAfter = '5'
/** Milliseconds after which a process that was told to end does so, whatever it is still at. */
const lastAnswers = 60_000

/** Answers that the site is not ready: a start is short, and so is an end, so that the reader is asked to come back. */
const unready =
  (words: string) =>
  (safety: Safety): Handler =>
  (_request, response) =>
    answerOnce(response, inWords({ status: 503, words, lines: ['Retry-After', '2'] }, safety))
const starting = unready('Rulewire is starting. Please try again in a moment.')
const ending = unready('Rulewire is about to end.')

/** The address of who sent a request: of the other end, or what the nearest proxy says of it. */
function senderOf(request: IncomingMessage, trustProxy: boolean): string {
  const named = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',') : []
  return named.at(-1)?.trim() || request.socket.remoteAddress || ''
}

/** Makes the headers about address and origin true, whoever sent them: Next and the sign-in rely on them. */
function setForwarded(request: IncomingMessage, { publicUrl, trustProxy }: Settings): void {
  const address = publicUrl ? new URL(publicUrl) : null
  request.headers['x-rulewire-address'] = senderOf(request, trustProxy)
  request.headers['x-forwarded-host'] = address?.host ?? request.headers.host ?? 'localhost'
  request.headers['x-forwarded-proto'] = address?.protocol.slice(0, -1) ?? 'http'
  // Without a user agent Next would stream head tags into the body.
  request.headers['user-agent'] ||= 'unknown'
}

/** Lets a page decide the status of its answer (`setStatus`). */
function answering(handle: Handler, settings: Settings): Handler {
  return (request, response) => {
    setForwarded(request, settings)
    const answer: { status?: number } = {}
    const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      const final = answer.status ?? status
      if (final === 503 && !response.hasHeader('retry-after')) response.setHeader('Retry-After', retryAfter)
      return writeHead(final, ...rest)
    }) as typeof response.writeHead
    return withAnswer(answer, () => handle(request, response))
  }
}

async function listen(server: Server, { port, host }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as { port: number }).port
}

/** The press in front of Next: prints public pages once per edition and day, hands out copies and static files. */
const openPress = (handler: Handler, source: WatchedState, { publicUrl, trustProxy }: Settings): Press =>
  new Press({
    handler,
    source,
    now,
    publicUrl,
    senderOf: (request) => senderOf(request, trustProxy),
    folders: [{ prefix: '/_next/static/', path: join(process.cwd(), '.next/static'), hashedNames: true }],
    onError: (error, url) => console.error(url, error),
  })

/** Whatever is logged from now on, also by Next, is a line each: nobody can write more of them than he sends requests. */
function logInLines(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...parts: unknown[]) => void process.stderr.write(`${logLine(parts)}\n`)
}

async function start(settings: Settings): Promise<void> {
  if (!dev) logInLines()
  const safety = safetyOf({ isHttps: settings.publicUrl?.startsWith('https:') ?? false })
  let current: Handler = starting(safety)
  const front = openFront((request, response) => {
    // Whoever shares requests out should send no more here.
    if (front.isEnding && request.url === '/readyz') ending(safety)(request, response)
    else current(request, response)
  }, safety)
  const port = await listen(front.server, settings)
  process.env.NEXTAUTH_SECRET = sessionSecret(settings)
  process.env.AUTH_TRUST_HOST = 'true'
  const opened = await database()
  const notices = await prepare(opened, join(process.cwd(), 'content'), new Date().toISOString())
  const due = await watchDue(opened, () => new Date().toISOString())
  // Only development has a use for upgraded connections: elsewhere Next listens for them where none come.
  const httpServer = dev ? front.server : new Server()
  const app = next({ dev, dir: process.cwd(), httpServer, hostname: settings.host, port })
  await app.prepare()
  const handler = answering(app.getRequestHandler(), settings)
  const state = await watchState(opened)
  const press = dev ? undefined : openPress(handler, state, settings)
  const metrics =
    press && settings.metricsPort !== undefined ? await serveMetrics(press.metrics, settings.metricsPort) : null
  // Development needs Next's scripts in the pages, to reload them.
  current = press ? (request, response) => press.handle(request, response) : handler
  console.log(
    ['', `Rulewire is ready at ${settings.publicUrl ?? `http://${settings.host}:${port}`}`, ...notices].join('\n'),
  )
  const stop = async () => {
    setTimeout(() => process.exit(0), lastAnswers).unref()
    await front.drain()
    const printed = press?.close()
    await front.close()
    await printed
    state.stop()
    due.stop()
    metrics?.close()
    await Promise.resolve(opened.close()).finally(() => process.exit(0))
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

try {
  const settings = parseSettings(process.env)
  start(settings).catch((error: unknown) => {
    process.stderr.write(`${explain(error, settings)}\n`)
    process.exit(1)
  })
} catch (error) {
  process.stderr.write(`${explain(error, { host: '', port: 0 })}\n`)
  process.exit(1)
}
