import { createServer } from 'node:net'

/** A port of this machine that nothing listens on, or `port` itself if it is free; rejects when it is not. */
export function freePort(port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The first of `count` ports in a row that are free, so that test runs beside each other do not meet. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 300) * 40
    const all = Array.from({ length: count }, (_, at) => freePort(first + at))
    if ((await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')) return first
  }
}
