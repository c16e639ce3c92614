import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { prepared, type Tx } from '@/db/dialect'
import { inChunks } from '../../chunks'

type Table = Parameters<Tx['insert']>[0]
type RowOf<T extends Table> = T['$inferInsert']

interface Ready {
  execute(values: Record<string, unknown>): unknown
}

/** Rows of one statement: as many as an engine takes of the widest table. */
const size = 500
const placesMade = new Map<string, readonly string[]>()
/** By write the statements that it has made ready: making one of so many rows costs as much as running it. */
const kept = new WeakMap<Tx, Map<Table, Ready>>()

/** Inserts rows, which all have the same columns; of many none costs more than of few. */
export async function insertRows<T extends Table>(tx: Tx, table: T, rows: readonly RowOf<T>[]): Promise<void> {
  for (const chunk of inChunks(rows, size)) {
    const columns = Object.keys(chunk[0] ?? {})
    if (chunk.length < size || columns.some((column) => hasOddNull(table, column, chunk))) {
      await tx.insert(table).values(chunk)
      continue
    }
    await readyFor(tx, table, columns).execute(valuesOf(chunk, columns))
    // A statement of so many rows takes some milliseconds, and on SQLite nothing else happens meanwhile.
    await breathe()
  }
}

/** What stands at each place of a statement, by the name of the place. */
function valuesOf(rows: readonly object[], columns: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const column of columns) {
    const places = placesOf(column)
    for (const [at, row] of rows.entries()) values[places[at] as string] = Reflect.get(row, column)
  }
  return values
}

/** The names of the places of a column, row by row: made once, for making them costs as much as filling them. */
function placesOf(column: string): readonly string[] {
  const made = placesMade.get(column) ?? Array.from({ length: size }, (_, at) => `${column} ${at}`)
  placesMade.set(column, made)
  return made
}

/** Whether nothing stands in a column that would write it as something (JSON: `null`), or cannot write it. */
function hasOddNull(table: Table, name: string, rows: readonly object[]): boolean {
  const type = getTableColumns(table)[name]?.dataType
  return (type === 'json' || type === 'custom') && rows.some((row) => Reflect.get(row, name) === null)
}

function readyFor(tx: Tx, table: Table, columns: readonly string[]): Ready {
  const ofTx = kept.get(tx) ?? new Map<Table, Ready>()
  kept.set(tx, ofTx)
  const found = ofTx.get(table)
  if (found) return found
  const places = Array.from({ length: size }, (_, at) =>
    Object.fromEntries(columns.map((column) => [column, sql.placeholder(placesOf(column)[at] as string)])),
  )
  const ready = prepared<Ready>(tx.insert(table).values(places as never), nameOf(table, columns))
  ofTx.set(table, ready)
  return ready
}

/** The name of a statement: that of another table, or of other columns, is another one. PostgreSQL tells 63 signs apart, no more. */
function nameOf(table: Table, columns: readonly string[]): string {
  const what = createHash('sha256')
    .update([getTableName(table), size, ...columns].join(' '))
    .digest('hex')
  return `insert-${what.slice(0, 32)}`
}
