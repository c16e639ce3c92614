import { afterEach, expect, test } from 'vitest'
import type { PressOptions } from '@/lib/press'
import { until } from '../../support/wait'
import { serve, stateOf, stopAll } from './served'

afterEach(stopAll)

/** A site that knows one rule, and says of anything else that there is none. */
function site() {
  const rendered: string[] = []
  const handler: PressOptions['handler'] = ({ url = '' }, response) => {
    rendered.push(url)
    const isMissing = url.includes('404')
    response.writeHead(isMissing ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(isMissing ? `<p>none, ${url.slice(1, 3)}` : '<p>here')
  }
  return { handler, rendered }
}
const known = (edition: number) => ({ ...stateOf(edition), records: new Map([['arms', new Set(['rules/one'])]]) })

test('addresses that name nothing get one answer that is kept, however many of them are asked for', async () => {
  const { handler, rendered } = site()
  const { ask, source } = await serve({ handler, limits: { warm: 0 } })
  source.publish(known(2))
  for (let at = 0; at < 30; at++)
    for (const path of [
      `/en/nowhere-${at}`,
      `/en/arms/rules/r-${at}`,
      `/en/arms/reports/r-${at}?edition=1`,
      `/en/editions/${at + 3}`,
      `/ja/arms/${at}/x`,
      `/xx-${at}`,
    ]) {
      const { status, text, headers } = await ask(path)
      expect(status, path).toBe(404)
      expect(text, path).toBe(path.startsWith('/ja') ? '<p>none, ja' : '<p>none, en')
      expect(headers['cache-control'], path).toBe('no-store')
      expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    }
  expect(rendered).toEqual(['/en/404/404', '/ja/404/404'])
  source.publish(known(3))
  await ask('/en/nowhere')
  expect(rendered).toHaveLength(3)
})

test('what is no page says so in words or as a problem, and costs no render either', async () => {
  const { handler, rendered } = site()
  const { ask, source } = await serve({ handler, limits: { warm: 0 } })
  source.publish(known(2))
  for (const path of ['/api/v1/dossiers/nowhere/verdict', '/api/v2', '/api/v1/dossiers/nowhere/matrix.csv']) {
    const { status, headers } = await ask(path)
    expect([status, headers['content-type']], path).toEqual([404, 'application/problem+json'])
  }
  for (const path of [
    '/en/arms/rules/none/feed.xml',
    '/en/nowhere/cite.bib',
    '/favicon.png',
    '/feeds/en/site/feed.xml',
  ])
    expect((await ask(path)).status, path).toBe(404)
  expect(rendered).toEqual([])
  expect((await ask('/en/arms/rules/one')).status).toBe(200)
  expect((await ask('/en/arms/rules/one/feed.xml')).status).toBe(200)
})

test('a flood from one sender holds up nobody else, and is refused past its share', async () => {
  const held: (() => void)[] = []
  let isOpen = false
  const { ask, press } = await serve({
    senderOf: ({ headers }) => String(headers['x-from']),
    limits: { running: 2, runningEach: 1, waiting: 50, waitingEach: 8 },
    handler: ({ url }, response) => {
      const answer = () => response.writeHead(200, { 'content-type': 'text/plain' }).end(`page ${url}`)
      if (isOpen || url === '/en') answer()
      else held.push(answer)
    },
  })
  const flooding = Array.from({ length: 40 }, (_, n) =>
    // Addresses of one /64 are one sender.
    ask(`/en/search?q=${n}`, { 'x-from': `2001:db8::${n.toString(16)}` }),
  )
  await until(() => expect(press.counts.refused).toBe(31))
  expect((await ask('/en', { 'x-from': '192.0.2.1' })).text).toBe('page /en')
  expect(held).toHaveLength(1)
  isOpen = true
  held[0]?.()
  const answers = await Promise.all(flooding)
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused).toHaveLength(31)
  for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
})

test('of what passes by the queue a sender may have only so much under way', async () => {
  const waiting: (() => void)[] = []
  const { ask } = await serve({
    senderOf: ({ headers }) => String(headers['x-from']),
    limits: { passingEach: 2 },
    handler: (_request, response) => void waiting.push(() => response.end('desk')),
  })
  const flood = [1, 2].map(() => ask('/admin/sign-in', { 'x-from': '192.0.2.1' }))
  await until(() => expect(waiting).toHaveLength(2))
  expect((await ask('/admin/sign-in', { 'x-from': '192.0.2.1' })).status).toBe(503)
  const other = ask('/admin/sign-in', { 'x-from': '192.0.2.2' })
  await until(() => expect(waiting).toHaveLength(3))
  for (const go of waiting) go()
  for (const answer of [...flood, other]) expect((await answer).text).toBe('desk')
})
