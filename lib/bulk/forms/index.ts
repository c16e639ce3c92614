import type { Row } from '../column'
import { type Digest, Digesting } from '../digests'
import { type TableForm, tableForms } from '../names'
import type { Place, Table } from '../table'
import { csvHead, csvOf } from './cells'
import { triplesOf } from './rdf'

/** How a table is written in one form: a head, rows as they come, an end. */
export interface TableWriting {
  /** Media type, without parameters. */
  type: string
  head: (table: Table) => string
  rows: (table: Table, rows: readonly Row[], at: { place: Place; isFirst: boolean }) => string
  end: string
}

const lines = (rows: readonly Row[], between: string): string => rows.map((row) => JSON.stringify(row)).join(between)

export const forms: Record<TableForm, TableWriting> = {
  csv: {
    type: 'text/csv',
    head: csvHead,
    rows: (table, rows) => csvOf(table, rows),
    end: '',
  },
  json: {
    type: 'application/json',
    head: () => '[',
    rows: (_, rows, { isFirst }) => (rows.length === 0 ? '' : `${isFirst ? '\n' : ',\n'}${lines(rows, ',\n')}`),
    end: '\n]\n',
  },
  ndjson: {
    type: 'application/x-ndjson',
    head: () => '',
    rows: (_, rows) => (rows.length === 0 ? '' : `${lines(rows, '\n')}\n`),
    end: '',
  },
  nt: {
    type: 'application/n-triples',
    head: () => '',
    rows: (table, rows, { place }) => triplesOf(table, rows, place),
    end: '',
  },
}

/** A table in a form, piece by piece, as its rows come. */
export async function* written(
  form: TableForm,
  table: Table,
  rows: AsyncIterable<readonly Row[]>,
  place: Place,
): AsyncGenerator<string> {
  const { head, rows: write, end } = forms[form]
  yield head(table)
  let isFirst = true
  for await (const some of rows) {
    yield write(table, some, { place, isFirst })
    if (some.length > 0) isFirst = false
  }
  yield end
}

/** The digests of a table in all its forms, as `written` writes them, by one walk through its rows. */
export async function digestsOf(
  table: Table,
  rows: AsyncIterable<readonly Row[]>,
  place: Place,
): Promise<Record<TableForm, Digest>> {
  const begun = tableForms.map((form) => ({ form, digesting: new Digesting() }))
  for (const { form, digesting } of begun) digesting.add(forms[form].head(table))
  let isFirst = true
  for await (const some of rows) {
    for (const { form, digesting } of begun) digesting.add(forms[form].rows(table, some, { place, isFirst }))
    if (some.length > 0) isFirst = false
  }
  for (const { form, digesting } of begun) digesting.add(forms[form].end)
  const ended = begun.map(({ form, digesting }) => [form, digesting.end()] as const)
  return Object.fromEntries(ended) as Record<TableForm, Digest>
}
