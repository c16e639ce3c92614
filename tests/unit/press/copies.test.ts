import { afterEach, expect, test } from 'vitest'
import { pages, published, serve, stateOf, stopAll } from './served'

afterEach(stopAll)

test('a page is rendered once and then handed out with the same bytes and validators', async () => {
  const { handler, rendered } = pages()
  const { ask, press } = await serve({ handler })
  const [first, second] = [await ask('/en'), await ask('/en')]
  expect(rendered).toHaveLength(1)
  expect(second.text).toBe(first.text)
  expect(second.headers.etag).toBe(first.headers.etag)
  expect(first.headers.etag).toMatch(/^"[\w-]+"$/)
  expect(first.headers['last-modified']).toBe(new Date(published).toUTCString())
  expect(first.headers['content-length']).toBe(String(first.bytes.length))
  expect(press.counts).toMatchObject({ hits: 1, misses: 1 })
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['gzip;q=0.3, identity;q=0.9', undefined],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['zstd', undefined],
  ['identity;q=0, br', 'br'],
])('Accept-Encoding “%s” is answered in %s', async (accepted, coding) => {
  const { ask } = await serve({ handler: pages().handler })
  const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-encoding': accepted }
  const answers = [await ask('/en', headers), await ask('/en', headers)]
  for (const { status, headers: given, text } of answers) {
    expect(status).toBe(200)
    expect(given['content-encoding']).toBe(coding)
    expect(given.vary).toBe('Accept-Encoding')
    expect(text).toContain('words words')
  }
})

test('a reader who refuses every coding gets 406', async () => {
  const { ask } = await serve({ handler: pages().handler })
  for (const accepted of ['identity;q=0', '*;q=0', 'zstd, *;q=0.0'])
    expect((await ask('/en', { 'accept-encoding': accepted })).status, accepted).toBe(406)
  expect((await ask('/en', { 'accept-encoding': 'identity, *;q=0' })).status).toBe(200)
})

test('each coding has an ETag of its own, and its own answers 304', async () => {
  const { ask } = await serve({ handler: pages().handler })
  const codings = ['br', 'gzip', 'identity']
  const etags = await Promise.all(
    codings.map(async (coding) => (await ask('/en', { 'accept-encoding': coding })).headers.etag ?? ''),
  )
  expect(new Set(etags).size).toBe(3)
  for (const [index, coding] of codings.entries()) {
    const asked = { 'accept-encoding': coding, 'if-none-match': etags[index] ?? '' }
    const { status, bytes, headers } = await ask('/en', asked)
    expect([status, bytes.length]).toEqual([304, 0])
    expect(headers).toMatchObject({ etag: etags[index], vary: 'Accept-Encoding' })
    expect(headers['cache-control']).toContain('must-revalidate')
    expect((await ask('/en', { ...asked, 'if-none-match': etags[(index + 1) % 3] ?? '' })).status).toBe(200)
  }
})

test('If-None-Match is a list, compared weakly, and outweighs If-Modified-Since', async () => {
  const { ask } = await serve({ handler: pages().handler })
  const etag = (await ask('/en')).headers.etag ?? ''
  const statusFor = async (headers: Record<string, string>) => (await ask('/en', headers)).status
  expect(await statusFor({ 'if-none-match': `"other", ${etag}` })).toBe(304)
  expect(await statusFor({ 'if-none-match': `W/${etag}` })).toBe(304)
  expect(await statusFor({ 'if-none-match': '*' })).toBe(304)
  expect(await statusFor({ 'if-none-match': '"other"' })).toBe(200)
  expect(await statusFor({ 'if-modified-since': new Date(published).toUTCString() })).toBe(304)
  expect(await statusFor({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).toBe(200)
  expect(await statusFor({ 'if-modified-since': 'nonsense' })).toBe(200)
  const both = { 'if-none-match': '"other"', 'if-modified-since': new Date(published).toUTCString() }
  expect(await statusFor(both)).toBe(200)
})

test('HEAD tells what GET would, without a body, on a miss and on a hit', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  const missed = await ask('/en', { 'accept-encoding': 'br' }, 'HEAD')
  const got = await ask('/en', { 'accept-encoding': 'br' })
  const hit = await ask('/en', { 'accept-encoding': 'br' }, 'HEAD')
  expect(rendered).toHaveLength(1)
  for (const { status, bytes, headers } of [missed, hit]) {
    expect([status, bytes.length]).toEqual([200, 0])
    expect({ ...headers, date: '', connection: '' }).toEqual({ ...got.headers, date: '', connection: '' })
  }
})

test('nothing of one reader reaches another: no cookie is seen or set, and the answer varies by coding alone', async () => {
  const { handler } = pages()
  const { ask } = await serve({ handler })
  const first = await ask('/en', { cookie: 'secret=1', rsc: '1', 'user-agent': 'x' })
  expect(first.text).not.toContain('secret')
  for (const { headers } of [first, await ask('/en'), await ask('/en/nowhere/at/all')])
    expect(headers).not.toHaveProperty('set-cookie')
  expect(first.headers.vary).toBe('Accept-Encoding')
})

test('spellings of one address share one copy; tracking does not make another', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  for (const path of [
    '/en/arms/timeline?stage=agreed&words=a+b',
    '/en/arms/timeline/?utm_source=x&words=a%20b&stage=agreed&fbclid=1',
    '/%65n/arms/timeline?stage=agreed&rule=&words=a+b&gclid=1',
  ])
    await ask(path, { host: 'example.org' })
  expect(rendered).toEqual(['example.org /en/arms/timeline?stage=agreed&words=a+b'])
})

test('while no public address is set each host has copies of its own; with one they share', async () => {
  const open = pages()
  const { ask } = await serve({ handler: open.handler })
  for (const host of ['a.example', 'b.example', 'A.example']) await ask('/en', { host })
  expect(open.rendered).toEqual(['a.example /en', 'b.example /en'])
  const fixed = pages()
  const named = await serve({ handler: fixed.handler, publicUrl: 'https://rules.example' })
  for (const host of ['a.example', 'b.example']) await named.ask('/en', { host })
  expect(fixed.rendered).toEqual(['rules.example /en'])
})

test('a new edition and a new day make new pages', async () => {
  const { handler, rendered } = pages()
  let now = Date.parse('2026-03-01T14:59:50Z')
  const { ask, source } = await serve({ handler, now: () => now, limits: { warm: 0 } })
  const first = await ask('/en')
  source.publish(stateOf(2))
  const second = await ask('/en')
  expect(second.headers.etag).not.toBe(first.headers.etag)
  expect(rendered).toHaveLength(2)
  now += 20_000 // midnight in Tokyo
  const third = await ask('/en', { 'if-modified-since': first.headers['last-modified'] ?? '' })
  expect(third.status).toBe(200)
  expect(rendered).toHaveLength(3)
})

test('what is published by a write is visible on the very next request', async () => {
  const { source, ask } = await serve({
    limits: { warm: 0 },
    handler: (incoming, response) => {
      if (incoming.method === 'POST') source.later = stateOf(2)
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`edition ${source.later.edition}`)
    },
  })
  expect((await ask('/en')).text).toBe('edition 1')
  expect((await ask('/en')).text).toBe('edition 1')
  expect(source.looks).toBe(0)
  await ask('/admin/publish', {}, 'POST')
  expect((await ask('/en')).text).toBe('edition 2')
  await ask('/en')
  expect(source.looks).toBe(1)
})
