import { spawn } from 'node:child_process'
import { readSteadily } from '../../support/requests/steady-readers'
import { anotherNode, stop } from '../support/serve'
import { expect, test } from '../support/test'
import { isRunning, processesOf } from './processes'

test('a site that is told to (SIGHUP) is renewed, front and renderer, and not one request fails', async ({
  browserName: _,
}, { project }) => {
  const node = await anotherNode(project.name)
  try {
    const starter = node.server.pid ?? 0
    const before = processesOf(starter)
    const readers = readSteadily(node.port, '/en')
    await expect.poll(readers.count).toBeGreaterThan(50)
    node.server.kill('SIGHUP')
    for (const pid of [before.front, ...before.renderers]) await expect.poll(() => isRunning(pid)).toBe(false)
    const then = readers.count()
    await expect.poll(readers.count).toBeGreaterThan(then + 50)
    expect(await readers.stop()).toEqual([200])
    const after = processesOf(starter)
    expect(after.front).not.toBe(before.front)
    expect((await fetch(`${node.address}/readyz`)).status).toBe(200)
    // The figures are those of the new one, on the same port.
    await expect.poll(() => node.misses().catch(() => 0)).toBeGreaterThan(0)
    expect(await stop(node.server)).toBe(0)
  } finally {
    await stop(node.server)
  }
})

test('a second start at the same address says what it does, and leaves the site as it was where nothing is new', async ({
  browserName: _,
}, { project }) => {
  const node = await anotherNode(project.name)
  try {
    const before = processesOf(node.server.pid ?? 0)
    const second = spawn(process.execPath, ['start.mjs'], {
      env: { ...process.env, HOST: 'localhost', PORT: String(node.port), DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    second.stdout.on('data', (part) => (said += part))
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(0)
    expect(said).toContain('The site runs already at this address')
    expect(said).toContain('nothing is new')
    expect(processesOf(node.server.pid ?? 0)).toEqual(before)
  } finally {
    await stop(node.server)
  }
})
