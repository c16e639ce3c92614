import { afterEach, expect, test } from 'vitest'
import { pages, serve, stopAll } from './served'

afterEach(stopAll)

test('what is for one reader is printed each time, and kept by nobody', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  for (const path of ['/en/follow', '/ja/follow?what=/arms', '/en/follow/mine?token=a', '/en/follow/stop?token=a'])
    for (let times = 0; times < 2; times++) {
      const { status, headers } = await ask(path, { cookie: 'who=me' })
      expect([status, headers['cache-control']], path).toEqual([200, 'no-store'])
      expect(headers.etag, path).toBeUndefined()
      expect(headers['referrer-policy'], path).toBe('same-origin')
      expect(headers['set-cookie'], path).toBeUndefined()
    }
  expect(rendered).toHaveLength(8)
  expect((await ask('/en/feeds')).headers['cache-control']).toContain('public')
})

test('only the forms of who follows take what is sent, and only by POST', async () => {
  const { handler, rendered } = pages()
  const { ask } = await serve({ handler })
  for (const path of ['/en/follow/ask', '/ja/follow/set', '/en/follow/stop?token=a'])
    expect((await ask(path, {}, 'POST')).status, path).toBe(200)
  expect(rendered).toHaveLength(3)
  for (const path of ['/en/follow', '/en/follow/mine', '/xx/follow/ask', '/en/follow/asking', '/en/follow/ask/more'])
    expect((await ask(path, {}, 'POST')).status, path).toBe(405)
  expect((await ask('/en/follow/ask', {}, 'PUT')).status).toBe(405)
  expect(rendered).toHaveLength(3)
})
