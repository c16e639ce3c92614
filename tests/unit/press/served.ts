import { type IncomingHttpHeaders, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Press, type PressOptions, type PublicState, type StateSource } from '@/lib/press'
import { openFront } from '@/lib/press/gate/front'
import { printInMemory } from '@/lib/press/rendering/in-memory'

export const published = '2026-03-01T06:00:00.000Z'
export const noon = Date.parse('2026-03-01T12:00:00Z')

export const stateOf = (edition: number): PublicState => ({
  edition,
  publishedAt: published,
  dossiers: [{ id: 'arms', timeZone: 'Asia/Tokyo', dimensions: ['equipment', 'purpose'] }],
})

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As sent. */
  bytes: Buffer
  /** Unpacked. */
  text: string
}

/** A state that a test turns by hand. `later` is what `refresh` finds. */
export class HandSource implements StateSource {
  later: PublicState
  looks = 0
  /** What stands in the way of a day, for a test that turns one. */
  turnDay?: StateSource['turnDay']
  private listeners: (() => void)[] = []
  constructor(private state = stateOf(1)) {
    this.later = state
  }
  read = () => this.state
  subscribe = (listener: () => void) => void this.listeners.push(listener)
  refresh = async () => {
    this.looks++
    if (this.later !== this.state) this.publish(this.later)
  }
  publish(state: PublicState) {
    this.state = this.later = state
    for (const listener of this.listeners) listener()
  }
}

const running: Server[] = []

/** Stops every server that `serve` has started. */
export async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Lets a handler answer, and its answer leave once that may be. */
const waiting =
  (handler: PressOptions['handler']): PressOptions['handler'] =>
  (incoming, response, beforeAnswer) => {
    if (beforeAnswer) {
      const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse
      response.end = ((...parts: unknown[]) => {
        void beforeAnswer().then(() => end(...parts))
        return response
      }) as typeof response.end
    }
    return handler(incoming, response)
  }

/** A press on a real port, in front of a handler that stands for Next. */
export async function serve(options: Partial<PressOptions> & Pick<PressOptions, 'handler'>) {
  const source = new HandSource()
  const render: PressOptions['render'] = (page) => printInMemory(options.handler, page)
  const press = new Press({ source, now: () => noon, render, ...options, handler: waiting(options.handler) })
  const server = openFront((incoming, response) => press.handle(incoming, response), press.safety).server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(server)
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    send({ port, path, headers, method })
  return { press, source, port, ask }
}

export function send(options: {
  port: number
  path: string
  headers: Record<string, string>
  method: string
}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', agent: false, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const text = unpack(bytes, response.headers['content-encoding']).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

function unpack(bytes: Buffer, coding: string | undefined): Buffer {
  if (bytes.length === 0 || coding === undefined) return bytes
  return coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
}

/** A handler that answers every address with a page of its own, and counts. */
export function pages(text = 'words '.repeat(200)) {
  const rendered: string[] = []
  const handler: PressOptions['handler'] = (incoming, response) => {
    rendered.push(`${incoming.headers.host} ${incoming.url}`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b', vary: 'rsc, cookie' })
    response.end(`<!DOCTYPE html><title>${rendered.length}</title><p>${incoming.headers.cookie ?? ''}${text}</p>`)
  }
  return { handler, rendered }
}
