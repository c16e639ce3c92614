import type { IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { PressOptions } from '@/lib/press'
import { converse } from '../../support/requests/raw-socket'
import { serve, stopAll } from './served'

afterEach(stopAll)

/** A handler that reads what it is sent and tells how much it was. */
function reading() {
  const read: number[] = []
  const handler: PressOptions['handler'] = async (request: IncomingMessage, response) => {
    const at = read.push(0) - 1
    try {
      for await (const chunk of request) read[at] = (read[at] ?? 0) + chunk.length
    } catch {
      return
    }
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`${read[at]}`)
  }
  return { handler, read }
}

const kilobyte = 1024
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`
const head = (method: string, path: string, line: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${line}\r\n\r\n`

test.each([
  ['POST', '/api/auth/callback/credentials', 64 * kilobyte],
  ['POST', '/admin/reports/new', 2048 * kilobyte],
  ['POST', '/admin/porting/upload', 65_552 * kilobyte],
  ['GET', '/admin/porting/upload', 2048 * kilobyte],
  ['POST', '/admin/porting/upload/more', 2048 * kilobyte],
  ['GET', '/en', 2048 * kilobyte],
  ['POST', '/en', 2048 * kilobyte],
])('a %s to %s of a told length past %i bytes is refused before it is read', async (method, path, most) => {
  const { handler, read } = reading()
  const { port } = await serve({ handler })
  const { statuses, text } = await converse(port, [head(method, path, `Content-Length: ${most + 1}`), 'x'.repeat(1000)])
  expect(statuses).toEqual([413])
  expect(text).toMatch(/Connection: close/i)
  expect(text).toContain('nosniff')
  expect(read).toEqual([])
})

test.each([
  ['/api/auth/callback/credentials', 64 * kilobyte],
  ['/admin/reports/new', 2048 * kilobyte],
  ['/admin/porting/upload', 65_552 * kilobyte],
])('chunks to %s are counted as they come, up to %i bytes', async (path, most) => {
  const { handler, read } = reading()
  const { port } = await serve({ handler })
  const fits = [head('POST', path, 'Transfer-Encoding: chunked'), ...Array(most / 8192).fill(chunk(8192)), '0\r\n\r\n']
  expect((await converse(port, fits)).statuses).toEqual([200])
  const { statuses, text } = await converse(port, [...fits.slice(0, -1), chunk(1), ...Array(4000).fill(chunk(8192))])
  expect(statuses).toEqual([413])
  expect(text).toMatch(/Connection: close/i)
  for (const bytes of read) expect(bytes).toBeLessThanOrEqual(most)
})

test('who sends for ever is cut off, also where nobody reads', async () => {
  const { port } = await serve({ handler: (_request, response) => void response.end('done') })
  const endless = [head('GET', '/en', 'Transfer-Encoding: chunked'), ...Array(4000).fill(chunk(8192))]
  const { statuses } = await converse(port, endless)
  expect(statuses[0]).toBeLessThan(500)
})
