import { afterAll, expect, test } from 'vitest'
import { safetyOf } from '@/lib/press/gate/headers'
import { pages, serve, stopAll } from './served'

afterAll(stopAll)

const safety = safetyOf({ isHttps: true })
const html = 'text/html; charset=utf-8'

/** Header lines by name. */
const told = (lines: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(lines.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), lines[at + 1]]] : [])))

test('only a document that is made to be embedded may be framed', () => {
  for (const [type, audience] of [
    [html, 'public'],
    [html, 'one'],
    ['application/json', 'public'],
    ['application/json', 'embed'],
    ['image/svg+xml', 'public'],
  ] as const) {
    const headers = told(safety(type, audience))
    expect(headers['content-security-policy'], `${type} ${audience}`).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options'], `${type} ${audience}`).toBe('DENY')
  }
  const embed = told(safety(html, 'embed'))
  expect(embed['content-security-policy']).toMatch(/^default-src 'none'; .*form-action 'none'.*frame-ancestors \*$/)
  expect(embed['content-security-policy']).not.toMatch(/script-src|unsafe/)
  expect(embed).not.toHaveProperty('x-frame-options')
  expect(embed['cross-origin-resource-policy']).toBe('cross-origin')
  expect(embed['strict-transport-security']).toBeTruthy()
})

test('what is embedded is kept as a copy, and says the same of its safety each time, a 304 too', async () => {
  const { ask } = await serve({ handler: pages().handler })
  const path = '/embed/en/arms/rules/a-rule'
  const first = await ask(path)
  const again = await ask(path, { 'if-none-match': String(first.headers.etag) })
  expect(again.status).toBe(304)
  for (const { headers } of [first, await ask(path), again]) {
    expect(headers['content-security-policy']).toContain('frame-ancestors *')
    expect(headers).not.toHaveProperty('x-frame-options')
  }
  // Nothing of this site is fetched ahead in the frame of another one.
  expect(first.headers).not.toHaveProperty('speculation-rules')
  expect((await ask('/en/arms/rules/a-rule')).headers['x-frame-options']).toBe('DENY')
})
