import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { converse } from '../../../support/requests/raw-socket'
import { until } from '../../../support/wait'
import { endRenderers, fronted } from './obedient'

afterEach(endRenderers)

test('a request passes with its cookies, and the answer with all of its', async () => {
  const { ask } = await fronted()
  const { headers, text } = await ask('/admin?a=b%20c', { cookie: 'session=1' })
  expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
  expect(headers['cache-control']).toBe('no-store')
  expect(JSON.parse(text)).toMatchObject({ url: '/admin?a=b%20c', headers: { cookie: 'session=1' } })
})

test('what only the front may say is said by it alone', async () => {
  const { ask } = await fronted()
  const { text } = await ask('/admin', {
    host: 'site.example',
    'x-rulewire-address': '203.0.113.9',
    'x-rulewire-print': '1',
    'x-rulewire-served': '99',
    'x-forwarded-host': 'elsewhere.example',
    'x-forwarded-proto': 'https',
  })
  const { headers } = JSON.parse(text)
  expect(headers).toMatchObject({
    'x-rulewire-address': '127.0.0.1',
    'x-forwarded-host': 'site.example',
    'x-forwarded-proto': 'http',
  })
  expect(headers).not.toHaveProperty('x-rulewire-print')
  expect(headers).not.toHaveProperty('x-rulewire-served')
})

test('a body in chunks stays one request, whatever it looks like', async () => {
  const { port } = await fronted()
  const inner = 'GET /die HTTP/1.1\r\nHost: h\r\n\r\n'
  for (const method of ['GET', 'POST']) {
    const head = `${method} /admin HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`
    const { text } = await converse(port, [`${head}${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`])
    expect(text).toContain(`"bytes":${inner.length}`)
  }
})

test('a long body arrives whole, and one too long is refused and never asked for', async () => {
  const { port } = await fronted()
  const post = (path: string, bytes: number) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent: false }, (answer) => {
        let text = ''
        answer.on('data', (part) => (text += part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      asked.on('error', reject)
      asked.end(Buffer.alloc(bytes))
    })
  const upload = await post('/admin/porting/upload', 60_000_000)
  expect([upload.status, JSON.parse(upload.text).bytes]).toEqual([200, 60_000_000])
  expect((await post('/admin/reports/new', 3_000_000)).status).toBe(413)
  expect((await post('/admin', 1000)).status).toBe(200)
})

test('an answer that comes before the body was read leaves the connection in order', async () => {
  const { port, renderers } = await fronted()
  const body = 'x'.repeat(200_000)
  const { statuses } = await converse(port, [
    `POST /admin/early HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n\r\n`,
    body,
    'GET /en HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  ])
  expect(statuses).toEqual([403, 200])
  await until(() => expect(renderers.running[0]?.underWay).toBe(0))
})

test('an answer that is cut short does not look whole', async () => {
  const { port } = await fronted()
  const { text } = await converse(port, ['GET /admin/half HTTP/1.1\r\nHost: h\r\n\r\n'])
  expect(text).toMatch(/content-length: 1000\r\n[\s\S]*\r\n\r\nhalf$/i)
})

test('an answer comes no faster than it is taken, and ends with whoever takes it', async () => {
  const { ask, port } = await fronted()
  const told = async () => JSON.parse((await ask('/admin/told')).text)
  const slow = connect(port, '127.0.0.1', () => slow.write('GET /admin/endless HTTP/1.1\r\nHost: h\r\n\r\n'))
  slow.pause()
  let before = -1
  await until(async () => {
    const { sent } = await told()
    const isSettled = sent === before && sent > 0
    before = sent
    expect(isSettled).toBe(true)
  })
  expect(before).toBeLessThan(64 * 1024 * 1024)
  slow.destroy()
  await until(async () => expect((await told()).cut).toBe(1))
})

test('a renderer that dies in the midst of a form leaves a 503, and nothing is sent twice', async () => {
  const { ask, renderers } = await fronted()
  const told = await ask('/admin/die', {}, 'POST')
  expect(told.status).toBe(503)
  expect(Number(told.headers['retry-after'])).toBeGreaterThan(0)
  await until(() => expect(renderers.restarts.died).toBe(1))
  expect((await ask('/admin')).status).toBe(200)
})

test('whoever goes away is gone for the renderer too', async () => {
  const { port, renderers, ask } = await fronted()
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /admin HTTP/1.1\r\nHost: h\r\n\r\n'))
  await new Promise((resolve) => socket.once('data', resolve))
  socket.write('POST /admin HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nhalf')
  await until(() => expect(renderers.running[0]?.underWay).toBe(1))
  socket.destroy()
  await until(() => expect(renderers.running[0]?.underWay).toBe(0))
  expect((await ask('/en')).status).toBe(200)
})
