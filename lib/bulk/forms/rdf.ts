import { DataFactory, type Quad, Writer } from 'n3'
import { pageOfRecord } from '@/lib/api/records/record-form'
import { isInstant, usualLocale } from '@/lib/model'
import type { BulkCell, Column, Row } from '../column'
import type { TableName } from '../names'
import { type Place, type Table, textIn } from '../table'
import { sourceName } from '../tables/records'

const { namedNode, literal, quad } = DataFactory

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const vocabularies: Record<string, string> = {
  eli: 'http://data.europa.eu/eli/ontology#',
  schema: 'https://schema.org/',
}

/** A word of ELI or schema.org as its address. */
function wordOf(term: string): string {
  const [prefix = '', name = ''] = term.split(':')
  return `${vocabularies[prefix]}${name}`
}

/** The word of this site for a table or a column: where the page about data tells of it. */
export const ownWord = ({ root }: Place, table: TableName, column?: string): string =>
  `${root}/${usualLocale}/data#${table}${column === undefined ? '' : `-${column}`}`

const typeOf = { date: 'date', yearmonth: 'gYearMonth', year: 'gYear', datetime: 'dateTime' } as const

/** The type of what is told as a day, a month or a year, or as an instant. An instant without seconds has none in XML Schema. */
function toldType(text: string): string | undefined {
  if (text.includes('T')) return isInstant(text) && /T\d\d:\d\d:\d\d/.test(text) ? 'dateTime' : undefined
  return { 4: 'gYear', 7: 'gYearMonth', 10: 'date' }[text.length]
}

const kindOf = { rules: 'rule', changes: 'change', actors: 'actor', reports: 'report' } as const

/** The name of what a cell names by its id. */
function linkTo(table: TableName, dossier: string, id: string, place: Place): string {
  if (table === 'sources') return sourceName(id, place)
  if (table === 'dossiers') return String(pageOfRecord('dossier', { dossier: '', id }, place.root))
  if (table === 'dimensions') return `${linkTo('dossiers', '', dossier, place)}#${id}`
  return String(pageOfRecord(kindOf[table as keyof typeof kindOf], { dossier, id }, place.root))
}

function objectOf(value: Exclude<BulkCell, null>, { type, language }: Column, row: Row) {
  if (type === 'array' || type === 'object') return literal(JSON.stringify(value), namedNode(`${rdf}JSON`))
  const text = String(value)
  if (type === 'integer' || type === 'boolean') return literal(text, namedNode(xsd + type))
  const typed = type === 'told' ? toldType(text) : type === 'string' ? undefined : typeOf[type]
  if (typed) return literal(text, namedNode(xsd + typed))
  const tag = typeof language === 'object' ? row[language.column] : language
  return typeof tag === 'string' ? literal(text, tag) : literal(text)
}

function objectsOf(value: Exclude<BulkCell, null>, column: Column, row: Row, place: Place) {
  const { refers, type, isByLanguage } = column
  if (isByLanguage) return Object.entries(value).map(([language, text]) => literal(String(text), language))
  if (refers === undefined) return [objectOf(value, column, row)]
  const ids = type === 'array' ? (value as readonly unknown[]) : [value]
  return ids.map((id) => namedNode(linkTo(refers, textIn(row, 'dossier'), String(id), place)))
}

/** What a row says, as RDF: what it is, then a statement for each of its cells but those that are worked out of others. */
export function quadsOf({ name, columns, rdf: told }: Table, row: Row, place: Place): Quad[] {
  const subject = namedNode(told.subject(row, place))
  const types = [...told.types(row).map(wordOf), ownWord(place, name)]
  const cells = columns.flatMap((column) => {
    const value = row[column.name] ?? null
    if (value === null || column.isDerived) return []
    const predicate = namedNode(column.term ? wordOf(column.term) : ownWord(place, name, column.name))
    return objectsOf(value, column, row, place).map((object) => quad(subject, predicate, object))
  })
  return [
    ...types.map((type) => quad(subject, namedNode(`${rdf}type`), namedNode(type))),
    ...cells,
    ...(told.also?.(row, place) ?? []).map((said) =>
      quad(namedNode(said.subject), namedNode(wordOf(said.predicate)), namedNode(said.object)),
    ),
  ]
}

const writer = new Writer({ format: 'N-Triples' })

/** Rows as N-Triples (RDF 1.1), a statement on each line. */
export const triplesOf = (table: Table, rows: readonly Row[], place: Place): string =>
  writer.quadsToString(rows.flatMap((row) => quadsOf(table, row, place)))
