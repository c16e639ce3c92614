import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { database } from './db/client'
import { prepare, sessionSecret } from './db/prepare'
import { type WatchedState, watchState } from './db/stamp'
import { explain } from './lib/explain'
import { Press, serveMetrics } from './lib/press'
import { withAnswer } from './lib/press/answer'
import { parseSettings, type Settings } from './lib/settings'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

const dev = process.env.NODE_ENV !== 'production'
/**
 * Milliseconds that an idle connection is kept: longer than proxies and clients keep theirs, or they would ask on one that is
 * closed under them.
 */
const keptAlive = 65_000
/** Milliseconds between being told to end and taking no more requests. */
const lastRequests = 300

/** Answers while the site is not ready yet: a start is short, so the reader is asked to come back. */
const starting: Handler = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  response.end('Rulewire is starting. Please try again in a moment.\n')
}

/** Makes the headers about address and origin true, whoever sent them: Next and the sign-in rely on them. */
function setForwarded(request: IncomingMessage, { publicUrl, trustProxy }: Settings): void {
  const address = publicUrl ? new URL(publicUrl) : null
  const proxied = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  request.headers['x-rulewire-address'] = proxied || request.socket.remoteAddress || ''
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
    response.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(answer.status ?? status, ...rest)) as typeof response.writeHead
    return withAnswer(answer, () => handle(request, response))
  }
}

async function listen(settings: Settings, handler: Handler) {
  const server = createServer({ keepAliveTimeout: keptAlive }, handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  return server
}

/** The press in front of Next: prints public pages once per edition and day, hands out copies and static files. */
const openPress = (handler: Handler, source: WatchedState, { publicUrl }: Settings): Press =>
  new Press({
    handler,
    source,
    now: Date.now,
    publicUrl,
    folders: [{ prefix: '/_next/static/', path: join(process.cwd(), '.next/static'), hashedNames: true }],
    onError: (error, url) => console.error(url, error),
  })

async function start(settings: Settings): Promise<void> {
  let current: Handler = starting
  const server = await listen(settings, (request, response) => current(request, response))
  const port = (server.address() as { port: number }).port
  process.env.NEXTAUTH_SECRET = sessionSecret(settings)
  process.env.AUTH_TRUST_HOST = 'true'
  const opened = await database()
  const notices = await prepare(opened, join(process.cwd(), 'content'), new Date().toISOString())
  const app = next({ dev, dir: process.cwd(), httpServer: server, hostname: settings.host, port })
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
  const stop = () => {
    state.stop()
    metrics?.close()
    const printed = press?.close()
    server.close(
      () =>
        void Promise.resolve(printed)
          .then(() => opened.close())
          .finally(() => process.exit(0)),
    )
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 5000).unref()
  }
  // What has arrived but was not read yet would be cut off with the idle connections: it is read first.
  const stopSoon = () => setTimeout(stop, lastRequests)
  process.once('SIGINT', stopSoon)
  process.once('SIGTERM', stopSoon)
}

try {
  const settings = parseSettings(process.env)
  start(settings).catch((error: unknown) => {
    console.error(explain(error, settings))
    process.exit(1)
  })
} catch (error) {
  console.error(explain(error, { host: '', port: 0 }))
  process.exit(1)
}
