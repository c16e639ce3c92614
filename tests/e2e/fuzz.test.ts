import { readContent } from '@/lib/content'
import { randomRequests } from '../support/random/requests'
import { endAll } from '../support/requests/processor-time'
import { watchedRequest } from '../support/requests/watched-request'
import { anotherNode } from './support/serve'
import { expect, test } from './support/test'

/** Seconds of processor time that one request may cost: many times what any page needs, far below what holds a site up. */
const most = 4

test('no request to any public route costs more than a page can need, breaks a page, or stops the server', async ({
  browserName: _,
}, info) => {
  const read = await readContent('content')
  if (!read.ok) throw new Error('the content is not sound')
  const node = await anotherNode(info.project.name)
  const server = { port: node.port, pid: node.server.pid ?? 0 }
  const ask = (path: string) => watchedRequest(server, { path, most })
  try {
    await ask('/en')
    for (const sign of ['[]', '...', '%E2%80%A6', '%E8%BC%B8%E5%87%BA%E3%80%82%E3%80%82', '%22[]%22%20arms'])
      for (const path of [`/en/search?q=${sign}`, `/api/v1/search?q=${sign}`])
        expect((await ask(path)).status).toBe(200)
    const spent: [number, string][] = []
    for (const path of randomRequests(read.content, { seed: 13, each: 8 })) {
      const { status, seconds } = await ask(path)
      const seen = `${status} ${path.slice(0, 300)}\n${status >= 500 ? node.log().slice(-4000) : ''}`
      expect([200, 307, 308, 400, 404, 410, 431], seen).toContain(status)
      spent.push([seconds, path])
    }
    const [[dearest, path] = [0, '']] = spent.sort(([a], [b]) => b - a)
    info.annotations.push({ type: 'dearest', description: `${dearest} s: ${path.slice(0, 200)}, of ${spent.length}` })
    expect((await ask('/livez')).status).toBe(200)
  } finally {
    endAll(server.pid)
  }
})
