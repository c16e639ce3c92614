import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { explain } from './lib/explain'
import { Press, serveMetrics } from './lib/press'
import { answerOnce, inWords } from './lib/press/copies/hand-out'
import { copiesFileOf, keepCopies, keptCopies } from './lib/press/copies/kept-copies'
import { markInUse, staticFolders } from './lib/press/gate/builds'
import { senderOf, setForwarded } from './lib/press/gate/forwarded'
import { type Front, openFront } from './lib/press/gate/front'
import { type Safety, safetyOf } from './lib/press/gate/headers'
import { logInLines } from './lib/press/gate/log-in-lines'
import { handedSocket, takesOver, tellStarter } from './lib/press/gate/starter'
import { isReadiness } from './lib/press/gate/straight'
import { printBy } from './lib/press/renderer/ask-print'
import { countRenderers } from './lib/press/renderer/metrics'
import { passTo } from './lib/press/renderer/pass'
import { probing } from './lib/press/renderer/probe'
import { NoRendererError, Renderers } from './lib/press/renderer/renderers'
import { ToldState } from './lib/press/renderer/told-state'
import { firstContent, parseSettings, type Settings } from './lib/settings'

/*
 * The front (model, section 5): sockets, addresses, copies, and nothing that makes a page. It starts and watches the renderers
 * (`renderer.ts`) and asks them for what it has not.
 */

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Milliseconds after which a process that was told to end does so, whatever it is still at. */
const lastAnswers = 60_000
/** Bytes of copies that are laid by for the next start. */
const mostKept = 16 * 1024 * 1024
/** Milliseconds between two tries to have the port of the figures, which the front before still holds. */
const betweenTries = 100

/** The folder of the build that this process runs. */
const build = process.env.RULEWIRE_BUILD || '.next'

/** Answers that the site is not ready: a start is short, and so is an end, so that the reader is asked to come back. */
const unready =
  (words: string) =>
  (safety: Safety): Answer =>
  (_request, response) =>
    answerOnce(response, inWords({ status: 503, words, lines: ['Retry-After', '2'] }, safety))
const starting = unready('Rulewire is starting. Please try again in a moment.')
const ending = unready('Rulewire is about to end.')

async function listen(server: Server, { port, host }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as { port: number }).port
}

/** The press before the renderers: has public pages printed once per edition and day, hands out copies and static files. */
function openPress(renderers: Renderers, state: ToldState, settings: Settings): Press {
  const { publicUrl, trustProxy } = settings
  const pass = probing(passTo(renderers), renderers, state)
  return new Press({
    handler: (request, response, beforeAnswer) => {
      setForwarded(request, settings)
      return pass(request, response, beforeAnswer)
    },
    render: printBy(renderers),
    source: state,
    now: Date.now,
    publicUrl,
    senderOf: (request) => senderOf(request, trustProxy),
    folders: staticFolders(build).map((path) => ({ prefix: '/_next/static/', path, hashedNames: true })),
    onError: (error, url) => console.error('A page could not be printed', { url }, error),
  })
}

/** The figures for operators; while the front before holds their port, it is waited for. */
async function openMetrics(press: Press, renderers: Renderers, { metricsPort }: Settings, isPatient: boolean) {
  if (metricsPort === undefined) return null
  countRenderers(press.metrics.registry, renderers)
  for (const until = performance.now() + lastAnswers; ; await pause(betweenTries))
    try {
      return await serveMetrics(press.metrics, metricsPort)
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || !isPatient || performance.now() > until) throw error
    }
}

/** Ends a front that answers: nobody is cut off, and publishes under way are ended well. */
function ender(parts: {
  front: Front
  press: Press
  renderers: Renderers
  keepForNextStart: () => Promise<void>
  closeMetrics: () => void
}) {
  const { front, press, renderers, keepForNextStart, closeMetrics } = parts
  let isAsked = false
  return async (isHandedOver: boolean): Promise<void> => {
    if (isAsked) return
    isAsked = true
    console.info('Ending: what was asked is answered first')
    setTimeout(() => process.exit(0), lastAnswers).unref()
    if (isHandedOver) closeMetrics()
    renderers.stop()
    await front.drain({ isHandedOver })
    const printed = press.close()
    await front.close()
    await printed
    // A folder that cannot be written costs the next start some prints.
    await keepForNextStart().catch((error: unknown) => console.warn('No copies are laid by for the next start:', error))
    await renderers.close()
    closeMetrics()
    process.exit(0)
  }
}

async function start(settings: Settings): Promise<void> {
  logInLines(settings.log)
  const safety = safetyOf({ isHttps: settings.publicUrl?.startsWith('https:') ?? false })
  let current: Answer = starting(safety)
  const front = openFront((request, response) => {
    // Whoever shares requests out should send no more here.
    if (front.isEnding && isReadiness(request.url ?? '')) ending(safety)(request, response)
    else current(request, response)
  }, safety)
  const contentDir = firstContent(settings, process.argv)
  markInUse(build)
  // A front that takes another's place listens only when it can answer: until then the other does.
  const handed = process.argv.includes(takesOver) ? await handedSocket() : null
  const port = handed?.port ?? (await listen(front.server, settings))
  const origin = settings.publicUrl ?? `http://${settings.host}:${port}`
  const state: ToldState = new ToldState(() => renderers)
  const renderers: Renderers = new Renderers({
    entry: new URL(import.meta.url.endsWith('.ts') ? './renderer.ts' : './renderer.mjs', import.meta.url),
    count: settings.renderers,
    begin: { port, origin, contentDir, isFirst: handed === null },
    onTold: (message) => state.take(message),
    say: (line) => console.error(line),
    limits: { patience: settings.rendererPatience },
  })
  // However this process ends: one that hangs would not notice.
  process.on('exit', () => renderers.kill())
  const copiesFile = copiesFileOf(build, settings, port)
  const laid = copiesFile && keptCopies(copiesFile)
  const told = new Promise<void>((resolve) => state.subscribe(resolve))
  const ready = renderers.start()
  // Copies of what is public still are handed out before anything can be printed.
  await Promise.race([told, ready])
  const press = openPress(renderers, state, settings)
  const before = await laid
  if (before) press.takeBack(before)
  current = (request, response) => press.handle(request, response)
  const notices = await ready
  let metrics = handed ? null : await openMetrics(press, renderers, settings, false)
  if (handed) await new Promise<void>((resolve) => front.server.listen(handed.socket, resolve))
  console.log(['', `Rulewire is ready at ${origin}`, ...notices].join('\n'))
  console.info('Ready', { origin })
  const keepForNextStart = async () => {
    if (copiesFile) await keepCopies(copiesFile, press.written(mostKept))
  }
  const end = ender({ front, press, renderers, keepForNextStart, closeMetrics: () => metrics?.close() })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(false))
  // Whoever has started this process has heard it too, and decides.
  if (process.send) process.on('SIGHUP', () => undefined)
  tellStarter({ server: front.server, port, onRetired: () => void end(true), onAlone: () => void end(false) })
  if (handed) metrics = await openMetrics(press, renderers, settings, true)
}

try {
  const settings = parseSettings(process.env)
  start(settings).catch((error: unknown) => {
    // A renderer that could not start has said why.
    if (error instanceof NoRendererError) process.exit(error.exitCode)
    process.stderr.write(`${explain(error, settings)}\n`)
    process.exit(1)
  })
} catch (error) {
  process.stderr.write(`${explain(error, { host: '', port: 0 })}\n`)
  process.exit(1)
}
