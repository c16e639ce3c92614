import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../support/free-port'
import { stop } from '../support/serve'
import { expect, test } from '../support/test'

test('a build is served as one, however its server is started', async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-built-'))
  const port = await freePort()
  const server = spawn(process.execPath, ['.next/server.mjs'], {
    env: { ...process.env, NODE_ENV: 'development', RULEWIRE_DATA: folder, DATABASE_URL: '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((ready, failed) => {
      let said = ''
      server.once('exit', () => failed(new Error(`It ended: ${said}`)))
      server.stdout.on('data', (text) => {
        said += String(text)
        if (said.includes('Rulewire is ready')) ready()
      })
    })
    const page = await request.get(`http://localhost:${port}/en`)
    expect(page.headers().etag).toBeTruthy()
    expect(await page.text()).not.toMatch(/<script(?![^>]*ld\+json)/)
    const desk = await request.get(`http://localhost:${port}/admin/sign-in`)
    expect(desk.headers()['content-security-policy']).not.toContain('unsafe')
  } finally {
    await stop(server)
    rmSync(folder, { recursive: true, force: true })
  }
})

test('forms of the desk outlive a build: the key behind their actions is kept', () => {
  const { encryptionKey } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given, RULEWIRE_DATA = 'data' } = process.env
  expect(encryptionKey).toBe(given ?? readFileSync(join(RULEWIRE_DATA, 'actions-key'), 'utf8'))
})
