import { addDays, type Day, type Dimension, type Value } from '@/lib/model'
import { type Decisions, decisionsOn, type Moment } from '@/lib/policy'
import type { ShownDisposition } from './Disposition'

/** A row or a column of the matrix. */
export interface Line {
  value: Value
  depth: number
  inner: boolean
}

export interface Cell {
  question: Record<string, string>
  disposition: ShownDisposition
  /** Some answer within the cell has begun in the year before the day asked about. */
  moved: boolean
}

export interface MatrixTable {
  rows: Line[]
  columns: Line[]
  cells: Cell[][]
}

/** The values of a dimension as lines, groups before what they hold; without `groups` only the leaves. */
export function linesOf(dimension: Dimension, groups: boolean): Line[] {
  const walk = (values: readonly Value[], depth: number): Line[] =>
    values.flatMap((value) => [{ value, depth, inner: value.values.length > 0 }, ...walk(value.values, depth + 1)])
  const lines = walk(dimension.values, 0)
  return groups ? lines : lines.filter(({ inner }) => !inner)
}

interface Plan {
  rows: Dimension
  columns: Dimension
  fixed: Record<string, string>
  /** Whether groups of columns have a column of their own. */
  groups: boolean
}

/** Every answer of a plan at a moment. */
export function matrixTable(moment: Moment, { rows, columns, fixed, groups }: Plan): MatrixTable {
  const down = linesOf(rows, true)
  const across = linesOf(columns, groups)
  const yearAgo = addDays(moment.on, -365)
  const cellOf = (row: string, column: string): Cell => {
    const question = { ...fixed, [rows.id]: row, [columns.id]: column }
    return { question, ...answerIn(decisionsOn(moment, question), yearAgo) }
  }
  const cells = down.map((row) => across.map((column) => cellOf(row.value.id, column.value.id)))
  return { rows: down, columns: across, cells }
}

function answerIn({ disposition, cases }: Decisions, yearAgo: Day): Pick<Cell, 'disposition' | 'moved'> {
  const moved = cases.some(({ decision }) => decision.since !== null && decision.since > yearAgo)
  return { disposition, moved }
}

/** One row of group headings above the columns: how many columns each spans; null where no group is. */
export function groupRows(dimension: Dimension, columns: readonly Line[]): { value: Value | null; span: number }[][] {
  const ancestors = new Map<string, Value[]>()
  const walk = (values: readonly Value[], above: Value[]) => {
    for (const value of values) {
      const chain = value.values.length > 0 ? [...above, value] : above
      ancestors.set(value.id, chain)
      walk(value.values, chain)
    }
  }
  walk(dimension.values, [])
  const depth = Math.max(0, ...columns.map(({ value }) => ancestors.get(value.id)?.length ?? 0))
  return Array.from({ length: depth }, (_, level) => {
    const spans: { value: Value | null; span: number }[] = []
    for (const { value } of columns) {
      const group = ancestors.get(value.id)?.[level] ?? null
      const last = spans.at(-1)
      if (last && last.value === group) last.span++
      else spans.push({ value: group, span: 1 })
    }
    return spans
  })
}
