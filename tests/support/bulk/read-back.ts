import { parse } from 'csv-parse/sync'
import { type Literal, Parser, type Quad } from 'n3'
import { cellText } from '@/lib/api/csv'
import type { BulkCell, Column, Row } from '@/lib/bulk/column'
import { ownWord } from '@/lib/bulk/forms/rdf'
import type { Place, Table } from '@/lib/bulk/table'

/** What a cell means that a reader finds as a text, by the type that the package gives its column. */
function cellOf({ type }: Column, found: string | number | null): BulkCell {
  if (found === null || found === '') return null
  if (type === 'integer') return Number(found)
  if (type === 'boolean') return found === 'true' || found === 1
  return type === 'array' || type === 'object' ? JSON.parse(String(found)) : found
}

const rowOf = ({ columns }: Table, cells: Record<string, string | number | null>): Row =>
  Object.fromEntries(columns.map((column) => [column.name, cellOf(column, cells[column.name] ?? null)]))

/** Rows as a reader of CSV finds them, apostrophes before what would be a formula taken away. */
export function rowsInCsv(table: Table, csv: string): Row[] {
  const found: Record<string, string>[] = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' })
  return found.map((cells) =>
    rowOf(table, Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cellText(cell)]))),
  )
}

/** Rows as SQLite hands them out. */
export const rowsInSqlite = (table: Table, found: readonly Record<string, string | number | null>[]): Row[] =>
  found.map((cells) => rowOf(table, cells))

const vocabularies: Record<string, string> = {
  eli: 'http://data.europa.eu/eli/ontology#',
  schema: 'https://schema.org/',
}

function addressOf({ name, term }: Column, table: Table, place: Place): string {
  const [prefix = '', word] = (term ?? '').split(':')
  return term === undefined ? ownWord(place, table.name, name) : `${vocabularies[prefix]}${word}`
}

/** The statements of a text in N-Triples, by what they are about. */
export function statementsIn(triples: string): Map<string, Quad[]> {
  const found = new Map<string, Quad[]>()
  for (const one of new Parser({ format: 'N-Triples' }).parse(triples))
    found.set(one.subject.value, [...(found.get(one.subject.value) ?? []), one])
  return found
}

/** The columns of a row that its statements do not tell as the row does. */
export function untoldIn(
  table: Table,
  row: Row,
  { statements, place }: { statements: readonly Quad[]; place: Place },
): string[] {
  return table.columns
    .filter((column) => {
      const value = row[column.name] ?? null
      if (value === null || column.isDerived) return false
      const objects = statements.filter(({ predicate }) => predicate.value === addressOf(column, table, place))
      if (column.isByLanguage)
        return !Object.entries(value).every(([tag, said]) =>
          objects.some(({ object }) => object.value === said && (object as Literal).language === tag.toLowerCase()),
        )
      const values = Array.isArray(value) && column.refers ? value : [value]
      return !values.every((one) => objects.some(({ object }) => tells(object, one, column)))
    })
    .map(({ name }) => name)
}

function tells(object: Quad['object'], value: unknown, { type, refers, language }: Column): boolean {
  if (refers !== undefined) return object.termType === 'NamedNode' && new RegExp(`[/#]${value}$`).test(object.value)
  if (object.termType !== 'Literal') return false
  const { value: text, language: tag } = object as Literal
  if (typeof language === 'string' && tag !== language) return false
  if (type === 'array' || type === 'object') return text === JSON.stringify(value)
  return text === String(value)
}
