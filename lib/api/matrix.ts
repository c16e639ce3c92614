import type { Query } from '@/lib/asking/query'
import { dimensionOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { type Dimension, type Dossier, findValue, walkValues } from '@/lib/model'
import {
  type Case,
  type Duty,
  decideTable,
  type Moment,
  type NextOfCell,
  nextOfCell,
  sharedDecision,
  tableSize,
  windowOf,
} from '@/lib/policy'
import { assumedRows, dutiesInWords, nextInWords } from './answer-words'
import { type Assumed, assumedIn } from './assumed'
import { toCsv } from './csv'

/** Which two dimensions are crossed. */
export interface MatrixAxes {
  rows: string
  columns: string
}

/** Which part of a large matrix is asked for: per axis one value with all below it, and from which value on. */
export interface MatrixPart {
  values: Case
  rowsFrom?: string | undefined
  columnsFrom?: string | undefined
}

/** Reads `rows` and `columns`; left out, those that the dossier names for its matrix. Throws `BadParameter`. */
export function readAxes(query: Query<'rows' | 'columns'>, dossier: Dossier): MatrixAxes {
  const ids = dossier.dimensions.map(({ id }) => id)
  const read = (name: 'rows' | 'columns', usual: string | undefined): string => {
    const asked = dimensionOf({ query, dossier }, name)?.id ?? usual
    if (asked === undefined) throw new BadParameter(name, '', { code: 'oneDimension' })
    return asked
  }
  const rows = read('rows', dossier.matrix?.rows ?? ids[0])
  const columns = read(
    'columns',
    [dossier.matrix?.columns, ...ids].find((id) => id !== undefined && id !== rows),
  )
  if (rows === columns) throw new BadParameter('columns', columns, { code: 'sameDimension' })
  return { rows, columns }
}

/** A matrix as the API gives it: every value of two dimensions crossed, inner values too; the others as asked. */
export interface MatrixForm extends MatrixAxes {
  fixed: Case
  on: string
  known: string | null
  edition: number
  rowValues: string[]
  columnValues: string[]
  /** Row by row, `mixed` where the cases of an inner value differ; null where they are too many to be answered at once. */
  cells: (string | null)[][]
  /** Of each cell what comes next and when; null where nothing does that is known. */
  next: (NextOfCell | null)[][]
  /** Of each cell what also applies to all of its cases. */
  duties: Duty[][][]
  assume: Assumed[]
  /** How many rows and columns are not here, and the parameters that lead on; null when all are. */
  leftOut: { rows: number; columns: number; next: Record<string, string> } | null
}

/** So many cells are answered at once. */
const most = { cells: 8000, columns: 300 }

/** The values that an axis shows: all or, of one value, what is below it, of a group what it holds; a member stands alone. */
function valuesOf(dossier: Dossier, id: string, within: string | undefined): string[] {
  const dimension = dossier.dimensions.find((candidate) => candidate.id === id)
  if (!dimension) return []
  const tree = (values: Dimension['values']) => [...walkValues(values)].map(({ value }) => value.id)
  if (within === undefined) return tree(dimension.values)
  const group = dimension.groups?.find((one) => one.id === within)
  if (group)
    return [...new Set([within, ...group.values.flatMap((one) => tree([findValue(dimension, one) ?? []].flat()))])]
  const only = findValue(dimension, within)
  return only ? tree([only]) : [within]
}

/** A matrix, or the part of it that is asked for. Throws `BadParameter` for a part that begins nowhere. */
export function matrixForm(
  moment: Moment,
  axes: MatrixAxes,
  fixed: Case,
  { edition, part = { values: {} } }: { edition: number; part?: MatrixPart },
): MatrixForm {
  const { dossier } = moment.compiled
  const allRows = valuesOf(dossier, axes.rows, part.values[axes.rows])
  const allColumns = valuesOf(dossier, axes.columns, part.values[axes.columns])
  const size = tableSize(allRows.length, allColumns.length, most)
  const rows = windowOf(allRows, startIn(allRows, 'rowsFrom', part), size.rows)
  const columns = windowOf(allColumns, startIn(allColumns, 'columnsFrom', part), size.columns)
  const decided = decideTable(moment, fixed, [
    { dimension: axes.rows, values: rows.shown },
    { dimension: axes.columns, values: columns.shown },
  ])
  const cellsOf = <T>(read: (row: string, column: string, at: [number, number]) => T): T[][] =>
    rows.shown.map((row, x) => columns.shown.map((column, y) => read(row, column, [x, y])))
  const left = { rows: rows.all - rows.shown.length, columns: columns.all - columns.shown.length }
  const next = {
    ...(rows.next === null ? {} : { rowsFrom: rows.next }),
    ...(columns.next === null ? {} : { columnsFrom: columns.next }),
  }
  return {
    ...axes,
    fixed,
    on: moment.on,
    known: moment.known,
    edition,
    rowValues: rows.shown,
    columnValues: columns.shown,
    cells: decided.map((cells) => cells.map((decisions) => decisions?.disposition ?? null)),
    next: cellsOf((row, column, [x, y]) =>
      decided[x]?.[y] ? nextOfCell(moment, { ...fixed, [axes.rows]: row, [axes.columns]: column }) : null,
    ),
    duties: decided.map((cells) =>
      cells.map((decisions) => (decisions ? sharedDecision(decisions.cases.map((one) => one.decision)).duties : [])),
    ),
    assume: assumedIn(moment),
    leftOut: left.rows + left.columns === 0 ? null : { ...left, next },
  }
}

function startIn(values: readonly string[], name: 'rowsFrom' | 'columnsFrom', part: MatrixPart): number {
  const from = part[name]
  if (from === undefined) return 0
  const at = values.indexOf(from)
  if (at < 0) throw new BadParameter(name, from, { code: 'badLine' })
  return at
}

/**
 * The same as CSV: a row per value of one dimension, a column per value of the other; behind them, for each that has any, what
 * comes next and what also applies. At the end what is assumed, and what is left out.
 */
export function matrixCsv(matrix: MatrixForm): string {
  const { rows, columns, rowValues, columnValues, cells, next, duties, assume, leftOut } = matrix
  const nextIn = (at: number, place: number) => nextInWords(next[at]?.[place] ?? null)
  const dutiesIn = (at: number, place: number) => dutiesInWords(duties[at]?.[place] ?? [])
  const more = columnValues.flatMap((column, place) =>
    [
      { head: `${column} next`, read: (at: number) => nextIn(at, place) },
      { head: `${column} duties`, read: (at: number) => dutiesIn(at, place) },
    ].filter(({ read }) => rowValues.some((_, at) => read(at) !== '')),
  )
  return toCsv(
    [`${rows} \\ ${columns}`, ...columnValues, ...more.map(({ head }) => head)],
    [
      ...rowValues.map((row, at) => [
        row,
        ...(cells[at] ?? []).map((cell) => cell ?? ''),
        ...more.map(({ read }) => read(at)),
      ]),
      ...assumedRows(assume),
      ...(leftOut ? [[leftOutInWords(leftOut)]] : []),
    ],
  )
}

const leftOutInWords = ({ rows, columns, next }: NonNullable<MatrixForm['leftOut']>): string =>
  `Left out: ${rows} rows and ${columns} columns. Go on with ${new URLSearchParams(next) || 'the first part'}, or name one value of a dimension.`
