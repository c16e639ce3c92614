import { createServer } from 'node:http'
import next from 'next'
import { openSite } from './db/open-site'
import { explain } from './lib/explain'
import { setForwarded } from './lib/press/gate/forwarded'
import type { Handler } from './lib/press/render'
import { answering } from './lib/press/rendering/answering'
import { firstContent, parseSettings, type Settings } from './lib/settings'

/* `npm run dev`: one process without the press, for reloading needs Next's scripts in the pages. */

async function start(settings: Settings): Promise<void> {
  const { port, host } = settings
  const origin = settings.publicUrl ?? `http://${host}:${port}`
  const contentDir = firstContent(settings, process.argv)
  let current: Handler = (_request, response) =>
    response.writeHead(503, { 'Retry-After': '2' }).end('Rulewire is starting. Please try again in a moment.\n')
  const server = createServer((request, response) => void current(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const site = await openSite(settings, { origin, contentDir, isFirst: true })
  const app = next({ dev: true, dir: process.cwd(), httpServer: server, hostname: host, port })
  await app.prepare()
  const handler = answering(app.getRequestHandler())
  current = (request, response) => {
    setForwarded(request, settings)
    return handler(request, response)
  }
  console.log(['', `Rulewire is ready at ${origin}`, ...site.notices].join('\n'))
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await site.close().finally(() => process.exit(0))
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
