import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'

/** What may be wrong with a CSV as such; the messages of the desk have a sentence for each. */
export const csvFaults = ['empty', 'quote', 'long', 'many', 'wide', 'zip'] as const
export type CsvFault = (typeof csvFaults)[number]

/** A CSV that cannot be read to its end, and on which line, counted from 1. */
export class CsvRefusedError extends Error {
  constructor(
    readonly fault: CsvFault,
    readonly line: number,
  ) {
    super(`The CSV is refused (${fault}) on line ${line}.`)
    this.name = 'CsvRefusedError'
  }
}

/** A row with the line of the file on which it begins, counted from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** Rows below the headings, columns, and signs of one row, that a CSV may have. */
export const csvBounds = { rows: 50_000, columns: 200, signs: 1024 * 1024 } as const

const howRead = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: csvBounds.signs,
} as const

/**
 * The rows of a CSV (RFC 4180) from its text, whose lines end in LF: the first is that of the headings. A line `sep=;` before it,
 * as spreadsheets write and read it, is passed over. Throws `CsvRefusedError`.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<CsvRow> {
  const parser = parse({ ...howRead, delimiter })
  const fed = pipeline(Readable.from(text), parser)
  // Told where the rows are taken.
  fed.catch(() => undefined)
  let count = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = info.lines - breaksIn(record)
      if (count === 0 && isSeparatorLine(record)) continue
      if (record.length > csvBounds.columns) throw new CsvRefusedError('wide', line)
      if (count > csvBounds.rows) throw new CsvRefusedError('many', line)
      count++
      yield { line, cells: record }
    }
    await fed
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(Reflect.get(error, 'lines') ?? 1)
    throw new CsvRefusedError(error.code === 'CSV_MAX_RECORD_SIZE' ? 'long' : 'quote', line)
  }
  if (count === 0) throw new CsvRefusedError('empty', 1)
}

const isSeparatorLine = ([first = '', ...rest]: string[]): boolean =>
  /^sep=.?$/i.test(first) && rest.every((cell) => cell === '')

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
