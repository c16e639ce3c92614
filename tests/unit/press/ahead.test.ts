import { afterEach, expect, test, vi } from 'vitest'
import type { PressLimits } from '@/lib/press'
import { until } from '../../support/wait'
import { HandSource, pages, serve, stateOf, stopAll } from './served'

afterEach(stopAll)

const limits = { busy: 3, warm: 0 }

/** A site whose first page is busy, and whose pages are printed, from now on, only when the test lets them go. */
async function busySite(over: Partial<PressLimits> = {}, source = new HandSource()) {
  const held: (() => void)[] = []
  let holds = false
  const served = await serve({
    source,
    limits: { ...limits, ...over },
    handler: (incoming, response) => {
      const { edition } = source.read()
      const answer = () =>
        response.writeHead(200, { 'content-type': 'text/plain' }).end(`${incoming.url} at ${edition}`)
      if (holds && incoming.method === 'GET') held.push(answer)
      else answer()
    },
  })
  const { ask } = served
  for (let times = 0; times < 3; times++) await ask('/en')
  holds = true
  const letGo = () => {
    for (const go of held.splice(0)) go()
  }
  const text = async (path: string) => (await ask(path)).text
  const goOn = () => {
    holds = false
    letGo()
  }
  return {
    ...served,
    source,
    text,
    letGo,
    goOn,
    holding: (count: number) => until(() => expect(held).toHaveLength(count)),
  }
}

test('a busy page is handed out as it was until it is printed anew, and then as it is', async () => {
  const { source, text, press, letGo, holding } = await busySite()
  source.publish(stateOf(2))
  await holding(1)
  expect(await text('/en')).toBe('/en at 1')
  const { misses } = press.counts
  letGo()
  await until(async () => expect(await text('/en')).toBe('/en at 2'))
  expect(press.counts.misses).toBe(misses)
})

test('what no copy lies ready for is not printed of an edition that is about to end', async () => {
  const { source, text, letGo, holding, goOn } = await busySite()
  source.publish(stateOf(2))
  await holding(1)
  const quiet = text('/ja')
  expect(await text('/en')).toBe('/en at 1')
  await holding(1)
  letGo()
  await holding(1)
  goOn()
  expect(await quiet).toBe('/ja at 2')
})

test('the answer to a write leaves when what it has published is served', async () => {
  const { ask, source, text, letGo, holding } = await busySite()
  source.later = stateOf(2)
  const answered = vi.fn()
  const written = ask('/admin/publish', {}, 'POST').then(answered)
  await holding(1)
  expect(await text('/en')).toBe('/en at 1')
  expect(answered).not.toHaveBeenCalled()
  letGo()
  await written
  expect(await text('/en')).toBe('/en at 2')
})

test('of editions that follow each other while pages are printed, a write waits for its own', async () => {
  const { ask, source, text, letGo, goOn, holding } = await busySite()
  source.publish(stateOf(2))
  await holding(1)
  source.later = stateOf(3)
  const answered = vi.fn()
  const written = ask('/admin/publish', {}, 'POST').then(answered)
  await until(() => expect(source.read().edition).toBe(3))
  for (let times = 0; times < 3; times++) expect(await text('/en')).toBe('/en at 1')
  expect(answered).not.toHaveBeenCalled()
  goOn()
  await written
  expect(await text('/en')).toBe('/en at 3')
  letGo()
})

test('what only the newest of several editions knows waits for that one', async () => {
  const records = (...ids: string[]) => new Map([['arms', new Set(ids)]])
  const source = new HandSource({ ...stateOf(1), records: records() })
  const { text, letGo, goOn, holding } = await busySite({}, source)
  source.publish({ ...stateOf(2), records: records() })
  await holding(1)
  for (let times = 0; times < 3; times++) await text('/en')
  source.publish({ ...stateOf(3), records: records('rules/new') })
  const brought = text('/en/arms/rules/new')
  letGo()
  await holding(1)
  expect(await text('/en')).toBe('/en at 2')
  goOn()
  expect(await brought).toBe('/en/arms/rules/new at 3')
})

test('a page that cannot be printed ahead holds up neither the edition nor whoever published it', async () => {
  const { ask, source, text, letGo, holding, press } = await busySite({ aheadFor: 20 })
  source.later = stateOf(2)
  expect((await ask('/admin/publish', {}, 'POST')).status).toBe(200)
  await holding(1)
  const { misses } = press.counts
  const late = text('/en')
  await until(() => expect(press.counts.misses).toBe(misses + 1))
  letGo()
  expect(await late).toBe('/en at 2')
  await holding(0)
})

test('where no page is busy an edition is there at once', async () => {
  const { handler, rendered } = pages()
  const { ask, source } = await serve({ handler, limits })
  await ask('/en')
  source.publish(stateOf(2))
  expect((await ask('/en')).text).toContain('<title>2</title>')
  expect(rendered).toHaveLength(2)
})

test('each coding that readers took of a busy page is ready', async () => {
  const { handler, rendered } = pages()
  const codings: string[] = ['br', 'gzip', 'br', 'gzip']
  const { ask, source, press } = await serve({ handler, limits })
  for (const coding of codings) await ask('/en', { 'accept-encoding': coding })
  source.publish(stateOf(2))
  await until(() => expect(rendered).toHaveLength(2))
  await until(async () => {
    const { text, headers } = await ask('/en', { 'accept-encoding': 'gzip' })
    expect([headers['content-encoding'], text.includes('<title>2</title>')]).toEqual(['gzip', true])
  })
  expect(press.counts.misses).toBe(1)
})
