import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Db, engine } from '@/db/dialect'
import { NestedWriteError, WriteEndedError } from '@/db/errors'
import { migrate } from '@/db/migrate'
import { attempts, head } from '@/db/schema'
import { testDatabase } from '../support/database'

const { database, folder, open } = await testDatabase()
const { db, write } = database

const row = (key: string) => ({ key, taken: 1, until: '2026-01-01T00:00:00.000Z' })
const keys = async () =>
  (await db.select({ key: attempts.key }).from(attempts).orderBy(attempts.key)).map(({ key }) => key)
const ask = async (on: Db, question: string) => {
  const [found] = await on.select({ value: sql<unknown>`(${sql.raw(question)})` }).from(head)
  return found?.value
}

describe.runIf(engine === 'sqlite')('SQLite', () => {
  const pragmas = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    timeout: 5000,
    trusted_schema: 0,
    recursive_triggers: 1,
  }
  const nameOf = (pragma: string) => (pragma === 'timeout' ? 'busy_timeout' : pragma)

  test.each(Object.entries(pragmas))('%s is %s on both connections', async (pragma, value) => {
    const question = `SELECT "${pragma}" FROM pragma_${nameOf(pragma)}`
    expect(await ask(db, question)).toBe(value)
    expect(await write((tx) => ask(tx, question))).toBe(value)
  })

  test('what is changed behind all others may leave no reference broken; what changes nothing reads no tables for that', async () => {
    const broken = await open()
    const file = new Sqlite(join(folder, 'rulewire.db'))
    file.pragma('foreign_keys = OFF')
    file.exec("INSERT INTO recovery_codes (user_id, mark) VALUES ('nobody', '')")
    file.close()
    await migrate(broken)
    const changing = (statement: string) => broken.upkeep.exclusively((run) => run(statement))
    await expect(changing('CREATE TABLE one_more (id text)')).rejects.toThrow('recovery_codes, row 1')
    await expect(changing("UPDATE recovery_codes SET mark = 'other'")).rejects.toThrow('recovery_codes, row 1')
    await changing('DELETE FROM recovery_codes')
  })

  test('the reading connection can do nothing else', async () => {
    expect(await ask(db, 'SELECT query_only FROM pragma_query_only')).toBe(1)
  })
})

describe.runIf(engine === 'postgres')('PostgreSQL', () => {
  test('statements end in time, reading connections cannot write, text sorts by code point', async () => {
    expect(await ask(db, "SELECT current_setting('statement_timeout')")).toBe('30s')
    expect(await ask(db, "SELECT current_setting('transaction_read_only')")).toBe('on')
    expect(await write((tx) => ask(tx, "SELECT current_setting('transaction_read_only')"))).toBe('off')
    const collations = `SELECT count(*)::int FROM information_schema.columns WHERE table_name = 'reports' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`
    expect(await ask(db, collations)).toBe(0)
  })
})

test('a write inside a write throws, however deep, and what was begun is undone', async () => {
  const deep = async () => write(async (tx) => tx.insert(attempts).values(row('inner')))
  const outer = write(async (tx) => {
    await tx.insert(attempts).values(row('outer'))
    await Promise.resolve().then(deep)
  })
  await expect(outer).rejects.toThrow(NestedWriteError)
  expect(await keys()).toEqual([])
})

test('a write after a write is not a nested one', async () => {
  await write(async () => undefined)
  await expect(write(async () => 1)).resolves.toBe(1)
})

test('a failing write takes back its own rows and leaves those of others', async () => {
  const writes = Array.from({ length: 20 }, (_, at) =>
    write(async (tx) => {
      await tx.insert(attempts).values(row(`row-${String(at).padStart(2, '0')}`))
      await new Promise((done) => setTimeout(done, at % 3))
      if (at % 2 === 1) throw new Error('on purpose')
    }),
  )
  const settled = await Promise.allSettled(writes)
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(10)
  expect(await keys()).toEqual(Array.from({ length: 10 }, (_, at) => `row-${String(at * 2).padStart(2, '0')}`))
})

test('a failing statement fails the write, and the next write works', async () => {
  const twice = write(async (tx) => {
    await tx.insert(attempts).values(row('twice'))
    await tx.insert(attempts).values(row('twice'))
  })
  await expect(twice.catch((error: Error) => `${error.message} ${error.cause}`)).resolves.toMatch(/unique constraint/i)
  expect(await keys()).not.toContain('twice')
  await write(async (tx) => tx.delete(attempts).where(eq(attempts.taken, 1)))
  expect(await keys()).toEqual([])
})

test('what a write has done is seen by reads when it has ended, not before', async () => {
  await write(async (tx) => {
    await tx.insert(attempts).values(row('seen'))
    expect(await keys()).not.toContain('seen')
  })
  expect(await keys()).toContain('seen')
})

test('a tx that outlives its write refuses to work', async () => {
  const kept = await write(async (tx) => [tx])
  expect(() => kept[0]?.select()).toThrow(WriteEndedError)
})
