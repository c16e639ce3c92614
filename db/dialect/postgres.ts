import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { boolean, customType, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { DatabaseUnreachableError, isDatabaseAway, NotOnThisEngineError } from '../errors'
import { type Connection, type ConnectOptions, openTx, type Run, refuseNesting } from './connection'
import { like } from './like'
import { adviceOn } from './postgres-advice'
import { listen } from './postgres-listen'
import { limits, placeOf, server } from './postgres-server'

export { alias, foreignKey, index, pgTable as table, primaryKey, uniqueIndex as unique } from 'drizzle-orm/pg-core'
export { like } from './like'
export { storageFailure } from './postgres-failure'

export const engine = 'postgres' as 'sqlite' | 'postgres'

/** Text that sorts by code point, as on the other engine. The server refuses NUL in text, so it is replaced. */
const plain = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
  toDriver: (value) => value.replaceAll('\0', '\ufffd'),
})

/** Kept as text, not as jsonb, which would sort the keys anew. */
const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
})

/** The vocabulary of columns. Ids, days and instants are text and sort by code point; json keeps its key order. */
export const t = {
  id: () => plain(),
  text: () => plain(),
  oneOf: <const T extends readonly [string, ...string[]]>(_values: T) => plain().$type<T[number]>(),
  int: () => integer(),
  bool: () => boolean(),
  day: () => plain(),
  instant: () => plain(),
  json: <T>() => json().$type<T>(),
}

/**
 * What readers search of every edition as in `reports`, in the form of `lib/search/stored.ts`. Made by a hand-written
 * migration, because a pg_trgm index stands behind it.
 */
export const search = pgTable(
  'search',
  {
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
  (row) => [primaryKey({ columns: [row.kind, row.dossier, row.id, row.edition] })],
)

/**
 * Whether the text of a row of `search` contains, of every group of texts, at least one. The trigram index is of no help for
 * one character, or two that make no list of their own: for that, and only that, all texts are read.
 */
export const contains = (groups: readonly (readonly string[])[]): SQL | undefined =>
  like(sql`(${search.text} COLLATE "default")`, groups)

/** One field of a column of JSON, as JSON. */
export const part = (column: AnyColumn, name: string): SQL => sql`(${column}::jsonb -> ${name}::text)::text`

/** All values of a column in a group of rows, as a list in JSON. */
export const gathered = (column: AnyColumn): SQL<string> => sql`json_agg(${column})::text`

/** A query that is made ready once and run many times, under a name of its own. */
export const prepared = <Ready>(query: { prepare(name: string): Ready }, name: string): Ready => query.prepare(name)

/** Hands on what a question for `data` finds, row by row. */
export async function eachData(
  _db: Db,
  query: PromiseLike<{ data: unknown }[]>,
  take: (data: unknown) => void,
): Promise<void> {
  for (const { data } of await query) take(data)
}

/** A statement that is made ready once, under a name of its own, and run with values as the engine has them, in the order of its places. */
export function statement(tx: Tx, text: string, name: string): (values: unknown[]) => Promise<void> {
  const { $client } = tx as unknown as { $client: pg.PoolClient }
  return async (values) => void (await $client.query({ name, text, values }))
}

type Drizzle = NodePgDatabase
declare const writing: unique symbol
/** Reads, and nothing else. */
export type Db = Pick<Drizzle, 'select' | 'selectDistinct' | '$count'>
/** Reads and writes inside one transaction; only `write` gives one. */
export type Tx = Pick<Drizzle, 'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'> & {
  readonly [writing]: true
}

const migrationLock = 7_267_435

const advice = 'This database is on PostgreSQL: back it up with pg_dump, restore it with pg_restore.'

/** Files are the server's own affair: always throws `NotOnThisEngineError`. */
export async function restore(_options: { backup: string; dataDir: string; force: boolean }): Promise<void> {
  throw new NotOnThisEngineError(advice)
}

/** Opens pools to a PostgreSQL server, one for reading and one for writing. Throws `DatabaseUnreachableError`. */
export async function connect({ url = '' }: ConnectOptions): Promise<Connection<Db, Tx>> {
  // Pages lie in memory and comparing texts is dear: by its usual costs the server would read all texts instead of the index.
  const reading = '-c default_transaction_read_only=on -c random_page_cost=1.1 -c cpu_operator_cost=0.02'
  const common = server(url)
  const readers = quiet(new pg.Pool({ ...common, max: 8, options: reading }))
  const writers = quiet(new pg.Pool({ ...common, max: 4 }))
  const quick = quiet(
    new pg.Pool({
      ...common,
      max: 2,
      options: reading,
      connectionTimeoutMillis: limits.quick,
      statement_timeout: limits.quick,
      query_timeout: limits.quick,
    }),
  )
  const close = async () => {
    await Promise.all([readers.end(), writers.end(), quick.end()])
  }
  const once = refuseNesting()
  try {
    await readers.query('SELECT 1')
  } catch (error) {
    await close()
    throw new DatabaseUnreachableError(placeOf(url), error)
  }
  return {
    engine: 'postgres',
    db: drizzle(readers, { casing: 'snake_case' }),
    quick: drizzle(quick, { casing: 'snake_case' }),
    write: (work) =>
      once(() =>
        inTransaction(writers, (client) => {
          const { tx, end } = openTx<Tx>(drizzle(client, { casing: 'snake_case' }))
          return work(tx).finally(end)
        }),
      ),
    upkeep: {
      exclusively: (work) =>
        once(() =>
          inTransaction(writers, async (client) => {
            const run: Run = async (text) => {
              const asked = { text, query_timeout: limits.migration }
              return (await client.query(asked)).rows
            }
            await run('SET LOCAL statement_timeout = 0')
            await run(`SELECT pg_advisory_xact_lock(${migrationLock})`)
            return work(run)
          }),
        ),
      integrity: async () => [],
      advice: () => adviceOn(readers, placeOf(url)),
      backup: async () => {
        throw new NotOnThisEngineError(advice)
      },
      watch: (onSignal) => listen(url, onSignal),
    },
    close,
  }
}

/** Without a listener a lost connection would end the process; the pool opens a new one when it is next asked. */
function quiet(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that is lost, or does not answer, cannot be asked for anything more.
    if (isDatabaseAway(error)) broken = error instanceof Error ? error : new Error(String(error))
    else
      await client.query('ROLLBACK').catch((lost: Error) => {
        broken = lost
      })
    throw error
  } finally {
    client.release(broken)
  }
}
