import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '@/db/client'
import { engine } from '@/db/dialect'
import { sessionSecret } from '@/db/prepare'
import { parseSettings } from '@/lib/settings'
import { rulewire } from '../support/command-line'
import { testDatabase } from '../support/database'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rulewire-files-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const modeOf = (...path: string[]) => (statSync(join(dir, ...path)).mode & 0o777).toString(8)
const settings = () => ({ ...parseSettings({}), dataDir: join(dir, 'data') })

describe('what is kept is its owner’s alone', () => {
  test('the key that signs sessions, in a folder that anyone may read', () => {
    mkdirSync(join(dir, 'data'), { mode: 0o755 })
    const made = sessionSecret(settings())
    expect(sessionSecret(settings())).toBe(made)
    expect(modeOf('data', 'secret')).toBe('600')
    expect(readdirSync(join(dir, 'data'))).toEqual(['secret'])
    chmodSync(join(dir, 'data', 'secret'), 0o644)
    sessionSecret(settings())
    expect(modeOf('data', 'secret')).toBe('600')
    expect(sessionSecret({ ...settings(), secret: 'given' })).toBe('given')
  })

  test('a key that is cut off or empty ends the start with what to do', () => {
    mkdirSync(join(dir, 'data'))
    for (const text of ['', 'too short\n']) {
      writeFileSync(join(dir, 'data', 'secret'), text)
      expect(() => sessionSecret(settings())).toThrow(/fewer than 32 characters[\s\S]*Remove the file/)
      expect(readFileSync(join(dir, 'data', 'secret'), 'utf8')).toBe(text)
    }
    expect(() => parseSettings({ RULEWIRE_SECRET: 'short' })).toThrow(/RULEWIRE_SECRET must be at least 32/)
  })

  test('a folder where none can be made is told, and never waited for', () => {
    const nowhere = process.platform === 'linux' ? '/proc/nope/data' : join(dir, 'file', 'data')
    writeFileSync(join(dir, 'file'), '')
    expect(() => sessionSecret({ ...settings(), dataDir: nowhere })).toThrow(/cannot be written[\s\S]*RULEWIRE_DATA/)
  })
})

describe.runIf(engine === 'sqlite')('the embedded database', () => {
  test('its files and backups, whoever made the folder and whatever rights they had', async () => {
    mkdirSync(join(dir, 'data'), { mode: 0o755 })
    const files = () => readdirSync(join(dir, 'data')).map((name) => [name, modeOf('data', name)])
    const opened = await openDatabase({ dataDir: join(dir, 'data') })
    await opened.upkeep.exclusively(async (run) => void (await run('CREATE TABLE head (edition integer)')))
    const closedOff = ['rulewire.db', 'rulewire.db-shm', 'rulewire.db-wal'].map((name) => [name, '600'])
    expect(files()).toEqual(closedOff)
    writeFileSync(join(dir, 'backup.part'), 'left behind', { mode: 0o644 })
    await opened.upkeep.backup(join(dir, 'backup'))
    expect(modeOf('backup')).toBe('600')
    await opened.close()
    chmodSync(join(dir, 'data', 'rulewire.db'), 0o664)
    const again = await openDatabase({ dataDir: join(dir, 'data') })
    expect(files()).toEqual(closedOff)
    await again.close()
    const inNew = await openDatabase({ dataDir: join(dir, 'deep', 'data') })
    expect([modeOf('deep'), modeOf('deep', 'data')]).toEqual(['700', '700'])
    await inNew.close()
  })

  test('a restored one', async () => {
    const { database } = await testDatabase()
    const backup = join(dir, 'backup')
    await database.upkeep.backup(backup)
    chmodSync(backup, 0o644)
    const env = { DATABASE_URL: '', RULEWIRE_DATA: join(dir, 'restored') }
    expect(await rulewire(['restore', backup], env)).toMatchObject({ code: 0 })
    expect(modeOf('restored')).toBe('700')
    expect(modeOf('restored', 'rulewire.db')).toBe('600')
  })

  test('the command line says that a folder cannot be made', async () => {
    writeFileSync(join(dir, 'file'), '')
    const { code, stderr } = await rulewire(['migrate'], { DATABASE_URL: '', RULEWIRE_DATA: join(dir, 'file', 'data') })
    expect(code).toBe(1)
    expect(stderr).toContain('Set RULEWIRE_DATA to a folder that can')
  })
})
