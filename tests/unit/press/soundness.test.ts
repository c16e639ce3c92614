import { afterEach, describe, expect, test } from 'vitest'
import { converse } from '../../support/requests/raw-socket'
import { pages, serve, stopAll } from './served'

afterEach(stopAll)

const head = (target: string, lines: string[] = ['Host: localhost']) =>
  `GET ${target} HTTP/1.1\r\n${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`

describe('an address that can be read in two ways is refused before anything looks at it', () => {
  test.each([
    '/livez/../en/search?q=a',
    '/livez/..%2Fen',
    '/livez/%2e%2e/en',
    '/livez/%2E./en',
    '/en/.',
    '/en/%2e',
    '/_next/static/../secret.txt',
    '/_next/static/..%2fsecret.txt',
    '/admin/../en',
    '//en',
    '/en//arms',
    '/en/%2Farms',
    '/en\\arms',
    '/en%5carms',
    '/livez%5C..%5Cen',
    'http://localhost/en',
    'http://elsewhere.example/admin',
    '*',
    '/en#part',
  ])('%s', async (target) => {
    const { handler, rendered } = pages()
    const { port } = await serve({ handler })
    const { statuses, text } = await converse(port, [head(target)])
    expect(statuses).toEqual([400])
    expect(text).toMatch(/connection: close/i)
    expect(rendered).toEqual([])
  })
})

describe('a host that is repeated, missing or unsound is refused on every address', () => {
  test.each([
    ['two', ['Host: localhost', 'Host: localhost']],
    ['two of different spelling', ['Host: localhost', 'hOST: elsewhere.example']],
    ['none', []],
    ['an empty one', ['Host:']],
    ['a list', ['Host: a.example, b.example']],
    ['a path', ['Host: a.example/en']],
    ['a name with blanks', ['Host: a example']],
    ['a user', ['Host: user@a.example']],
    ['empty labels', ['Host: a..example']],
    ['a port that is none', ['Host: a.example:x']],
    ['a long one', [`Host: ${'a'.repeat(300)}`]],
  ])('%s', async (_, lines) => {
    const { handler, rendered } = pages()
    const { port } = await serve({ handler })
    for (const path of ['/en', '/livez', '/admin', '/_next/image', '/assets/failure.css'])
      expect((await converse(port, [head(path, lines)])).statuses, path).toEqual([400])
    expect(rendered).toEqual([])
  })

  test.each(['localhost', 'localhost:3000', 'a-b.example.org.', '[::1]:3000', '192.0.2.1:80', 'my_service:3000'])(
    '%s is sound',
    async (host) => {
      const { port } = await serve({ handler: pages().handler })
      expect((await converse(port, [head('/en', [`Host: ${host}`])])).statuses).toEqual([200])
    },
  )
})

test('an address that was answered before is held to the same', async () => {
  const { port } = await serve({ handler: pages().handler })
  const statusOf = async (lines: string[], version = '1.1') =>
    (await converse(port, [head('/en', lines).replace('HTTP/1.1', `HTTP/${version}`)])).statuses
  expect(await statusOf(['Host: localhost'])).toEqual([200])
  expect(await statusOf([], '1.0')).toEqual([200])
  expect(await statusOf(['Host: localhost'])).toEqual([200])
  expect(await statusOf(['Host: localhost', 'Host: localhost'])).toEqual([400])
  expect(await statusOf(['Host: localhost', 'hOST: elsewhere.example'])).toEqual([400])
  expect(await statusOf([])).toEqual([400])
  const many = Array.from({ length: 100 }, (_, n) => `X-${n}: 1`)
  expect(await statusOf(['Host: localhost', ...many])).toEqual([431])
})

test('what a query holds is no path', async () => {
  const { port } = await serve({ handler: pages().handler })
  for (const query of ['words=a//b', 'words=../x', 'words=%2e%2e%2f', 'words=%5c'])
    expect((await converse(port, [head(`/en/arms/timeline?${query}`)])).statuses, query).toEqual([200])
})

test('what is no HTTP gets an answer as safe as any other, and the connection closes', async () => {
  const { port } = await serve({ handler: pages().handler })
  for (const [bytes, status] of [
    ['nonsense\r\n\r\n', 400],
    [`GET /en HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['POST /admin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n', 400],
    ['GET /en HTTP/1.1\r\nHost: localhost\r\nExpect: wonders\r\n\r\n', 417],
  ] as const) {
    const { statuses, text } = await converse(port, [bytes])
    expect(statuses, bytes.slice(0, 20)).toEqual([status])
    expect(text).toMatch(/X-Content-Type-Options: nosniff\r\n[\s\S]*Content-Security-Policy: /)
    expect(text).toMatch(/Connection: close/i)
  }
})

test('a request to upgrade the connection is a request like any other', async () => {
  const { port } = await serve({ handler: pages().handler })
  const lines = ['Host: localhost', 'Upgrade: websocket', 'Connection: upgrade, close']
  const { statuses } = await converse(port, [`GET /en/../x HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`])
  expect(statuses).toEqual([400])
})

test('more header lines than anybody sends are refused, and none of them is passed over', async () => {
  const { handler, rendered } = pages()
  const { port } = await serve({ handler })
  const many = Array.from({ length: 100 }, (_, at) => `X-${at}: 1`)
  const { statuses } = await converse(port, [head('/admin', ['Host: localhost', ...many, 'Content-Length: 104857600'])])
  expect(statuses).toEqual([431])
  expect(rendered).toEqual([])
})

test.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])('%s reaches neither the desk nor the sign-in', async (method) => {
  const { handler, rendered } = pages()
  const { port } = await serve({ handler })
  for (const target of ['/admin', '/livez', '/api/auth/session', '/']) {
    const request = head(target).replace('GET', method)
    expect((await converse(port, [request])).statuses, target).toEqual([405])
  }
  expect(rendered).toEqual([])
})

test('an address of the desk that does not decode is refused', async () => {
  const { port } = await serve({ handler: pages().handler })
  expect((await converse(port, [head('/admin/%E0%A4%A')])).statuses).toEqual([400])
})
