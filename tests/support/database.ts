import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '@/db/client'

export interface TestDatabase {
  database: Database
  /** What a process of its own needs in its environment to open the same database. */
  env: Record<string, string>
  /** A temporary folder, gone after the tests of the file. */
  folder: string
  /** Opens it once more, as another process would. */
  open(): Promise<Database>
}

/** A migrated, empty database for one test file, on the engine of the project that runs; gone after its tests. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-test-'))
  const place = process.env.DATABASE_URL ? await copyOnServer() : copyFile(folder)
  const opened: Database[] = []
  const open = async () => {
    const database = await openDatabase(place.options)
    opened.push(database)
    return database
  }
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close().catch(() => undefined)))
    await place.drop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { database: await open(), env: place.env, folder, open }
}

function copyFile(folder: string) {
  copyFileSync(join(inject('template'), 'rulewire.db'), join(folder, 'rulewire.db'))
  return {
    options: { dataDir: folder },
    env: { DATABASE_URL: '', RULEWIRE_DATA: folder },
    drop: async () => undefined,
  }
}

async function copyOnServer() {
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(inject('template'))
  const url = new URL(template)
  url.pathname = `/${name}`
  await onServer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  return {
    options: { url: url.href },
    env: { DATABASE_URL: url.href },
    drop: () => onServer(template, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function onServer(template: URL, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: new URL('/postgres', template).href })
  admin.on('error', () => undefined)
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
