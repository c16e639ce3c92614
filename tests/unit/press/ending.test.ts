import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
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
