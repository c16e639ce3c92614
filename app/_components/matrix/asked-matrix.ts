import { closest } from 'fastest-levenshtein'
import { type Axes, usualAxes, usualFixed } from '@/app/_reader/matrix-plan'
import type { Reading } from '@/app/_reader/reading'
import { BadParameter, Missing } from '@/app/_reader/refusal'
import type { NamesOf } from '@/lib/addresses/address'
import type { pages } from '@/lib/addresses/pages'
import { dimensionOf, isNamed, textOf, valuesOf } from '@/lib/asking/read'
import { nearOnes } from '@/lib/words/near'
import { linesOf, type Within } from './matrix-table'

/** Where a matrix is read. */
export type MatrixReading = Reading<NamesOf<typeof pages.matrix>>

/** The two dimensions that the address crosses. `Missing` where the dossier has no matrix. */
export function axesOf(reading: MatrixReading): Axes {
  const usual = usualAxes(reading)
  if (!usual) throw new Missing('page', 'matrix')
  const rows = dimensionOf(reading, 'rows')
  const columns = dimensionOf(reading, 'columns')
  if (rows && columns && rows === columns) throw new BadParameter('columns', columns.id, { code: 'sameDimension' })
  const other = (taken: Axes['rows']) =>
    [usual.columns, usual.rows].find((dimension) => dimension !== taken) ?? usual.rows
  if (rows && !columns) return { rows, columns: other(rows) }
  if (columns && !rows) return { rows: other(columns), columns }
  return { rows: rows ?? usual.rows, columns: columns ?? usual.columns }
}

const othersOf = ({ dossier }: Reading, { rows, columns }: Axes) =>
  dossier.dimensions.filter((dimension) => dimension !== rows && dimension !== columns)

/** The values that it asks of the others. */
export const askedOf = (reading: MatrixReading, axes: Axes) => valuesOf(reading, othersOf(reading, axes))

/** Which part of a large matrix the address asks for. */
export function withinOf(reading: MatrixReading, { rows, columns }: Axes): { rows: Within; columns: Within } {
  const values = valuesOf(reading, [rows, columns])
  const of = (dimension: Axes['rows'], parameter: 'rowsFrom' | 'columnsFrom'): Within => {
    const from = textOf(reading.query, parameter)
    const known = linesOf(dimension, true, values[dimension.id]).map(({ value }) => value.id)
    if (from === undefined || known.includes(from)) return { value: values[dimension.id], from }
    throw new BadParameter(
      parameter,
      from,
      { code: 'badValue', dimension, closest: closest(from, known) },
      nearOnes(from, known),
    )
  }
  return { rows: of(rows, 'rowsFrom'), columns: of(columns, 'columnsFrom') }
}

/** Values of the other dimensions: as asked; as the dossier usually fixes them while the address says nothing of them. */
export function fixedOf(reading: MatrixReading, axes: Axes): Record<string, string> {
  const usual = usualFixed(reading, axes)
  for (const { id } of othersOf(reading, axes)) if (isNamed(reading, id)) delete usual[id]
  return { ...usual, ...askedOf(reading, axes) }
}

/** What the dossier usually fixes and is left open here. */
export const openedOf = (reading: Reading, axes: Axes, fixed: Record<string, string>): string[] =>
  Object.keys(usualFixed(reading, axes)).filter((id) => fixed[id] === undefined)
