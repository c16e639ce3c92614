import { languages } from '@/lib/addresses/names'
import { type DateText, type Text, wordingsOf } from '@/lib/model'
import type { TableName } from './names'

/** The type of a column (Table Schema 2), and what is told as a day, a month or a year, or an instant: a text. */
export const cellTypes = [
  'string',
  'integer',
  'boolean',
  'date',
  'yearmonth',
  'year',
  'datetime',
  'array',
  'object',
  'told',
] as const
export type CellType = (typeof cellTypes)[number]

/** What stands in a cell; of `array` and `object` JSON values. An empty text is none. */
export type BulkCell = string | number | boolean | null | readonly unknown[] | object
export type Row = Readonly<Record<string, BulkCell>>

/** A column as all forms of its table have it. */
export interface Column {
  name: string
  type: CellType
  /** What it holds, in English: it stands in the descriptor of the package and on the data page. */
  says: string
  /** All it may be. */
  words?: readonly string[]
  /** A word of ELI or schema.org for it, `schema:headline`; left out, RDF has a word of this site. */
  term?: string
  /** The language of its texts, or the column that tells it. */
  language?: string | { column: string }
  /** Whether it holds texts by their languages. */
  isByLanguage?: true
  /** The table whose row it names by its id; with a column `dossier` where that has one. */
  refers?: TableName
  /** Whether it is worked out of another column, so that RDF leaves it out. */
  isDerived?: true
}

/** A column, and how it is read of what its rows are made of. */
export type ReadColumn<Item> = Column & { read: (item: Item) => BulkCell | undefined }

type More = Omit<Column, 'name' | 'type' | 'says'>

export const column = <Item>(
  name: string,
  type: CellType,
  says: string,
  read: (item: Item) => BulkCell | undefined,
  more: More = {},
): ReadColumn<Item> => ({ name, type, says, read, ...more })

/** A text of readers: a column for each language of the site, and one for what is in others. */
export const texts = <Item>(
  name: string,
  says: string,
  read: (item: Item) => Text | undefined,
  more: More = {},
): ReadColumn<Item>[] => [
  ...languages.map((language) =>
    column(
      `${name}_${language.toLowerCase().replaceAll('-', '_')}`,
      'string',
      `${says} (${language})`,
      (item: Item) => saidIn(read(item)).find((one) => one.language === language)?.text,
      { language, ...more },
    ),
  ),
  column(
    `${name}_other`,
    'object',
    `${says}, in other languages, by language`,
    (item: Item) => {
      const others = saidIn(read(item)).filter(({ language }) => !languages.includes(language))
      return others.length === 0 ? undefined : Object.fromEntries(others.map(({ language, text }) => [language, text]))
    },
    { isByLanguage: true, ...more },
  ),
]

const saidIn = (text: Text | undefined) => (text === undefined ? [] : wordingsOf(text))

const precisions = [
  ['day', 'date', 10],
  ['month', 'yearmonth', 7],
  ['year', 'year', 4],
] as const

/**
 * A date as it is told, and as day, month and year, each as far as it is told: of a month there is no day. `dateOf`: the date of what
 * may be an instant.
 */
export const dates = <Item>(
  name: string,
  says: string,
  read: (item: Item) => string | null | undefined,
  { dateOf = (_, told) => told, ...more }: More & { dateOf?: (item: Item, told: string) => DateText } = {},
): ReadColumn<Item>[] => [
  column(name, 'told', says, (item: Item) => read(item) ?? undefined, more),
  ...precisions.map(([part, type, length]) =>
    column(
      `${name}_${part}`,
      type,
      `The ${part} of \`${name}\`, where it is told`,
      (item: Item) => {
        const told = read(item)
        const date = told ? dateOf(item, told) : ''
        return date.length < length ? undefined : date.slice(0, length)
      },
      { isDerived: true as const },
    ),
  ),
]

/** A quote with its language. */
export const quotes = <Item>(
  read: (item: Item) => { text: string; language: string } | undefined,
): ReadColumn<Item>[] => [
  column('quote_text', 'string', 'What is quoted, at most 25 words', (item: Item) => read(item)?.text, {
    term: 'schema:text',
    language: { column: 'quote_language' },
  }),
  column('quote_language', 'string', 'The language of the quote', (item: Item) => read(item)?.language),
]

const cellOf = (value: BulkCell | undefined): BulkCell => (value === undefined || value === '' ? null : value)

/** The row of an item: a cell for each column, in their order. */
export const rowOf = <Item>(columns: readonly ReadColumn<Item>[], item: Item): Row =>
  Object.fromEntries(columns.map(({ name, read }) => [name, cellOf(read(item))]))
