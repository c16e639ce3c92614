import { csvRows } from '@/lib/api/csv'
import type { Column, Row } from '../column'
import type { Table } from '../table'

/** A cell as a text or a number: JSON where it is more than that. */
const flat = (value: Row[string]): string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? String(value)
      : JSON.stringify(value)

/** The head line of a table as CSV (RFC 4180), with a byte order mark, by which spreadsheets know UTF-8. */
export const csvHead = ({ columns }: Table): string => `\uFEFF${csvRows([columns.map(({ name }) => name)])}`

/** Rows as CSV; a text that a spreadsheet would take for a formula has an apostrophe before it. */
export const csvOf = ({ columns }: Table, rows: readonly Row[]): string =>
  rows.length === 0 ? '' : csvRows(rows.map((row) => columns.map(({ name }) => flat(row[name] ?? null))))

/** Rows as SQLite takes them, by column. */
export const sqliteCells = (columns: readonly Column[], row: Row): (string | number | null)[] =>
  columns.map(({ name }) => {
    const value = row[name] ?? null
    return typeof value === 'boolean' ? Number(value) : flat(value)
  })
