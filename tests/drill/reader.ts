import { request } from 'node:http'

/** How one request ended: its status, or `refused` (no connection was made), or `cut` (one was made and ended early). */
export interface Ended {
  path: string
  outcome: number | 'refused' | 'cut'
  retryAfter: string | null
  /** From asking to the last byte. */
  milliseconds: number
}

/** Asks for one path on a connection of its own, from a local address; never throws. */
export function ask(port: number, path: string, from = '127.0.0.1'): Promise<Ended> {
  const began = performance.now()
  let isConnected = false
  return new Promise((resolve) => {
    const end = (outcome: Ended['outcome'], retryAfter: string | null = null) =>
      resolve({ path, outcome, retryAfter, milliseconds: performance.now() - began })
    const asked = request({ host: '127.0.0.1', port, path, localAddress: from, agent: false }, (response) => {
      response.resume()
      response.on('end', () => end(response.statusCode ?? 0, response.headers['retry-after'] ?? null))
      response.on('close', () => end('cut'))
    })
    asked.on('socket', (socket) => socket.on('connect', () => (isConnected = true)))
    asked.on('error', () => end(isConnected ? 'cut' : 'refused'))
    asked.end()
  })
}

/** Asks for the paths in turn, one after the other, until told to stop; `stop` gives all that ended. */
export function readOn(port: number, paths: (n: number) => string): { stop: () => Promise<Ended[]> } {
  let isStopped = false
  const read = async (): Promise<Ended[]> => {
    const all: Ended[] = []
    for (let n = 0; !isStopped; n++) all.push(await ask(port, paths(n)))
    return all
  }
  const reading = read()
  return {
    stop: () => {
      isStopped = true
      return reading
    },
  }
}

export const longest = (all: readonly Ended[]): number => Math.max(...all.map(({ milliseconds }) => milliseconds))
