import { setTimeout as pause } from 'node:timers/promises'
import { processorSeconds } from '../support/requests/processor-time'
import { anotherNode, stop } from './support/serve'
import { expect, test } from './support/test'

test('a log that nobody reads any more is lost, and costs nothing: pages are answered as before, and figures count on', async ({
  browserName: _,
}, info) => {
  const node = await anotherNode(info.project.name)
  const pid = node.server.pid ?? 0
  /** One refused sign-in is one line. */
  const refused = async () => {
    const asked = await fetch(`${node.address}/api/auth/csrf`)
    const { csrfToken } = (await asked.json()) as { csrfToken: string }
    const cookie = asked.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    await fetch(`${node.address}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: node.address, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, name: 'nobody', login: 'nobody', password: 'nothing' }),
    })
  }
  try {
    node.server.stdout?.destroy()
    node.server.stderr?.destroy()
    await refused()
    const told = await (await fetch(`http://127.0.0.1:${node.port + 1}/metrics`)).text()
    expect(told).toContain('rulewire_sign_ins_total{outcome="wrong"} 1\n')
    expect(told).toMatch(/^rulewire_writes_total\{outcome="done"\} [1-9]/m)
    const before = processorSeconds(pid)
    await pause(3000)
    expect(processorSeconds(pid) - before).toBeLessThan(1)
    expect((await fetch(`${node.address}/en`)).status).toBe(200)
  } finally {
    await stop(node.server)
  }
})

test('each line of the log is JSON, names its request, and tells nobody’s address or password', async ({
  browserName: _,
}, info) => {
  const node = await anotherNode(info.project.name, { LOG_LEVEL: 'debug', LOG_FORMAT: '', TRUST_PROXY: 'true' })
  let log = ''
  node.server.stderr?.on('data', (text) => {
    log += String(text)
  })
  try {
    const headers = { 'x-request-id': 'asked-1', 'x-forwarded-for': '203.0.113.77' }
    const asked = await fetch(`${node.address}/api/auth/csrf`, { headers })
    expect(asked.headers.get('x-request-id')).toBe('asked-1')
    const { csrfToken } = (await asked.json()) as { csrfToken: string }
    await fetch(`${node.address}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...headers,
        'x-request-id': 'asked-2',
        cookie: asked.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
        origin: node.address,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrfToken, name: 'nobody', login: 'nobody', password: 'a-password-typed' }),
    })
    // A copy for all bears no request of one.
    const page = await fetch(`${node.address}/en`, { headers })
    expect([page.status, page.headers.get('x-request-id')]).toEqual([200, null])
  } finally {
    await stop(node.server)
  }
  const entries = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries).toContainEqual(
    expect.objectContaining({ level: 'warn', msg: 'Sign-in refused: no such account', request: 'asked-2' }),
  )
  expect(entries).toContainEqual(
    expect.objectContaining({ level: 'debug', request: 'asked-1', path: '/api/auth/csrf', status: 200 }),
  )
  expect(entries.at(-1)).toMatchObject({ level: 'info', msg: expect.stringMatching(/^Ending/) })
  expect(log).not.toMatch(/203\.0\.113|a-password-typed/)
})
