import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type AnyColumn, and, type SQL, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  DatabaseBusyError,
  DatabaseDamagedError,
  DatabaseError,
  DatabaseMissingError,
  DataFolderError,
} from '../errors'
import { makeEmptyPrivateFile, makeFolder, makePrivate, ownerOnly } from '../files'
import { type Connection, type ConnectOptions, openTx, refuseNesting } from './connection'
import { like } from './like'
import { backupFile, restoreFile } from './sqlite-backup'

export {
  alias,
  foreignKey,
  index,
  primaryKey,
  sqliteTable as table,
  uniqueIndex as unique,
} from 'drizzle-orm/sqlite-core'
export { like } from './like'
export { storageFailure } from './sqlite-failure'
export { eachData, statement } from './sqlite-raw'

export const engine = 'sqlite' as 'sqlite' | 'postgres'

/** The vocabulary of columns. Ids, days and instants are text and sort by code point; json keeps its key order. */
export const t = {
  id: () => text(),
  text: () => text(),
  oneOf: <const T extends readonly [string, ...string[]]>(_values: T) => text().$type<T[number]>(),
  int: () => integer(),
  bool: () => integer({ mode: 'boolean' }),
  day: () => text(),
  instant: () => text(),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
}

/**
 * What readers search of every edition as in `reports`, in the form of `lib/search/stored.ts`. Made by a hand-written
 * migration, because an FTS5 index stands behind it.
 */
export const search = sqliteTable(
  'search',
  {
    n: integer().primaryKey(),
    kind: t.text().notNull(),
    dossier: t.id().notNull(),
    id: t.id().notNull(),
    edition: t.int().notNull(),
    until: t.int().notNull(),
    revision: t.int().notNull(),
    /** The day of a report, else ''. */
    day: t.day().notNull(),
    title: t.text().notNull(),
    text: t.text().notNull(),
  },
  (row) => [uniqueIndex('search_record').on(row.kind, row.dossier, row.id, row.edition)],
)

const indexedLength = 3

/**
 * Whether the text of a row of `search` contains, of every group of texts, at least one. The trigram index knows nothing under
 * three characters: for that, and only that, all texts are read.
 */
export function contains(groups: readonly (readonly string[])[]): SQL | undefined {
  const isIndexed = (texts: readonly string[]) => texts.every((text) => [...text].length >= indexedLength)
  const phrases = groups
    .filter(isIndexed)
    .map((texts) => `(${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ')})`)
  return and(
    phrases.length === 0
      ? undefined
      : sql`${search.n} IN (SELECT rowid FROM search_index WHERE search_index MATCH ${phrases.join(' AND ')})`,
    like(
      search.text,
      groups.filter((texts) => !isIndexed(texts)),
    ),
  )
}

/** One field of a column of JSON, as JSON. */
export const part = (column: AnyColumn, name: string): SQL => sql`(${column} -> ${`$.${name}`})`

/** All values of a column in a group of rows, as a list in JSON. */
export const gathered = (column: AnyColumn): SQL<string> => sql`json_group_array(${column})`

/** A query that is made ready once and run many times, under a name of its own. */
export const prepared = <Ready>(query: { prepare(): Ready }, _name: string): Ready => query.prepare()

type Drizzle = BetterSQLite3Database
declare const writing: unique symbol
/** Reads, and nothing else. */
export type Db = Pick<Drizzle, 'select' | 'selectDistinct' | '$count'>
/** Reads and writes inside one transaction; only `write` gives one. */
export type Tx = Pick<Drizzle, 'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'> & {
  readonly [writing]: true
}

const databaseFile = (dataDir: string): string => join(dataDir, 'rulewire.db')

/** Replaces the database of a data folder by a backup; see `restoreFile`. */
export const restore = (options: { backup: string; dataDir: string; force: boolean }): Promise<void> =>
  restoreFile(options.backup, databaseFile(options.dataDir), options.force)

/** KiB of pages that a write may hold: a large edition would else write the same pages to the log over and over. */
const writerCache = 64_000

/** In milliseconds: how long a write waits for one of another process, how often it asks, how often `watch` looks. */
const patience = { busy: 5000, step: 20, watch: 250 }

/**
 * Opens the embedded database, making the data folder and an empty file when there is none: one connection that writes,
 * behind a queue, and one that can only read. Throws `DataFolderError`, `DatabaseDamagedError` or
 * `DatabaseMissingError`.
 */
export async function connect({ dataDir, mustExist = false }: ConnectOptions): Promise<Connection<Db, Tx>> {
  const file = databaseFile(dataDir)
  if (mustExist && !existsSync(file)) throw new DatabaseMissingError(file)
  const writer = openFile(dataDir, file, false)
  const reader = openFile(dataDir, file, true)
  const once = refuseNesting()
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, in the order of asking; a failure does not hold up the next. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    once(() => {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    })

  const inTransaction = async <T>(work: () => Promise<T>, beforeCommit: () => void = () => undefined): Promise<T> => {
    await begin(writer)
    try {
      const result = await work()
      beforeCommit()
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    }
  }

  const db = drizzle(reader, { casing: 'snake_case' })
  return {
    engine: 'sqlite',
    db,
    quick: db,
    write: (work) =>
      inTurn(async () => {
        const { tx, end } = openTx<Tx>(drizzle(writer, { casing: 'snake_case' }))
        return inTransaction(() => work(tx)).finally(end)
      }),
    upkeep: {
      exclusively: (work) =>
        inTurn(async () => {
          // A migration may rebuild a table that others refer to: references are checked as a whole before the commit.
          writer.pragma('foreign_keys = OFF')
          const before = changesOf(writer)
          return inTransaction(
            () => work(async (statement) => runStatement(writer, statement)),
            () => {
              // That reads all tables into the memory of the connection: a start that changes nothing goes without.
              const [broken] = changesOf(writer) === before ? [] : brokenReferences(writer)
              if (broken) throw new DatabaseError(broken)
            },
          ).finally(() => writer.pragma('foreign_keys = ON'))
        }),
      integrity: () => inTurn(async () => selfCheck(writer)),
      advice: async () => [],
      backup: (target) => backupFile(reader, target),
      watch: (onSignal) => watchVersion(reader, onSignal),
    },
    close: async () => {
      await last
      reader.close()
      writer.close()
    },
  }
}

function openFile(dataDir: string, file: string, readonly: boolean): Sqlite.Database {
  let opened: Sqlite.Database
  try {
    makeFolder(dataDir, ownerOnly)
    // The files that SQLite puts beside it take its rights.
    if (!existsSync(file)) makeEmptyPrivateFile(file)
    for (const beside of ['', '-wal', '-shm']) makePrivate(`${file}${beside}`)
    opened = new Sqlite(file, { readonly, fileMustExist: readonly })
  } catch (error) {
    throw new DataFolderError(dataDir, error)
  }
  try {
    setPragmas(opened)
    if (readonly) opened.pragma('query_only = ON')
    else opened.pragma(`cache_size = ${-writerCache}`)
    return opened
  } catch (error) {
    opened.close()
    if (error instanceof Sqlite.SqliteError && /READONLY|CANTOPEN|PERM/.test(error.code))
      throw new DataFolderError(dataDir, error)
    throw new DatabaseDamagedError(file, error)
  }
}

function setPragmas(connection: Sqlite.Database): void {
  connection.pragma(`busy_timeout = ${patience.busy}`)
  connection.pragma('journal_mode = WAL')
  // Under WAL the default of this build is NORMAL, which may lose an acknowledged save when the power fails.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  // Without this INSERT OR REPLACE would get past the triggers that keep history.
  connection.pragma('recursive_triggers = ON')
}

/** Waits for other processes without holding up this one, which busy_timeout would do. */
async function begin(writer: Sqlite.Database): Promise<void> {
  for (let waited = 0; ; waited += patience.step) {
    writer.pragma('busy_timeout = 0')
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
      if (waited >= patience.busy) throw new DatabaseBusyError(error)
    } finally {
      writer.pragma(`busy_timeout = ${patience.busy}`)
    }
    await new Promise((done) => setTimeout(done, patience.step))
  }
}

function runStatement(writer: Sqlite.Database, statement: string): Record<string, unknown>[] {
  const prepared = writer.prepare<[], Record<string, unknown>>(statement)
  if (prepared.reader) return prepared.all()
  prepared.run()
  return []
}

/** Another text once a statement of a connection has changed a row or a table. */
const changesOf = (connection: Sqlite.Database): string =>
  `${connection.pragma('schema_version', { simple: true })} ${connection.prepare('SELECT total_changes()').pluck().get()}`

function brokenReferences(connection: Sqlite.Database): string[] {
  const rows = connection
    .prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .all()
  return rows.map(
    ({ table, rowid, parent }) => `${table}, row ${rowid}: refers to a row of ${parent} that is not there`,
  )
}

function selfCheck(writer: Sqlite.Database): string[] {
  const found = writer.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
  const problems = found.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  problems.push(...brokenReferences(writer))
  try {
    writer.exec("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
  } catch (error) {
    problems.push(`the search index does not match what it indexes (${error instanceof Error ? error.message : error})`)
  }
  return problems
}

function watchVersion(reader: Sqlite.Database, onSignal: () => void): () => void {
  const version = () => reader.pragma('data_version', { simple: true })
  let seen = version()
  const timer = setInterval(() => {
    const now = reader.open ? version() : seen
    if (now === seen) return
    seen = now
    onSignal()
  }, patience.watch)
  timer.unref()
  return () => clearInterval(timer)
}
