import { z } from 'zod'
import { normalise } from '@/lib/terms/normalise'
import { dateOrders, languageBySigns } from './cells'
import { csvEncodings, decoded, type FileParts, sniffEncoding } from './encoding'
import { type CsvField, type CsvRowKind, csvFields, csvRowKinds, furtherLanguages, nameKinds } from './fields'
import { CsvRefusedError, type CsvRow, csvRows, type Delimiter, delimiters } from './rows'

const mostFixed = 2000
/** Names that were not found, for which a choice is kept. */
export const mostChoices = 1000

/** Where a field's values come from: a column, counted from 0, or one text for all rows. */
const columnSchema = z.union([
  z.strictObject({ column: z.number().int().min(0) }),
  z.strictObject({ fixed: z.string().max(mostFixed) }),
])

/** How the rows of a CSV become records; it is kept with the file. */
export const csvPlanSchema = z.strictObject({
  rows: z.enum(csvRowKinds),
  dossier: z.string(),
  encoding: z.enum(csvEncodings),
  delimiter: z.enum(delimiters),
  /** By name of the field; one that is left out is told by no column. */
  columns: z.record(z.string(), columnSchema),
  /** What an empty cell means where the record has something: that it stays, or that it goes. */
  blanks: z.enum(['keep', 'clear']),
  dates: z.enum(dateOrders),
  /** What is meant by names that no record has: an id, `+` and the kind of a record to be made of it, or `-`: its rows are left out. */
  choices: z.partialRecord(z.enum(nameKinds), z.record(z.string(), z.string())),
  /** Whether somebody has looked at it. */
  settled: z.boolean(),
})
export type CsvPlan = z.infer<typeof csvPlanSchema>
export type CsvColumn = z.infer<typeof columnSchema>

/** The headings of a CSV and its first rows. */
export interface CsvSample {
  headings: string[]
  rows: CsvRow[]
}

const sampleRows = 5
/** Sheets as spreadsheets keep them are zips as well. */
const zipBegins = 'PK\u0003\u0004'

/** Reads the beginning of a CSV. Throws `CsvRefusedError`. */
export async function sampleOf(
  parts: FileParts,
  { encoding, delimiter }: Pick<CsvPlan, 'encoding' | 'delimiter'>,
): Promise<CsvSample> {
  const rows: CsvRow[] = []
  for await (const row of csvRows(decoded(parts, encoding), delimiter)) {
    rows.push(row)
    if (rows.length > sampleRows) break
  }
  return { headings: rows[0]?.cells.map((cell) => cell.trim()) ?? [], rows: rows.slice(1) }
}

/**
 * The plan that suits a file by what it looks like: its encoding, its delimiter, and a column for each field that a heading names.
 * `open` begins to read the file anew. Throws `CsvRefusedError` for one that holds no rows.
 */
export async function guessPlan(
  open: () => FileParts,
  { rows, dossier }: { rows: CsvRowKind; dossier: string },
): Promise<CsvPlan> {
  for await (const part of open()) {
    if (part.subarray(0, 4).toString('latin1') === zipBegins) throw new CsvRefusedError('zip', 1)
    break
  }
  const encoding = await sniffEncoding(open())
  const found: { delimiter: Delimiter; sample: CsvSample }[] = []
  let refusal: unknown
  for (const delimiter of delimiters)
    try {
      found.push({ delimiter, sample: await sampleOf(open(), { encoding, delimiter }) })
    } catch (error) {
      refusal ??= error
    }
  const [best] = found.sort((a, b) => suits(b.sample) - suits(a.sample))
  if (!best) throw refusal instanceof Error ? refusal : new CsvRefusedError('empty', 1)
  const { delimiter, sample } = best
  if (sample.headings.every((heading) => heading === '')) throw new CsvRefusedError('empty', 1)
  const columns = guessColumns(rows, sample)
  return { rows, dossier, encoding, delimiter, columns, blanks: 'keep', dates: '', choices: {}, settled: false }
}

/** How well a delimiter fits: how many columns it makes, less for every row that has another number of them. */
function suits({ headings, rows }: CsvSample): number {
  const odd = rows.filter(({ cells }) => cells.length !== headings.length).length
  return headings.length - odd * headings.length * 0.5
}

/** A heading or a name of it without what people write otherwise. */
const plain = (heading: string): string => normalise(heading).replace(/[\s_./-]+/g, '')

/** For each field the column whose heading names it; a column is of one field. Of texts in several languages the samples tell which. */
export function guessColumns(rows: CsvRowKind, { headings, rows: samples }: CsvSample): Record<string, CsvColumn> {
  const fields = csvFields(rows, furtherLanguages(headings))
  const free = new Map(headings.map((heading, column) => [column, plain(heading)]))
  const columns: Record<string, CsvColumn> = {}
  const give = (field: CsvField, matches: (heading: string, column: number) => boolean) => {
    if (Object.hasOwn(columns, field.name)) return
    for (const [column, heading] of free)
      if (matches(heading, column)) {
        columns[field.name] = { column }
        free.delete(column)
        return
      }
  }
  const languageAt = (column: number) => languageBySigns(samples.map(({ cells }) => cells[column] ?? '').join(' '))
  for (const field of fields) give(field, (heading) => heading === plain(field.name))
  for (const field of fields)
    for (const head of field.heads) {
      const named = field.language ? [`${head}${field.language}`, `${head}(${field.language})`] : [head]
      give(field, (heading) => named.includes(heading))
    }
  for (const field of fields)
    for (const head of field.language ? field.heads : [])
      give(field, (heading, column) => heading === head && languageAt(column) === field.language)
  return columns
}
