import { Server } from 'node:http'
import { openSite } from './db/open-site'
import { explain } from './lib/explain'
import { logInLines } from './lib/press/gate/log-in-lines'
import type { BeginRenderer } from './lib/press/renderer/messages'
import { removePlace } from './lib/press/renderer/place'
import { type FrontChannel, frontChannel, ownFigures, tellState } from './lib/press/rendering/channel'
import { listenForFront } from './lib/press/rendering/listen'
import { tidying } from './lib/press/rendering/tidying'
import { parseSettings, type Settings } from './lib/settings'

/*
 * The process that makes pages: Next, the database, the engine, and what is done without being asked. The front (`server.ts`) starts it,
 * asks it on a local socket, and ends it; without a front it is nothing.
 */

/** Milliseconds after which it ends, whatever it is still at. */
const lastWork = 60_000

async function begin(channel: FrontChannel, settings: Settings, asked: BeginRenderer): Promise<void> {
  const { socket, port, origin, isFirst, contentDir } = asked
  const site = await openSite(settings, { origin, contentDir, isFirst })
  // Before Next is even read: the front may have copies of this very edition.
  await tellState(site.state, channel.tell)
  const { default: next } = await import('next')
  // Next listens for upgraded connections where none come.
  const app = next({ dev: false, dir: process.cwd(), httpServer: new Server(), hostname: settings.host, port })
  await app.prepare()
  const { publicUrl, trustProxy } = settings
  const handler = app.getRequestHandler()
  let requests = 0
  const server = await listenForFront(socket, {
    handler(request, response) {
      requests++
      return handler(request, response)
    },
    publicUrl,
    trustProxy,
    onError: (error, url) => console.error('A page could not be printed', { url }, error),
    logsAnswers: settings.log.level === 'debug',
  })
  const figures = ownFigures()
  const tidy = tidying({ sizes: () => process.memoryUsage(), collect: () => globalThis.gc?.() })
  const done = (ask: number, work: Promise<void> | undefined) =>
    Promise.resolve(work).then(
      () => channel.tell({ kind: 'done', ask, isDone: true }),
      () => channel.tell({ kind: 'done', ask, isDone: false }),
    )
  const end = async () => {
    setTimeout(() => process.exit(0), lastWork).unref()
    server.close()
    server.closeIdleConnections()
    await site.close().finally(() => process.exit(0))
  }
  channel.hear((message) => {
    if (message.kind === 'ping')
      void channel.tell({ kind: 'alive', ask: message.ask, figures: figures() }).then(() => tidy(requests))
    if (message.kind === 'look') void done(message.ask, site.state.refresh())
    if (message.kind === 'turn') void done(message.ask, site.state.turnDay?.(message.instant))
    if (message.kind === 'stop') site.stop()
    if (message.kind === 'end') void end()
  })
  channel.tell({ kind: 'ready', notices: site.notices })
}

let place: string | undefined
const channel = frontChannel(() => {
  if (place !== undefined) removePlace(place)
  process.exit(0)
})
if (!channel) {
  process.stderr.write('A renderer is started by its front: start the site with npm start.\n')
  process.exit(2)
}
// A terminal, or whoever ends all processes of the site at once, means the front: it knows who is still to be answered.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
channel.hear((message) => {
  if (message.kind === 'end' && place === undefined) process.exit(0)
  if (message.kind !== 'begin' || place !== undefined) return
  place = message.socket
  const settings = parseSettings(process.env)
  logInLines(settings.log)
  begin(channel, settings, message).catch((error: unknown) => {
    process.stderr.write(`${explain(error, settings)}\n`)
    process.exit(1)
  })
})
