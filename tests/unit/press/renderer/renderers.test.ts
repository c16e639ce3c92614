import { getPriority } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { behindFront } from '@/lib/press/renderer/give-way'
import { NoRendererError } from '@/lib/press/renderer/renderers'
import { until } from '../../../support/wait'
import { endRenderers, fronted, renderersOf } from './obedient'

afterEach(endRenderers)

const pidOf = (running: readonly { pid: number | undefined }[]): number => running[0]?.pid ?? 0

test('what the first renderer has to say comes with its being ready, and what is public too; what makes no sense is not heard', async () => {
  const { notices, state } = await fronted()
  expect(notices).toEqual(['It is new.'])
  expect(state.read()).toMatchObject({ edition: 1, site: { name: 'A site' } })
  expect(state.read().records?.get('arms')?.has('rules/a')).toBe(true)
})

test('a look that is asked for tells what is new before it is done', async () => {
  const { state } = await fronted()
  await state.refresh()
  expect(state.read().edition).toBe(2)
})

test('killed while it is read: copies are handed out as before, and the next page comes from another', async () => {
  const { renderers, ask, said } = await fronted()
  expect((await ask('/en')).status).toBe(200)
  const before = pidOf(renderers.running)
  process.kill(before, 'SIGKILL')
  const [hit, miss] = await Promise.all([ask('/en'), ask('/en/about')])
  expect(hit.status).toBe(200)
  expect(miss.status).toBe(200)
  expect(miss.text).not.toContain(`by ${before}`)
  expect(renderers.restarts).toEqual({ died: 1, silent: 0 })
  expect(said).toEqual(['The renderer was ended by SIGKILL; another is started.'])
})

test('one that hangs is ended and replaced; copies are handed out meanwhile, and who waits longer than one may is told to come back', async () => {
  const { renderers, ask, said } = await fronted({ limits: { patience: 40, betweenLooks: 25, wait: 100 } })
  expect((await ask('/en')).status).toBe(200)
  process.kill(pidOf(renderers.running), 'SIGSTOP')
  const miss = ask('/en/about', { accept: 'text/html' })
  expect((await ask('/en')).status).toBe(200)
  const told = await miss
  expect(told.status).toBe(503)
  expect(Number(told.headers['retry-after'])).toBeGreaterThan(0)
  expect(told.text).toContain('What makes the pages is being started again.')
  await until(() => expect(renderers.restarts.silent).toBe(1))
  await until(async () => expect((await ask('/en/about')).status).toBe(200))
  expect(said[0]).toBe('The renderer does not answer and was ended; another is started.')
})

test('a page that ends whoever renders it is given up, and all others are answered', async () => {
  const { renderers, ask } = await fronted()
  // Nothing public is called so: it is asked for beside the press.
  const { printBy } = await import('@/lib/press/renderer/ask-print')
  await expect(printBy(renderers)({ url: '/die', host: 'h' })).rejects.toThrow('No renderer answers.')
  expect((await ask('/en')).status).toBe(200)
  expect(renderers.restarts.died).toBe(2)
})

test('a page that throws is not asked for again', async () => {
  const { renderers } = await fronted()
  const { printBy } = await import('@/lib/press/renderer/ask-print')
  await expect(printBy(renderers)({ url: '/thrown', host: 'h' })).rejects.toThrow('failed while it was rendered')
  expect(renderers.restarts.died).toBe(0)
})

test('one that cannot start at all ends the start with its code', async () => {
  const { renderers } = renderersOf({ does: 'dies' })
  await expect(renderers.start()).rejects.toEqual(new NoRendererError(4))
})

test('one that dies again and again is started again after pauses that grow, each said once', async () => {
  const { renderers, said } = renderersOf({ does: 'dies later' })
  await renderers.start()
  await until(() => expect(said.length).toBeGreaterThan(4))
  expect(said.slice(0, 5)).toEqual([
    'The renderer ended with code 5; another is started.',
    'The renderer ended with code 5; another is started in 0.01 s.',
    'The renderer ended with code 5; another is started in 0.02 s.',
    'The renderer ended with code 5; another is started in 0.04 s.',
    'The renderer ended with code 5; another is started in 0.08 s.',
  ])
})

test('several share the requests', async () => {
  const { renderers, ask } = await fronted({ count: 3 })
  await until(() => expect(renderers.answering).toHaveLength(3))
  const never = Array.from({ length: 6 }, () => ask('/admin').then(({ text }) => JSON.parse(text).pid))
  expect(new Set(await Promise.all(never)).size).toBe(3)
})

test('a day turns however many renderers go meanwhile', async () => {
  const { renderers, state } = await fronted()
  process.kill(pidOf(renderers.running), 'SIGKILL')
  await state.turnDay('2026-03-02T00:00:00.000Z')
})

test('told to end, they end', async () => {
  const { renderers } = await fronted({ count: 2 })
  await until(() => expect(renderers.answering).toHaveLength(2))
  const pids = renderers.running.map(({ pid }) => pid ?? 0)
  await renderers.close()
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a renderer comes after its front where both want the processor', async () => {
  const { renderers } = await fronted()
  expect(getPriority(pidOf(renderers.running))).toBe(Math.min(19, getPriority() + behindFront))
})
