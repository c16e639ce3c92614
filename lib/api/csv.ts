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
    rows.map((row) => row.map((field) => safeCell(String(field ?? '')))),
    // By itself it puts quotes around the very line end of rows alone.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )

const makesFormula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u
const wasMadeText = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** A text as a cell that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe goes before one that it would. */
export const safeCell = (text: string): string => (makesFormula.test(text) ? `'${text}` : text)

/** The text that `safeCell` has made a cell of. */
export const cellText = (cell: string): string => (wasMadeText.test(cell) ? cell.slice(1) : cell)
