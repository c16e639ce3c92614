import { afterEach, expect, test } from 'vitest'
import type { Handler } from '@/lib/press/render'
import { serve, stopAll } from './served'

afterEach(stopAll)

test('calls of programs are passed on by POST, each to be answered anew, and all else is refused', async () => {
  const rendered: string[] = []
  const handler: Handler = async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    rendered.push(text)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  }
  const { ask } = await serve({ handler })
  for (let times = 0; times < 2; times++) {
    const { status, headers } = await ask('/mcp', {}, 'POST')
    expect([status, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([200, 'no-store', '*'])
  }
  expect(rendered).toHaveLength(2)
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
    expect((await ask('/mcp', {}, method)).status, method).toBe(405)
  const { headers } = await ask('/mcp', {}, 'OPTIONS')
  expect(headers['access-control-allow-methods']).toBe('POST, OPTIONS')
  expect((await ask('/mcp/more', {}, 'POST')).status).toBe(405)
  expect(rendered).toHaveLength(2)
})
