import { createServer } from 'node:net'

/** Rejects when something listens on a port of this machine. */
function probe(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(port, 'localhost', () => server.close(() => resolve()))
  })
}

/**
 * The first of `count` ports in a row that are free, so that test runs beside each other do not meet. They lie below those that
 * systems give to connections that go out, which would take one at any moment.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000)
    const all = Array.from({ length: count }, (_, at) => probe(first + at))
    if ((await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')) return first
  }
}
