import { request as httpRequest } from 'node:http'
import { converse } from '../support/requests/raw-socket'
import { anotherNode } from './support/serve'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'
const portOf = (address: string | undefined) => Number(new URL(address ?? '').port)
const head = (target: string, lines: string[] = ['Host: localhost'], method = 'GET') =>
  `${method} ${target} HTTP/1.1\r\n${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`

test('no spelling of an address leads past the queue and the policy', async ({ baseURL }) => {
  const port = portOf(baseURL)
  for (const target of [
    '/livez/../en/search?q=arms',
    '/livez/%2e%2e/en/search?q=arms',
    '/admin/..%2fen',
    '/_next/static/..%5c..%5cen',
    '//en',
    'http://localhost/en',
  ])
    expect((await converse(port, [head(target)])).statuses, target).toEqual([400])
  for (const path of ['/en', '/livez', '/admin', '/_next/static/none.js'])
    for (const lines of [['Host: localhost', 'Host: elsewhere.example'], ['Host: a/../b'], []])
      expect((await converse(port, [head(path, lines)])).statuses, path).toEqual([400])
})

test('a body without end is refused, and Next holds none of it in memory', async ({ baseURL }) => {
  const port = portOf(baseURL)
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const form = ['Host: localhost', 'Content-Type: application/x-www-form-urlencoded']
  for (const path of ['/api/auth/callback/credentials', '/admin/sign-in']) {
    const endless = [head(path, [...form, 'Transfer-Encoding: chunked'], 'POST'), ...Array(100).fill(chunk)]
    expect((await converse(port, endless)).statuses, path).toEqual([413])
    const told = head(path, [...form, 'Content-Length: 426000000'], 'POST')
    expect((await converse(port, [told])).statuses, path).toEqual([413])
  }
  expect((await converse(port, [head('/en')])).statuses).toEqual([200])
})

test('every kind of answer carries the security headers, whoever makes it', async ({ baseURL, request, deskOf }) => {
  const port = portOf(baseURL)
  const html = await (await request.get('/en')).text()
  const sheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const kinds: [string, number][] = [
    ['/', 307],
    ['/en', 200],
    [`/en/${dossier}/matrix?on=nonsense`, 400],
    ['/en/nowhere', 404],
    [`/en/${dossier}/feed.xml`, 200],
    [`/en/${dossier}/cite.bib`, 200],
    ['/feeds.opml', 200],
    ['/robots.txt', 200],
    ['/sitemap.xml', 200],
    ['/opensearch.xml', 200],
    ['/icon.svg', 200],
    ['/api/v1/openapi.json', 200],
    [`/api/v1/dossiers/${dossier}/verdict?colour=red`, 400],
    [`/api/v1/dossiers/${dossier}/matrix.csv`, 200],
    ['/api/v1/nowhere', 404],
    ['/api/auth/session', 200],
    ['/api/auth/csrf', 200],
    ['/api/auth/nowhere', 400],
    ['/livez', 200],
    ['/readyz', 200],
    ['/admin', 307],
    ['/admin/sign-in', 200],
    ['/admin/nowhere', 307],
    [sheet, 200],
    ['/_next/static/none.js', 404],
    ['/_next/image?url=%2Fa.png&w=64&q=75', 404],
    ['/assets/failure.css', 200],
    ['/en/../en', 400],
    ['/en/%ff', 400],
  ]
  for (const [path, status] of kinds) {
    const { text, statuses } = await converse(port, [head(path)])
    const [lines = ''] = text.split('\r\n\r\n')
    expect.soft(statuses[0], path).toBe(status)
    for (const name of [
      'x-content-type-options',
      'content-security-policy',
      'referrer-policy',
      'permissions-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ])
      expect.soft(lines.match(new RegExp(`^${name}: `, 'gim')), `${path} ${name}`).toHaveLength(1)
    expect.soft(lines, path).not.toMatch(/unsafe-inline|unsafe-eval|^strict-transport-security/im)
  }
  const page = await deskOf('author')
  const desk = (await page.goto('/admin'))?.headers() ?? {}
  expect(desk['content-security-policy']).toContain("'nonce-")
  expect(desk).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' })
  const etag = (await request.get('/en')).headers().etag ?? ''
  const held = await request.get('/en', { headers: { 'if-none-match': etag } })
  expect(held.status()).toBe(304)
  expect(held.headers()['content-security-policy']).toContain("default-src 'none'")
})

test('under an https address every answer keeps browsers to it, and forwarded senders take turns', async ({
  browserName: _,
}, info) => {
  const node = await anotherNode(info.project.name, {
    PUBLIC_URL: 'https://rules.example.org',
    TRUST_PROXY: 'true',
  })
  try {
    for (const path of ['/', '/en', '/en/nowhere', '/livez', '/admin', '/api/auth/csrf', '/en//x', '/robots.txt'])
      expect((await converse(node.port, [head(path)])).text, path).toContain(
        'trict-Transport-Security: max-age=31536000\r\n'.slice(0, 24),
      )
    const ask = (path: string, from: string): Promise<number> =>
      new Promise((resolve, reject) =>
        httpRequest({ port: node.port, path, agent: false, headers: { 'x-forwarded-for': from } }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
        })
          .on('error', reject)
          .end(),
      )
    const flood = Array.from({ length: 300 }, (_unused, n) => ask(`/en/search?q=flood+${n}`, `2001:db8:1:1::${n + 1}`))
    const readers = ['/en', `/en/${dossier}`, '/en/about', `/ja/${dossier}/matrix`]
    expect(await Promise.all(readers.map((path, n) => ask(path, `192.0.2.${n}`)))).toEqual([200, 200, 200, 200])
    expect(new Set(await Promise.all(flood))).toEqual(new Set([200, 503]))
  } finally {
    node.server.kill('SIGTERM')
  }
})
