import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Folder, serveMetrics } from '@/lib/press'
import { versionOf } from '@/lib/press/copies/files'
import { pages, send, serve, stopAll } from './served'

let folder = ''
let folders: Folder[] = []
const module = Buffer.from('export const words = 1\n'.repeat(50))
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulewire-press-'))
  mkdirSync(join(folder, 'static/chunks/[locale]'), { recursive: true })
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'static/chunks/[locale]/a.css'), 'body{color:red}'.repeat(50))
  writeFileSync(join(folder, 'static/f.woff2'), Buffer.alloc(2000, 'ab'))
  writeFileSync(join(folder, 'assets/copy.js'), module)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  folders = [
    { prefix: '/_next/static/', path: join(folder, 'static'), hashedNames: true },
    { prefix: '/assets/', path: join(folder, 'assets'), hashedNames: false },
    { prefix: '/none/', path: join(folder, 'none'), hashedNames: false },
  ]
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(stopAll)

test('files are handed out packed, for good, and never by Next', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler, folders })
  for (const path of ['/_next/static/chunks/[locale]/a.css', '/_next/static/chunks/%5Blocale%5D/a.css?dpl=1']) {
    const css = await ask(path, { 'accept-encoding': 'br' })
    expect(css.status).toBe(200)
    expect(css.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(css.text).toContain('color:red')
    expect((await ask(path, { 'accept-encoding': 'br', 'if-none-match': css.headers.etag ?? '' })).status).toBe(304)
  }
  const font = await ask('/_next/static/f.woff2', { 'accept-encoding': 'br' })
  expect(font.headers).toMatchObject({ 'content-type': 'font/woff2', 'content-length': '2000' })
  expect(font.headers).not.toHaveProperty('content-encoding')
  expect(rendered).toEqual([])
})

test('a file without a hash in its name lasts only under the version of its bytes', async () => {
  const { ask } = await serve({ handler: pages().handler, folders })
  expect((await ask(`/assets/copy.js?v=${versionOf(module)}`)).headers['cache-control']).toContain('immutable')
  for (const path of ['/assets/copy.js', '/assets/copy.js?v=old'])
    expect((await ask(path)).headers['cache-control'], path).toBe('public, max-age=0, must-revalidate')
})

test.each(['/_next/static/none.js', '/assets/', '/none/a'])('%s is not there', async (path) => {
  const { ask } = await serve({ handler: pages().handler, folders })
  const { status, text } = await ask(path)
  expect(status).toBe(404)
  expect(text).not.toContain('secret')
})

test('a printed page allows nothing inline, nothing foreign and no frame, and names its speculation rules', async () => {
  const { ask } = await serve({ handler: pages().handler })
  const { headers } = await ask('/en')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|nonce|http|\*/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
  })
  expect(headers['permissions-policy']).toContain('camera=()')
  const rules = await ask(String(headers['speculation-rules']).replaceAll('"', ''))
  expect(rules.headers['content-type']).toBe('application/speculationrules+json')
  expect(rules.headers['cache-control']).toContain('immutable')
  expect(JSON.parse(rules.text).prerender[0].eagerness).toBe('moderate')
  expect(rules.text).toContain('/admin/*')
})

test('scripts are gone from what readers get, on errors too', async () => {
  const { ask } = await serve({
    handler: ({ url }, response) => {
      response.writeHead(url === '/en' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end('<script src="/_next/static/a.js"></script><script>self.__next_f=[]</script><p>the text')
    },
  })
  for (const path of ['/en', '/en/nowhere']) {
    const { text, headers } = await ask(path)
    expect(text, path).toBe('<p>the text')
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
  }
})

test('the desk and the front door go to Next as they came', async () => {
  const { ask } = await serve({
    handler: ({ url, headers }, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'session=1' })
      response.end(`<script>1</script>${url} ${headers.cookie}`)
    },
  })
  for (const path of ['/admin', '/api/auth/session', '/']) {
    const { text, headers } = await ask(path, { cookie: 'session=0' })
    expect(text).toBe(`<script>1</script>${path} session=0`)
    expect(headers['set-cookie']).toEqual(['session=1'])
  }
})

test('the API keeps its type, and scripts of any site may read it', async () => {
  const { ask } = await serve({
    handler: (_incoming, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end('{"html":"<script>1</script>"}\n')
    },
  })
  const { text, headers } = await ask('/api/v1/dossiers/arms/verdict')
  expect(text).toBe('{"html":"<script>1</script>"}\n')
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const unchanged = await ask('/api/v1/dossiers/arms/verdict', { 'if-none-match': headers.etag ?? '' })
  expect(unchanged.status).toBe(304)
  expect(unchanged.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
  })
})

test('the figures are served to this machine on a port of their own', async () => {
  const { ask, press } = await serve({ handler: pages().handler })
  const etag = (await ask('/en')).headers.etag ?? ''
  await ask('/en', { 'if-none-match': etag })
  const server = await serveMetrics(press.metrics, 0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  expect(address.address).toBe('127.0.0.1')
  const told = await send({ port: address.port, path: '/metrics', headers: {}, method: 'GET' })
  server.close()
  for (const line of [
    'rulewire_press_hits_total 1',
    'rulewire_press_misses_total 1',
    'rulewire_press_not_modified_total 1',
    'rulewire_press_render_seconds_count 1',
    'rulewire_press_waiting 0',
    'rulewire_press_copies 1',
    'rulewire_edition 1',
  ])
    expect(told.text).toContain(`${line}\n`)
  expect(told.text).toContain('process_resident_memory_bytes')
})

test('what is public is only read: another method is refused before it reaches Next, in the form of the address', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const page = await ask('/en/arms', {}, method)
    expect([page.status, page.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(page.headers['content-type']).toContain('text/plain')
    const { status, headers, text } = await ask('/api/v1/dossiers/arms/verdict?on=2024', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ status: 405, title: 'Method not allowed' })
  }
  expect(rendered).toEqual([])
  for (const path of ['/admin/publish', '/api/auth/signout']) await ask(path, {}, 'POST')
  expect(rendered).toHaveLength(2)
  for (const path of ['/en', '/api/v1/dossiers/arms/verdict']) {
    const { status, headers } = await ask(path, {}, 'OPTIONS')
    expect([status, headers.allow]).toEqual([200, 'GET, HEAD, OPTIONS'])
  }
  expect(rendered).toHaveLength(2)
})

test('an address that is no text is the fault of who asks', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  expect((await ask('/en/%FF')).status).toBe(400)
  const { status, headers, text } = await ask('/api/v1/%FF?a=%FF')
  expect([status, headers['content-type']]).toEqual([400, 'application/problem+json'])
  expect(JSON.parse(text)).toMatchObject({ status: 400, title: 'Bad request' })
  expect(rendered).toEqual([])
  expect((await ask('/en/arms/timeline?words=%FF')).status).toBe(200)
})
