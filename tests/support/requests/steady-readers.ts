import { Agent, request } from 'node:http'

/** How one request ended: its status, or the code of what broke it. */
export type Outcome = number | string

function ask(port: number, path: string, agent: Agent | false): Promise<Outcome> {
  return new Promise((resolve) => {
    const asked = request({ host: 'localhost', port, path, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('close', () => resolve('cut'))
    })
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    asked.end()
  })
}

/**
 * Reads a path without pause, some on connections that they keep and some on a new one each time, until told to stop; `stop` gives how
 * often each outcome was met. `count` is of what has been answered so far.
 */
export function readSteadily(port: number, path: string) {
  const met = new Map<Outcome, number>()
  let isStopped = false
  let count = 0
  const read = async (agent: Agent | false) => {
    while (!isStopped) {
      const outcome = await ask(port, path, agent)
      met.set(outcome, (met.get(outcome) ?? 0) + 1)
      count++
    }
  }
  const kept = new Agent({ keepAlive: true, maxSockets: 2 })
  const reading = Promise.all([read(kept), read(kept), read(false), read(false)])
  return {
    count: () => count,
    stop: async () => {
      isStopped = true
      await reading
      kept.destroy()
      return [...met.keys()]
    },
  }
}
