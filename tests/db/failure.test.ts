import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { engine } from '@/db/dialect'
import { whyNotStored } from '@/db/failure'
import { testDatabase } from '../support/database'

const { env } = await testDatabase()

const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe.runIf(engine === 'sqlite')('SQLite tells why nothing was stored', () => {
  const open = (options: Sqlite.Options = {}) =>
    new Sqlite(`${env.RULEWIRE_DATA}/rulewire.db`, { timeout: 0, ...options })

  test('a full disk', async () => {
    const small = new Sqlite(':memory:')
    small.pragma('max_page_count = 2')
    const error = await thrownBy(() => small.exec('CREATE TABLE t (x); CREATE TABLE u (x)'))
    expect(whyNotStored(new Error('a save failed', { cause: error }))).toBe('the disk of the database is full')
  })

  test('a lock that another process holds', async () => {
    const [one, other] = [open(), open()]
    one.exec('BEGIN IMMEDIATE')
    expect(whyNotStored(await thrownBy(() => other.exec('BEGIN IMMEDIATE')))).toMatch(/locked by another process/)
    one.close()
    other.close()
  })

  test('a file that cannot be written', async () => {
    const reader = open({ readonly: true })
    expect(whyNotStored(await thrownBy(() => reader.exec('DELETE FROM drafts')))).toBe('the database cannot be written')
    reader.close()
  })
})

describe.runIf(engine === 'postgres')('PostgreSQL tells why nothing was stored', () => {
  const url = env.DATABASE_URL ?? ''
  const asking = async (statements: string[], address = url) => {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    try {
      await client.connect()
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  test('a server that is not there', async () => {
    const error = await thrownBy(() => asking([], Object.assign(new URL(url), { port: '1' }).href))
    expect(whyNotStored(error)).toBe('the database cannot be reached')
  })

  test('a connection that the server ends', async () => {
    const error = await thrownBy(() => asking(['SELECT pg_terminate_backend(pg_backend_pid())']))
    expect(whyNotStored(error)).toBe('the database cannot be reached')
  })

  test('a lock that another one holds, a database that only reads', async () => {
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE drafts IN ACCESS EXCLUSIVE MODE')
    const waiting = ["SET lock_timeout = '50ms'", 'SELECT * FROM drafts']
    expect(whyNotStored(await thrownBy(() => asking(waiting)))).toBe('the database is locked or too busy')
    await holder.end()
    const reading = ['SET default_transaction_read_only = on', 'DELETE FROM drafts']
    expect(whyNotStored(await thrownBy(() => asking(reading)))).toBe('the database cannot be written')
  })
})

test('a fault of ours is none of the database', () => {
  expect(whyNotStored(new TypeError('x is not a function'))).toBeNull()
  expect(whyNotStored('thrown text')).toBeNull()
})
