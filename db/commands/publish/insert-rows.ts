import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { getTableColumns, getTableName, is, Param, Placeholder, sql } from 'drizzle-orm'
import { statement, type Tx } from '@/db/dialect'
import { inChunks } from '../../chunks'

type Table = Parameters<Tx['insert']>[0]
type RowOf<T extends Table> = T['$inferInsert']

/** What becomes of many rows at once. */
type Insert = (rows: readonly object[]) => Promise<void>

/** Rows of one statement: as many as an engine takes of the widest table. */
const size = 500
/** By write the statements that it has made ready: making one of so many rows costs as much as running it. */
const kept = new WeakMap<Tx, Map<string, Insert>>()

/** Inserts rows, which all have the same columns; of many none costs more than of few. */
export async function insertRows<T extends Table>(tx: Tx, table: T, rows: readonly RowOf<T>[]): Promise<void> {
  for (const chunk of inChunks(rows, size)) {
    const columns = Object.keys(chunk[0] ?? {})
    if (chunk.length < size || columns.some((column) => hasOddNull(table, column, chunk))) {
      await tx.insert(table).values(chunk)
      continue
    }
    await insertFor(tx, table, columns)(chunk)
    // A statement of so many rows takes some milliseconds, and on SQLite nothing else happens meanwhile.
    await breathe()
  }
}

/** Whether nothing stands in a column that would write it as something (JSON: `null`), or cannot write it. */
function hasOddNull(table: Table, name: string, rows: readonly object[]): boolean {
  const type = getTableColumns(table)[name]?.dataType
  return (type === 'json' || type === 'custom') && rows.some((row) => Reflect.get(row, name) === null)
}

function insertFor(tx: Tx, table: Table, columns: readonly string[]): Insert {
  const ofTx = kept.get(tx) ?? new Map<string, Insert>()
  kept.set(tx, ofTx)
  const name = nameOf(table, columns)
  const insert = ofTx.get(name) ?? makeInsert(tx, { table, columns, name })
  ofTx.set(name, insert)
  return insert
}

/** The query builder writes the statement and tells in which form each column is stored; it would do both again for every row. */
function makeInsert(
  tx: Tx,
  { table, columns, name }: { table: Table; columns: readonly string[]; name: string },
): Insert {
  const row = Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]))
  const { sql: text, params } = tx
    .insert(table)
    .values(Array.from({ length: size }, () => row) as never)
    .toSQL()
  const places = params.slice(0, params.length / size).map(placeOf)
  const run = statement(tx, text, name)
  return (rows) => {
    const values: unknown[] = []
    for (const one of rows) for (const { column, stored } of places) values.push(stored(Reflect.get(one, column)))
    return run(values)
  }
}

/** Of which column a place of a statement is, and how its values are stored. */
function placeOf(param: unknown): { column: string; stored: (value: unknown) => unknown } {
  if (!is(param, Param) || !is(param.value, Placeholder)) throw new Error('A place in a statement is of no column.')
  const { encoder, value } = param
  return { column: value.name, stored: (given) => encoder.mapToDriverValue(given) }
}

/** The name of a statement: that of another table, or of other columns, is another one. PostgreSQL tells 63 signs apart, no more. */
function nameOf(table: Table, columns: readonly string[]): string {
  const what = createHash('sha256')
    .update([getTableName(table), size, ...columns].join(' '))
    .digest('hex')
  return `insert-${what.slice(0, 32)}`
}
