import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstAdministratorByLink } from '@/db/commands/people/link'
import { prepare } from '@/db/prepare'
import { currentEdition } from '@/db/queries/edition'
import { listDossiers } from '@/db/queries/record'
import { tokenMark } from '@/lib/auth/token'
import { runScript } from '../support/command-line'
import { testDatabase } from '../support/database'

const { database } = await testDatabase()

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rulewire-start-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('a start that cannot go on says why, what to do, and nothing of its stack', () => {
  const start = (env: Record<string, string>) =>
    runScript('server.ts', [], { NODE_ENV: 'production', RULEWIRE_DATA: dir, ...env })

  test('port taken', async () => {
    const other: Server = createServer()
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await start({ PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${port} on localhost is taken`)
    expect(stderr).toContain(`PORT=${port + 1} npm start`)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('data folder not writable', async () => {
    writeFileSync(join(dir, 'file'), '')
    const { code, stderr } = await start({ PORT: '0', RULEWIRE_DATA: join(dir, 'file', 'data'), DATABASE_URL: '' })
    expect(code).toBe(1)
    expect(stderr).toContain('RULEWIRE_DATA')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('settings that make no sense, all at once', async () => {
    const { code, stderr } = await start({
      PORT: 'eighty',
      PUBLIC_URL: 'rules',
      TRUST_PROXY: 'perhaps',
      DATABASE_URL: '',
    })
    expect(code).toBe(1)
    for (const name of ['PORT', 'PUBLIC_URL', 'TRUST_PROXY']) expect(stderr).toContain(name)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a Node.js that is too old', async () => {
    const old = join(dir, 'old.mjs')
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' })\n")
    const { code, stderr } = await runScript('start.mjs', [], { NODE_OPTIONS: `--import file://${old}` })
    expect(code).toBe(1)
    expect(stderr).toContain('needs Node.js 20.19 or newer; this is 20.18.3')
  })
})

describe('the first start', () => {
  const now = '2026-11-22T10:00:00.000Z'
  const content = (changes: string) => {
    mkdirSync(join(dir, 'dossiers/d'), { recursive: true })
    writeFileSync(join(dir, 'sources.yaml'), '[]\n')
    writeFileSync(join(dir, 'dossiers/d/changes.yaml'), changes)
    writeFileSync(
      join(dir, 'dossiers/d/dossier.yaml'),
      'id: d\ntitle: D\ntimeZone: Asia/Tokyo\ndimensions: [{id: thing, values: [ship]}]\n',
    )
  }

  test('broken content is named by file, line and field, and nothing is loaded; mended, it becomes edition 1', async () => {
    content('- id: c\n  title: C\n  alterations: [{rule: none-such, to: permitted}]\n')
    await expect(prepare(database, dir, now)).rejects.toThrow(
      /dossiers\/d\/changes\.yaml:3: alterations\.0\.rule names an unknown rule/,
    )
    content('- id: c\n  title: C\n')
    const origin = 'https://rules.example'
    const notices = await prepare(database, dir, now, { origin })
    expect((await currentEdition(database.db)).number).toBe(1)
    expect((await listDossiers(database.db)).map(({ id }) => id)).toEqual(['d'])
    const tokenIn = (said: string[]) =>
      /https:\/\/rules\.example\/admin\/sign-in\/link\?token=(\S+)/.exec(said.join('\n'))?.[1]
    const first = tokenIn(notices) ?? ''
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(notices.join('\n')).not.toContain('password')
    // While nobody has used it each start prints another.
    const second = tokenIn(await prepare(database, dir, now, { origin })) ?? ''
    expect(second).not.toBe(first)
    const become = (token: string, login: string) =>
      database.write((tx) =>
        firstAdministratorByLink(tx, {
          mark: tokenMark(token),
          login,
          name: login,
          passwordHash: 'hash',
          at: now,
          by: 'x',
        }),
      )
    expect(await become('guessed', 'eve')).toEqual({ ok: false, reason: 'gone' })
    expect(await become(first, 'ann')).toMatchObject({ ok: true, user: { login: 'ann', role: 'admin' } })
    expect(await become(second, 'eve')).toEqual({ ok: false, reason: 'gone' })
    expect(await become(first, 'eve')).toEqual({ ok: false, reason: 'gone' })
    expect(await prepare(database, dir, now, { origin })).toEqual([])
    expect((await currentEdition(database.db)).number).toBe(1)
  })
})
