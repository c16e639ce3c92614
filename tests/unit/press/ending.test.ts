import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openFront } from '@/lib/press/gate/front'
import { safetyOf } from '@/lib/press/gate/headers'

const safety = safetyOf({ isHttps: false })

/** Asks on a connection that is kept; resolves with what it was told about the next one. */
const ask = (port: number, agent: Agent): Promise<{ status: number; connection: string }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent, path: '/' }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection ?? 'keep-alive' }),
      )
    })
      .on('error', reject)
      .end()
  })

test('a server told to end under load says so on each connection and cuts none off', async () => {
  const front = openFront((_request, response) => void setTimeout(() => response.end('answer'), 5), safety)
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve))
  const { port } = front.server.address() as AddressInfo
  const clients = Array.from({ length: 20 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let asked = 0; ; asked++) {
      const { status, connection } = await ask(port, agent)
      expect(status).toBe(200)
      if (connection === 'close') return asked
    }
  })
  await ask(port, new Agent())
  await front.drain()
  await front.close()
  expect(await Promise.all(clients)).toHaveLength(20)
  await expect(ask(port, new Agent())).rejects.toThrow('ECONNREFUSED')
})

test('who knocks while a server that ends is too busy to let them in is answered too', async () => {
  const front = openFront((_request, response) => void response.end('answer'), safety)
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve))
  const { port } = front.server.address() as AddressInfo
  const script = `
    const { parentPort } = require('node:worker_threads')
    const { request } = require('node:http')
    const ask = () => new Promise((done) => request({ host: '127.0.0.1', port: ${port}, agent: false }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode))
    }).on('error', (error) => done(error.code)).on('socket', (socket) => socket.on('connect', knocked)).end())
    const count = new Int32Array(require('node:worker_threads').workerData)
    const knocked = () => Atomics.add(count, 0, 1)
    Promise.all(Array.from({ length: 20 }, ask)).then((all) => parentPort.postMessage(all))`
  const count = new Int32Array(new SharedArrayBuffer(4))
  const ended = front.drain()
  const worker = new Worker(script, { eval: true, workerData: count.buffer })
  const answers = once(worker, 'message')
  await once(worker, 'online')
  // Nobody is let in until all have knocked, and much more time has passed than a server waits that has nothing to do.
  while (Atomics.load(count, 0) < 20);
  for (const end = performance.now() + 1000; performance.now() < end; );
  expect(await answers).toEqual([Array(20).fill(200)])
  await ended
  await front.close()
})

test('what is under way ends, idle connections are closed', async () => {
  let end = () => undefined as unknown
  const front = openFront((_request, response) => {
    end = () => response.end('late')
  }, safety)
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve))
  const { port } = front.server.address() as AddressInfo
  const answer = ask(port, new Agent())
  await new Promise((resolve) => front.server.once('request', resolve))
  await front.drain()
  const closed = front.close()
  end()
  expect(await answer).toMatchObject({ status: 200 })
  await closed
})

test('a sender of a head that never ends is let go', async () => {
  const front = openFront((_request, response) => void response.end(), safety, { head: 100 })
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve))
  const { converse } = await import('../../support/requests/raw-socket')
  const { port } = front.server.address() as AddressInfo
  expect((await converse(port, ['GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '])).statuses).toEqual([408])
  await front.drain()
  await front.close()
})
