import { type Dossier, walkValues } from '@/lib/model'
import { type Case, decisionsOn, type Moment } from '@/lib/policy'
import { echoed } from '@/lib/text/echo'
import { toCsv } from './csv'
import { BadParameterError, readText } from './question'

/** Which two dimensions are crossed. */
export interface Axes {
  rows: string
  columns: string
}

/** Reads `rows` and `columns`; left out, those that the dossier names for its matrix. Throws `BadParameterError`. */
export function readAxes(parameters: URLSearchParams, dossier: Dossier): Axes {
  const ids = dossier.dimensions.map(({ id }) => id)
  const read = (name: 'rows' | 'columns', usual: string | undefined): string => {
    const asked = readText(parameters, name) ?? usual
    if (asked === undefined) throw new BadParameterError(name, 'This dossier has one dimension only: nothing to cross.')
    if (!ids.includes(asked))
      throw new BadParameterError(name, `“${echoed(asked)}” is not a dimension. Known are ${ids.join(', ')}.`)
    return asked
  }
  const rows = read('rows', dossier.matrix?.rows ?? ids[0])
  const columns = read(
    'columns',
    [dossier.matrix?.columns, ...ids].find((id) => id !== undefined && id !== rows),
  )
  if (rows === columns) throw new BadParameterError('columns', 'Rows and columns must be two different dimensions.')
  return { rows, columns }
}

/** A matrix as the API gives it: every value of two dimensions crossed, inner values too; the others as asked. */
export interface MatrixForm extends Axes {
  fixed: Case
  on: string
  known: string | null
  edition: number
  rowValues: string[]
  columnValues: string[]
  /** Row by row, `mixed` where the cases of an inner value differ. */
  cells: string[][]
}

const valuesOf = (dossier: Dossier, id: string): string[] =>
  [...walkValues(dossier.dimensions.find((dimension) => dimension.id === id)?.values ?? [])].map(
    ({ value }) => value.id,
  )

export function matrixForm(moment: Moment, axes: Axes, fixed: Case, edition: number): MatrixForm {
  const { dossier } = moment.compiled
  const rowValues = valuesOf(dossier, axes.rows)
  const columnValues = valuesOf(dossier, axes.columns)
  const answer = (row: string, column: string): string =>
    decisionsOn(moment, { ...fixed, [axes.rows]: row, [axes.columns]: column }).disposition
  const cells = rowValues.map((row) => columnValues.map((column) => answer(row, column)))
  return { ...axes, fixed, on: moment.on, known: moment.known, edition, rowValues, columnValues, cells }
}

/** The same as CSV: a row per value of one dimension, a column per value of the other. */
export const matrixCsv = ({ rows, columns, rowValues, columnValues, cells }: MatrixForm): string =>
  toCsv(
    [`${rows} \\ ${columns}`, ...columnValues],
    rowValues.map((row, at) => [row, ...(cells[at] ?? [])]),
  )
