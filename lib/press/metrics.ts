import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the press counts as it goes; plain numbers, because a hit must cost next to nothing. */
export interface PressCounts {
  hits: number
  misses: number
  notModified: number
  /** Refused because the queue was full or closed, or the render took too long. */
  refused: number
  /** Renders that threw or answered 5xx. */
  failed: number
}

export interface Gauges {
  running: number
  waiting: number
  bytes: number
  copies: number
  edition: number
}

export interface Metrics {
  registry: Registry
  /** Begins to time a render; what it returns ends it. */
  rendering(): () => void
}

const counters: Record<keyof PressCounts, string> = {
  hits: 'Answers from memory, 304 included',
  misses: 'Public requests that had to wait for a render',
  notModified: 'Answers 304',
  refused: 'Answers 503',
  failed: 'Renders that threw or answered 5xx',
}
const gauges: Record<keyof Gauges, string> = {
  running: 'Renders under way',
  waiting: 'Renders waiting for a place',
  bytes: 'Bytes held in memory',
  copies: 'Copies held in memory',
  edition: 'Number of the edition that is handed out',
}

const nameOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The figures of a press, read when they are asked for. */
export function pressMetrics(counts: PressCounts, read: () => Gauges): Metrics {
  const registry = new Registry()
  const registers = [registry]
  for (const key of Object.keys(counters) as (keyof PressCounts)[])
    new Counter({
      name: `rulewire_press_${nameOf(key)}_total`,
      help: counters[key],
      registers,
      collect() {
        this.reset()
        this.inc(counts[key])
      },
    })
  for (const key of Object.keys(gauges) as (keyof Gauges)[])
    new Gauge({
      name: key === 'edition' ? 'rulewire_edition' : `rulewire_press_${nameOf(key)}`,
      help: gauges[key],
      registers,
      collect() {
        this.set(read()[key])
      },
    })
  const seconds = new Histogram({
    name: 'rulewire_press_render_seconds',
    help: 'Seconds that Next took to render a page',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  return { registry, rendering: () => seconds.startTimer() }
}

/**
 * Serves `/metrics` in the Prometheus text format to this machine only, with the figures of this process beside those of the
 * press. Port 0 takes a free one. Rejects when the port is taken.
 */
export async function serveMetrics({ registry }: Metrics, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    const text = await registry.metrics()
    response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  // Only now: where the port was taken it is tried again.
  collectDefaultMetrics({ register: registry })
  return server
}
