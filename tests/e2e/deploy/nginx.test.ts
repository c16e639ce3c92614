import { endAll } from '../../support/requests/processor-time'
import { anotherNode, stop } from '../support/serve'
import { expect, test } from '../support/test'
import { hasNginx, startProxy } from './proxy'

const page = '/en/japan-defence-transfers'

test('nginx as it stands in deploy/, two nodes and PostgreSQL: one is killed and one told to end, and readers feel neither', async ({
  browserName: _,
}, info) => {
  test.skip(info.project.name !== 'postgres' || !hasNginx, 'It takes PostgreSQL, and an nginx on this machine.')
  const over = { PUBLIC_URL: 'https://rules.example.org', TRUST_PROXY: 'true' }
  const nodes = [
    await anotherNode('postgres', over),
    await anotherNode('postgres', over),
    await anotherNode('postgres', over),
  ]
  const { ask, end } = await startProxy(nodes.map(({ port }) => port))
  const statuses = async (count: number, path: (n: number) => string) =>
    (await Promise.all(Array.from({ length: count }, (_, n) => ask(path(n))))).map(({ status }) => status)
  try {
    const plain = await ask(`${page}?on=2024-01-01`, { plain: true })
    expect([plain.status, plain.headers.location]).toEqual([308, `https://rules.example.org${page}?on=2024-01-01`])

    const first = await ask(page, { headers: { 'accept-encoding': 'br' } })
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'content-encoding': 'br',
      'strict-transport-security': expect.stringContaining('max-age='),
      'content-security-policy': expect.any(String),
    })
    const again = await ask(page, { headers: { 'if-none-match': String(first.headers.etag), 'accept-encoding': 'br' } })
    expect(again.status).toBe(304)

    const large = await ask('/admin/sign-in', { method: 'POST', body: Buffer.alloc(3_000_000) })
    expect(large.status).toBe(413)

    // All nodes have the page, whichever is asked.
    expect(new Set(await statuses(9, () => page))).toEqual(new Set([200]))
    endAll(nodes[0]?.server.pid ?? 0)
    expect(new Set(await statuses(12, (n) => `${page}/timeline?words=killed+${n}`))).toEqual(new Set([200]))
    const ended = new Promise((resolve) => nodes[1]?.server.once('exit', resolve))
    nodes[1]?.server.kill('SIGTERM')
    expect(new Set(await statuses(12, (n) => `${page}/timeline?words=ended+${n}`))).toEqual(new Set([200]))
    await ended
    expect(new Set(await statuses(6, (n) => `${page}/timeline?words=left+${n}`))).toEqual(new Set([200]))

    // Whoever tries to sign in again and again is kept off, and only from there.
    const tries = await Promise.all(Array.from({ length: 40 }, () => ask('/api/auth/csrf')))
    expect(tries.map(({ status }) => status)).toContain(429)
    expect((await ask(page)).status).toBe(200)
  } finally {
    await end()
    for (const { server } of nodes) await stop(server)
  }
})
