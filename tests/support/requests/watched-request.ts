import { request } from 'node:http'
import { processorSeconds } from './processor-time'

export interface Watched {
  status: number
  body: Buffer
  /** Seconds of processor time that the server took from the request to the end of its answer. */
  seconds: number
}

/** Milliseconds between two looks at a server that has not answered yet. */
const betweenLooks = 200

/**
 * Sends a request as it stands (no client mends its target) and watches the server meanwhile, by its own processor time and not
 * by the clock: rejects when one request has cost it more than `most` seconds, whether it ever answers or not.
 */
export function watchedRequest(
  { port, pid }: { port: number; pid: number },
  { path, headers = {}, most }: { path: string; headers?: Record<string, string>; most: number },
): Promise<Watched> {
  const before = processorSeconds(pid)
  const spent = () => processorSeconds(pid) - before
  return new Promise((resolve, reject) => {
    const asking = request({ host: 'localhost', port, path, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        clearInterval(watch)
        const seconds = spent()
        if (seconds > most) reject(tooDear(path, seconds))
        else resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), seconds })
      })
    })
    const watch = setInterval(() => {
      const seconds = spent()
      if (seconds <= most) return
      clearInterval(watch)
      asking.destroy(tooDear(path, seconds))
    }, betweenLooks)
    asking.on('error', (error) => {
      clearInterval(watch)
      reject(new Error(`${path.slice(0, 300)}: ${error.message}`))
    })
    asking.end()
  })
}

const tooDear = (path: string, seconds: number): Error =>
  new Error(`${path.slice(0, 300)} cost the server ${seconds.toFixed(1)} seconds of processor time.`)
