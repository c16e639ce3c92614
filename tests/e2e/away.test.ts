import { endAll } from '../support/requests/processor-time'
import { startSilentProxy } from '../support/silent-proxy'
import { anotherNode, envOf } from './support/serve'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'

test('a database that is down is 503 with the time to come back; what is printed is handed out meanwhile', async ({
  browserName: _,
}, info) => {
  test.skip(info.project.name !== 'postgres')
  const url = new URL(envOf(info.project.name).DATABASE_URL ?? '')
  const proxy = await startSilentProxy({ host: url.hostname, port: Number(url.port) })
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  address.port = String(proxy.port)
  const node = await anotherNode(info.project.name, { DATABASE_URL: address.href })
  const ask = (path: string) =>
    fetch(`${node.address}${path}`, { redirect: 'manual', headers: { accept: 'text/html' } })
  try {
    expect((await ask(`/en/${dossier}`)).status).toBe(200)
    await proxy.close()
    for (const path of [
      `/en/${dossier}/timeline?words=export`,
      `/en/search?q=arms`,
      '/api/v1/search?q=arms',
      `/en/${dossier}/feed.xml`,
      '/admin/sign-in?x=1',
    ]) {
      const answer = await ask(path)
      const text = await answer.text()
      if (path.startsWith('/admin') && answer.status === 200) continue
      expect.soft(answer.status, path).toBe(503)
      expect.soft(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0)
      expect.soft(text, path).not.toMatch(/ECONN|postgres:/)
    }
    expect((await ask(`/en/${dossier}`)).status).toBe(200)
    expect((await ask('/livez')).status).toBe(200)
  } finally {
    endAll(node.server.pid ?? 0)
    await proxy.close().catch(() => undefined)
  }
})
