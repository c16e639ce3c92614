import { request } from 'node:http'
import { median } from '../marks'
import { processorSeconds, type Running, runOnLoadCore } from './processes'

export interface Loaded {
  perSecond: number
  /** Answers per second of the server's processor time; undefined where the system does not tell. */
  perProcessorSecond: number | undefined
  /** Milliseconds. */
  p99: number
}

/** One run of load on an address; throws when not every answer had the expected status. */
export async function load(
  server: Running,
  path: string,
  { seconds, headers = {}, status = 200 }: { seconds: number; headers?: Record<string, string>; status?: 200 | 304 },
): Promise<Loaded> {
  const before = processorSeconds(server)
  const url = `http://127.0.0.1:${server.port}${path}`
  const said = await runOnLoadCore('tests/bench/press/load.ts', [url, String(seconds), '32', JSON.stringify(headers)])
  const after = processorSeconds(server)
  const { perSecond, total, p99, answered, errors } = JSON.parse(said)
  if (answered[status] !== total || errors > 0) throw new Error(`${url} was not always answered ${status}: ${said}`)
  // The uncounted second of warming up costs processor time too.
  const share = seconds / (seconds + 1)
  const perProcessorSecond =
    before === undefined || after === undefined ? undefined : total / ((after - before) * share)
  return { perSecond, perProcessorSecond, p99 }
}

export interface Fetched {
  status: number
  headers: Record<string, string>
  body: Buffer
  /** From asking to the last byte. */
  milliseconds: number
}

/** One answer as sent, undecoded. */
export function fetchOnce(port: number, path: string, headers: Record<string, string>): Promise<Fetched> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(chunks),
          milliseconds: performance.now() - began,
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

const warmingUp = 40

/** Milliseconds of the same page never printed before, each time under another host: medians, the servers in turn. */
export async function missTimes(servers: Running[], path: string, times: number): Promise<number[]> {
  const taken: number[][] = servers.map(() => [])
  for (let time = -warmingUp; time < times; time++)
    // Who goes first changes each time: the second finds a warmer machine.
    for (const [index, { port }] of time % 2 === 0 ? [...servers.entries()] : [...servers.entries()].reverse()) {
      const host = `n${time + warmingUp}.example`
      const { status, milliseconds } = await fetchOnce(port, path, { host, 'accept-encoding': 'br' })
      if (status !== 200) throw new Error(`${path} was answered ${status}`)
      if (time >= 0) taken[index]?.push(milliseconds)
    }
  return taken.map(median)
}
