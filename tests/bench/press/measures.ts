import { request } from 'node:http'
import { median } from '../marks'
import type { PlainPage } from './plain'
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

const middle = (runs: readonly Loaded[]): Loaded => ({
  perSecond: median(runs.map(({ perSecond }) => perSecond)),
  perProcessorSecond: median(runs.map(({ perProcessorSecond }) => perProcessorSecond ?? Number.NaN)),
  p99: median(runs.map(({ p99 }) => p99)),
})

/** A server, and the tag under which it has a page. */
export interface Tagged {
  server: Running
  etag: string
}

/** Several servers with a page of the same address under load in turn; the medians of each over the rounds. */
export async function compareLoads<Servers extends readonly [Tagged, ...Tagged[]]>(
  servers: Servers,
  path: string,
  { seconds, rounds, status }: { seconds: number; rounds: number; status: 200 | 304 },
): Promise<{ [At in keyof Servers]: Loaded }> {
  const runs = servers.map((): Loaded[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, { server, etag }] of servers.entries()) {
      const headers = { 'accept-encoding': 'br', ...(status === 304 && { 'if-none-match': etag }) }
      runs[index]?.push(await load(server, path, { seconds, headers, status }))
    }
  return runs.map(middle) as unknown as { [At in keyof Servers]: Loaded }
}

export interface Fetched {
  status: number
  headers: Record<string, string>
  /** Name and value in turn. */
  lines: string[]
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
          lines: response.rawHeaders,
          body: Buffer.concat(chunks),
          milliseconds: performance.now() - began,
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

const writtenByNode = ['date', 'connection', 'keep-alive', 'transfer-encoding']

function withoutNodes(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 2)
    if (!writtenByNode.includes((lines[at] ?? '').toLowerCase())) kept.push(...lines.slice(at, at + 2))
  return kept
}

/** Pages as a site sends them, for the baseline to send; throws where one is not answered 200, and 304 to who has it. */
export async function keepPages(port: number, wanted: readonly string[]): Promise<PlainPage[]> {
  const brotli = { 'accept-encoding': 'br' }
  return Promise.all(
    wanted.map(async (path) => {
      const { status, headers, lines, body } = await fetchOnce(port, path, brotli)
      const { etag = '' } = headers
      const again = await fetchOnce(port, path, { ...brotli, 'if-none-match': etag })
      if (status !== 200 || again.status !== 304)
        throw new Error(`${path} was answered ${status}, then ${again.status}`)
      const kept = { lines: withoutNodes(lines), linesOf304: withoutNodes(again.lines) }
      return { path, etag, ...kept, base64: body.toString('base64') }
    }),
  )
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
