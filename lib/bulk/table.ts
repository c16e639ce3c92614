import { type BulkCell, type Column, type ReadColumn, type Row, rowOf } from './column'
import type { TableName } from './names'

/** Where the things of a site have their names: scheme and host, and in whose name `tag:` ids are made. */
export interface Place {
  root: string
  authority: { name: string; since: string }
}

/** Says of something, named by its address, something more; an object is an address or a text. */
export interface Saying {
  subject: string
  /** `eli:changes` */
  predicate: string
  object: string
}

/** How the rows of a table are told as RDF. */
export interface InRdf {
  /** The name of what a row is about: the address of its page, or below one, or a `tag:` id. */
  subject: (row: Row, place: Place) => string
  /** Words of ELI and schema.org for what it is. */
  types: (row: Row) => readonly string[]
  /** What it says of something else. */
  also?: (row: Row, place: Place) => readonly Saying[]
}

/** A table that can be had in bulk, however it is written. */
export interface Table {
  name: TableName
  /** What a row is, in English. */
  says: string
  columns: readonly Column[]
  /** The columns that tell a row from all others; its rows are sorted by them. */
  key: readonly string[]
  rdf: InRdf
}

/** A table with how its rows are made. */
export interface MadeTable<Item> extends Table {
  rowOf: (item: Item) => Row
}

export const table = <Item>(
  name: TableName,
  told: Omit<Table, 'name' | 'columns'> & { columns: readonly ReadColumn<Item>[] },
): MadeTable<Item> => ({
  ...told,
  name,
  columns: told.columns.map(({ read: _, ...one }) => one),
  rowOf: (item) => rowOf(told.columns, item),
})

export const textIn = (row: Row, name: string): string => String(row[name] ?? '')
export type { BulkCell, Row }
