import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { PressOptions } from '@/lib/press'
import { until } from '../../support/wait'
import { pages, send, serve, stateOf, stopAll } from './served'

afterEach(stopAll)

/** A handler whose answers wait until they are let go. */
function held() {
  const waiting: (() => void)[] = []
  let rendered = 0
  const handler: PressOptions['handler'] = (incoming, response) => {
    rendered++
    waiting.push(() => response.writeHead(200, { 'content-type': 'text/plain' }).end(`page ${incoming.url}`))
  }
  const letGo = () => {
    for (const go of waiting.splice(0)) go()
  }
  return {
    handler,
    letGo,
    rendered: () => rendered,
    under: (count: number) => until(() => expect(waiting).toHaveLength(count)),
  }
}

test('however many ask for a page that is missing, it is rendered once', async () => {
  const { handler, letGo, rendered, under } = held()
  const { ask, press } = await serve({ handler })
  const answers = Array.from({ length: 50 }, (_, n) => ask(`/en?utm_source=${n}`))
  await under(1)
  await until(() => expect(press.counts.misses).toBe(50))
  letGo()
  for (const answer of answers) expect((await answer).text).toBe('page /en')
  expect(rendered()).toBe(1)
})

test('what was begun before a new edition is not handed out after it', async () => {
  const { handler, letGo, rendered, under } = held()
  const { ask, source } = await serve({ handler, limits: { warm: 0 } })
  const early = ask('/en')
  await under(1)
  source.publish(stateOf(2))
  const late = ask('/en')
  await under(2)
  letGo()
  await Promise.all([early, late])
  await ask('/en')
  expect(rendered()).toBe(2)
  const third = ask('/ja')
  await under(1)
  source.publish(stateOf(3))
  letGo()
  await third
  const fourth = ask('/ja')
  await under(1)
  letGo()
  await fourth
})

test('past the queue the answer is 503 with Retry-After, and copies are handed out meanwhile', async () => {
  const { handler, letGo, under } = held()
  const { ask, press } = await serve({ handler, limits: { running: 1, waiting: 2 } })
  const ready = ask('/en')
  await under(1)
  letGo()
  await ready
  const taken = ['/en/arms', '/en/about', '/en/feeds'].map((path) => ask(path))
  await until(() => expect(press.counts.misses).toBe(4))
  const refused = await ask('/en/method')
  expect(refused.status).toBe(503)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.headers['cache-control']).toBe('no-store')
  expect((await ask('/en')).status).toBe(200)
  for (let turn = 0; turn < 3; turn++) {
    await under(1)
    letGo()
  }
  for (const answer of taken) expect((await answer).status).toBe(200)
  expect((await ask('/en/about')).status).toBe(200)
})

test('errors are handed on, not kept, and tried again', async () => {
  let turn = 0
  const onError = vi.fn()
  const { ask, press } = await serve({
    onError,
    handler: (_incoming, response) => {
      turn++
      if (turn === 1) throw new Error('thrown')
      if (turn === 2) response.destroy()
      else response.writeHead(turn === 3 ? 500 : turn === 4 ? 404 : 200, { 'content-type': 'text/html' }).end('<p>it')
    },
  })
  const answers = []
  for (let n = 0; n < 6; n++) answers.push(await ask('/en'))
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 404, 200, 200])
  expect(turn).toBe(5)
  expect(onError).toHaveBeenCalledTimes(2)
  expect(answers[0]?.text).not.toContain('thrown')
  for (const { headers } of answers.slice(0, 4)) {
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('etag')
  }
  expect(press.counts).toMatchObject({ failed: 3, hits: 1 })
})

test('memory is bounded in bytes: what was asked for longest ago goes first', async () => {
  const { handler, rendered } = pages('x'.repeat(20_000))
  const { ask, press } = await serve({ handler, limits: { bytes: 70_000 } })
  for (const id of ['a', 'b', 'c']) await ask(`/en/arms/rules/${id}`)
  await ask('/en/arms/rules/a')
  await ask('/en/arms/rules/d')
  await ask('/en/arms/rules/a')
  expect(rendered).toHaveLength(4)
  await ask('/en/arms/rules/b')
  expect(rendered).toHaveLength(5)
  const bytes = (await press.metrics.registry.getSingleMetric('rulewire_press_bytes')?.get())?.values[0]?.value ?? 0
  expect(bytes).toBeGreaterThan(40_000)
  expect(bytes).toBeLessThanOrEqual(70_000)
})

test('a reader who goes away does not take the page from those who wait, nor from the next', async () => {
  const { handler, letGo, rendered, under } = held()
  const { ask, port, press } = await serve({ handler })
  const gone = connect(port, '127.0.0.1', () => gone.write('GET /en HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'))
  await under(1)
  const patient = send({ port, path: '/en', headers: { host: '127.0.0.1' }, method: 'GET' })
  await until(() => expect(press.counts.misses).toBe(2))
  gone.destroy()
  letGo()
  expect((await patient).status).toBe(200)
  expect((await ask('/en', { host: '127.0.0.1' })).status).toBe(200)
  expect(rendered()).toBe(1)
})

test('readers who do not read hold no place in the queue', async () => {
  const { handler, rendered } = pages('y'.repeat(3_000_000))
  const { ask, port } = await serve({ handler, limits: { running: 1, waiting: 0 } })
  const lazy = ['/en', '/ja', '/en/about'].map((path) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`))
    socket.pause()
    return socket
  })
  await until(() => expect(rendered.length).toBeGreaterThan(0))
  await until(async () => expect((await ask('/en/method')).status).toBe(200))
  for (const socket of lazy) socket.destroy()
})

test('a render that never ends gives its place back', async () => {
  let stuck = true
  const { ask } = await serve({
    limits: { running: 1, waiting: 0, patience: 50 },
    handler: (_incoming, response) => {
      if (!stuck) response.writeHead(200, { 'content-type': 'text/plain' }).end('done')
      stuck = false
    },
  })
  expect((await ask('/en')).status).toBe(503)
  expect((await ask('/en')).status).toBe(200)
})

test('after a new stamp the busiest pages are printed ahead, the busiest first', async () => {
  const { handler, rendered } = pages()
  const { ask, source, press } = await serve({ handler, limits: { warm: 2 } })
  for (const path of ['/en', '/ja', '/ja', '/ja', '/en/about', '/en/about']) await ask(path, { host: 'h' })
  rendered.length = 0
  source.publish(stateOf(2))
  await until(() => expect(rendered).toEqual(['h /ja', 'h /en/about']))
  await until(async () => {
    const before = press.counts.misses
    await ask('/ja', { host: 'h', 'accept-encoding': 'br' })
    expect(press.counts.misses).toBe(before)
  })
  expect(rendered).toHaveLength(2)
})

test('what was busy is not forgotten when editions follow each other at once', async () => {
  const { handler, rendered } = pages()
  const { ask, source } = await serve({ handler })
  await ask('/ja', { host: 'h' })
  await ask('/ja', { host: 'h' })
  for (const edition of [2, 3, 4]) source.publish(stateOf(edition))
  await until(() => expect(rendered).toEqual(['h /ja', 'h /ja']))
})

test('printing ahead waits while readers wait', async () => {
  const { handler, letGo, rendered, under } = held()
  const { ask, source } = await serve({ handler })
  const first = ask('/en')
  await under(1)
  letGo()
  await first
  const reader = ask('/ja')
  await under(1)
  source.publish(stateOf(2))
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(rendered()).toBe(2)
  letGo()
  await reader
  await under(1)
  letGo()
})

test('closing finishes what was begun, begins nothing more, and hands out what there is', async () => {
  const { handler, letGo, under } = held()
  const { ask, press } = await serve({ handler })
  const begun = ask('/en')
  await under(1)
  const closed = vi.fn()
  void press.close().then(closed)
  expect((await ask('/ja')).status).toBe(503)
  expect(closed).not.toHaveBeenCalled()
  letGo()
  expect((await begun).status).toBe(200)
  await until(() => expect(closed).toHaveBeenCalled())
  expect((await ask('/en')).status).toBe(200)
})

test('a database that does not answer after a write does not stop readers', async () => {
  const { handler } = pages()
  const { ask, source } = await serve({ handler, limits: { lookUp: 30 } })
  await ask('/en')
  source.refresh = () => new Promise<void>(() => undefined)
  await ask('/admin', {}, 'POST')
  expect((await ask('/en')).status).toBe(200)
  source.refresh = () => Promise.reject(new Error('gone'))
  await ask('/admin', {}, 'POST')
  expect((await ask('/en')).status).toBe(200)
})

test('a reader whose page cannot be made gets a document that says so, in both languages, and the next one gets the page', async () => {
  const unfinished = '<!DOCTYPE html><html id="__next_error__"><body><script src="/_next/x.js"></script></body></html>'
  const answers = [unfinished, null, '<p>the page</p>']
  const { ask } = await serve({
    handler: (_request, response) => {
      const body = answers.shift()
      if (body === null || body === undefined) throw new Error('broken')
      response.writeHead(body === unfinished ? 500 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
    },
    onError: () => undefined,
  })
  for (let time = 0; time < 2; time++) {
    const failed = await ask('/en', { accept: 'text/html,*/*' })
    expect(failed.status).toBe(500)
    expect(failed.text).toMatch(/This page failed[\s\S]*このページを表示できませんでした/)
    expect(failed.text).not.toContain('<script')
    const styles = /href="(\/assets\/[^"]+)"/.exec(failed.text)?.[1] ?? ''
    expect((await ask(styles)).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
  }
  expect((await ask('/en', { accept: 'text/html' })).text).toBe('<p>the page</p>')
})
