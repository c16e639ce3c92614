import { stringify } from 'csv-stringify/sync'

export const csvType = 'text/csv; charset=utf-8'

/**
 * Rows as CSV (RFC 4180) with a head line and a byte order mark, by which spreadsheets know UTF-8. A field that a spreadsheet
 * would take for a formula is made a text.
 */
export const toCsv = (columns: readonly string[], rows: CsvRows): string => `\uFEFF${csvRows([[...columns], ...rows])}`

type CsvRows = readonly (readonly (string | number | null)[])[]

/** Rows alone, to follow what `toCsv` has begun. */
export const csvRows = (rows: CsvRows): string =>
  stringify(
    rows.map((row) => row.map((field) => field ?? '')),
    { escape_formulas: true, record_delimiter: '\r\n' },
  )
