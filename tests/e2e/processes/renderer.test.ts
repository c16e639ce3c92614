import { readSteadily } from '../../support/requests/steady-readers'
import { anotherNode, stop } from '../support/serve'
import { expect, test } from '../support/test'
import { isRunning, processesOf } from './processes'

const dossier = 'japan-defence-transfers'
const page = `/en/${dossier}`

/** Asks until the answer is no 503, which has to say when to come back. */
async function answered(url: string): Promise<number> {
  for (;;) {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    if (answer.status !== 503) return answer.status
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
}

const metric = async (port: number, line: RegExp): Promise<number> =>
  Number(line.exec(await (await fetch(`http://127.0.0.1:${port + 1}/metrics`)).text())?.[1])

test('the renderer is killed under load: not one hit fails, and the next page comes from another', async ({
  browserName: _,
}, { project }) => {
  const node = await anotherNode(project.name)
  try {
    expect(await answered(node.address + page)).toBe(200)
    const readers = readSteadily(node.port, page)
    await expect.poll(readers.count).toBeGreaterThan(50)
    const { renderers } = processesOf(node.server.pid ?? 0)
    for (const pid of renderers) process.kill(pid, 'SIGKILL')
    expect(await answered(`${node.address}${page}/timeline?words=after+the+kill`)).toBe(200)
    expect(await answered(`${node.address}/admin/sign-in`)).toBe(200)
    expect(await answered(`${node.address}/readyz`)).toBe(200)
    const before = readers.count()
    await expect.poll(readers.count).toBeGreaterThan(before + 50)
    expect(await readers.stop()).toEqual([200])
    const now = processesOf(node.server.pid ?? 0).renderers
    expect(now).toHaveLength(1)
    expect(now).not.toEqual(renderers)
    expect(await metric(node.port, /^rulewire_renderer_restarts_total\{reason="died"\} (\d+)/m)).toBe(1)
  } finally {
    await stop(node.server)
  }
})

test('a renderer that hangs is ended and replaced; hits go on, and the process lives though it is not ready', async ({
  browserName: _,
}, { project }) => {
  const node = await anotherNode(project.name, { RENDERER_PATIENCE: '10' })
  try {
    expect(await answered(node.address + page)).toBe(200)
    const [hung = 0] = processesOf(node.server.pid ?? 0).renderers
    const readers = readSteadily(node.port, page)
    process.kill(hung, 'SIGSTOP')
    const statusOf = async (path: string) => (await fetch(node.address + path)).status
    await expect.poll(() => statusOf('/readyz')).toBe(503)
    expect(await statusOf('/livez')).toBe(200)
    await expect.poll(() => isRunning(hung)).toBe(false)
    expect(await answered(`${node.address}${page}/timeline?words=after+the+silence`)).toBe(200)
    expect(await readers.stop()).toEqual([200])
    expect(await metric(node.port, /^rulewire_renderer_restarts_total\{reason="silent"\} (\d+)/m)).toBe(1)
  } finally {
    await stop(node.server)
  }
})

test('the front is killed: its renderer ends by itself, and holds the database no longer', async ({ browserName: _ }, {
  project,
}) => {
  const node = await anotherNode(project.name)
  const { front, renderers } = processesOf(node.server.pid ?? 0)
  expect(renderers).toHaveLength(1)
  const ended = new Promise((resolve) => node.server.once('exit', resolve))
  process.kill(front, 'SIGKILL')
  await ended
  for (const pid of renderers) await expect.poll(() => isRunning(pid)).toBe(false)
})

test('several renderers share the pages, publishes are seen through all of them, and they end with the site', async ({
  browserName: _,
}, { project }) => {
  const node = await anotherNode(project.name, { RENDERERS: '2' })
  await expect.poll(() => metric(node.port, /^rulewire_renderers (\d+)/m)).toBe(2)
  const { renderers } = processesOf(node.server.pid ?? 0)
  expect(renderers).toHaveLength(2)
  const asked = Array.from({ length: 12 }, (_unused, n) =>
    answered(`${node.address}${page}/matrix?on=2019-05-${String(n + 1).padStart(2, '0')}`),
  )
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
  const metrics = await (await fetch(`http://127.0.0.1:${node.port + 1}/metrics`)).text()
  for (const at of [1, 2])
    expect(metrics).toMatch(new RegExp(`^rulewire_renderer_resident_memory_bytes\\{renderer="${at}"\\} [1-9]`, 'm'))
  expect(metrics).toMatch(/^process_resident_memory_bytes [1-9]/m)
  expect(await stop(node.server)).toBe(0)
  for (const pid of renderers) await expect.poll(() => isRunning(pid)).toBe(false)
})

test('what a stranger says of itself in the headers of the front is not believed', async ({ request }) => {
  for (const headers of [
    { 'x-rulewire-served': '0' },
    { 'x-rulewire-print': '1' },
    { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
  ] as Record<string, string>[]) {
    const ready = await request.get('/readyz', { headers })
    expect(ready.status()).toBe(200)
    const door = await request.get('/admin', { headers, maxRedirects: 0 })
    expect(door.status()).toBe(307)
    expect(door.headers().location).not.toContain('elsewhere.example')
    // What is printed goes without the nonces of the desk.
    const desk = await request.get('/admin/sign-in', { headers })
    expect(desk.headers()['content-security-policy']).toContain("'nonce-")
    expect(await desk.text()).toContain('<script')
  }
})
