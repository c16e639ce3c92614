import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase, database as theDatabase } from '@/db/client'
import { engine } from '@/db/dialect'
import {
  DatabaseDamagedError,
  DatabaseUnreachableError,
  DataFolderError,
  EngineMismatchError,
  NewerDatabaseError,
} from '@/db/errors'
import { migrate, pendingMigrations } from '@/db/migrate'
import { watchState } from '@/db/stamp'
import { rulewire, runScript } from '../support/command-line'
import { contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { until } from '../support/wait'

const { database, env, folder, open } = await testDatabase()

test('migrating twice does nothing, whoever else does it at the same time', async () => {
  const before = await database.upkeep.exclusively((run) => run('SELECT * FROM rulewire_migrations ORDER BY tag'))
  expect(before.length).toBeGreaterThan(2)
  await Promise.all([migrate(database), migrate(await open()), migrate(database)])
  expect(await database.upkeep.exclusively((run) => run('SELECT * FROM rulewire_migrations ORDER BY tag'))).toEqual(
    before,
  )
  expect(await pendingMigrations(database)).toEqual([])
})

test('a failed migration leaves nothing behind', async () => {
  const failing = database.upkeep.exclusively(async (run) => {
    await run('CREATE TABLE half (id text)')
    await run('CREATE TABLE half (id text)')
  })
  await expect(failing).rejects.toThrow()
  await database.upkeep.exclusively((run) => run('CREATE TABLE half (id text)'))
  await database.upkeep.exclusively((run) => run('DROP TABLE half'))
})

test('a database of a newer version is refused and left alone', async () => {
  const other = await open()
  const add = "INSERT INTO rulewire_migrations (tag, hash) VALUES ('9999_future', '')"
  await other.upkeep.exclusively((run) => run(add))
  await expect(migrate(database)).rejects.toThrow(NewerDatabaseError)
  await expect(pendingMigrations(database)).rejects.toThrow('9999_future')
  const { code, stderr } = await rulewire(['migrate'], env)
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/newer Rulewire.*9999_future/) })
  await other.upkeep.exclusively((run) => run("DELETE FROM rulewire_migrations WHERE tag = '9999_future'"))
})

test('the schema and its migrations say the same', async () => {
  const copy = join(folder, 'migrations')
  const name = engine === 'sqlite' ? 'sqlite' : 'postgres'
  cpSync(join('db', 'migrations', name), copy, { recursive: true })
  const files = readdirSync(copy, { recursive: true })
  const kit = join('node_modules', 'drizzle-kit', 'bin.cjs')
  const args = ['generate', '--config', 'db/drizzle.config.ts', '--name', 'drift']
  const { code, stdout } = await runScript(kit, args, {
    DATABASE_URL: env.DATABASE_URL ?? '',
    MIGRATIONS_OUT: relative('', copy),
  })
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('No schema changes') })
  expect(readdirSync(copy, { recursive: true })).toEqual(files)
})

test('both engines have the same migrations', () => {
  const tags = (name: string) =>
    readFileSync(join('db', 'migrations', name, 'meta', '_journal.json'), 'utf8').match(/"tag": "[^"]+"/g)
  expect(tags('sqlite')).toEqual(tags('postgres'))
})

test('a publish by another process is noticed', async () => {
  const seen: number[] = []
  const state = await watchState(await open())
  state.subscribe(() => seen.push(state.read().edition))
  await publishContent(database, contentOf())
  await until(() => expect(seen).toEqual([1]))
  state.stop()
})

test.runIf(engine === 'sqlite')(
  'a data folder that cannot be written, or a file that is no database, is said plainly',
  async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openDatabase({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(DataFolderError)
    await expect(openDatabase({ url: 'postgres://localhost/x' })).rejects.toThrow(EngineMismatchError)
    const { code, stderr } = await rulewire(['migrate'], { ...env, RULEWIRE_DATA: join(folder, 'file') })
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('RULEWIRE_DATA') })
    writeFileSync(join(folder, 'junk.db'), 'not a database, and long enough to be read as one'.repeat(200))
    cpSync(join(folder, 'junk.db'), join(folder, 'junk', 'rulewire.db'))
    await expect(openDatabase({ dataDir: join(folder, 'junk') })).rejects.toThrow(DatabaseDamagedError)
  },
)

test.runIf(engine === 'postgres')(
  'a server that does not answer, or does not know us, is said plainly, without the password',
  async () => {
    const closed = 'postgres://rulewire:secret@127.0.0.1:1/rulewire'
    await expect(openDatabase({ url: closed })).rejects.toThrow(DatabaseUnreachableError)
    await expect(openDatabase({ url: closed })).rejects.not.toThrow('secret')
    const stranger = new URL(env.DATABASE_URL ?? '')
    stranger.password = 'wrong-secret'
    await expect(openDatabase({ url: stranger.href })).rejects.toThrow(/authentication/)
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(EngineMismatchError)
  },
)

test('a process has one database, and can open it again after closing it', async () => {
  const before = { ...process.env }
  Object.assign(process.env, env)
  const [one, two] = await Promise.all([theDatabase(), theDatabase()])
  expect(one).toBe(two)
  await closeDatabase()
  expect(await theDatabase()).not.toBe(one)
  await closeDatabase()
  process.env = before
})
