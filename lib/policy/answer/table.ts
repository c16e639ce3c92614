import type { Moment } from '@/lib/policy/standing/moment'
import { type Decisions, decisionsOn } from './answer'
import { standIn } from './members'
import { countCases } from './question'

/** A part of a list that is worked out and drawn at once, and what of it is left out. */
export interface Window<T> {
  shown: T[]
  /** How many there are in all, and how many stand before the shown ones. */
  all: number
  before: number
  /** The first of the part before this one, and of the one behind it; null where there is none. */
  previous: T | null
  next: T | null
}

/** The part of a list that begins at a place, `most` of it. */
export function windowOf<T>(list: readonly T[], start: number, most: number): Window<T> {
  const end = start + most
  return {
    shown: list.slice(start, end),
    all: list.length,
    before: start,
    previous: start > 0 ? (list[Math.max(0, start - most)] ?? null) : null,
    next: list[end] ?? null,
  }
}

/** How many rows and columns a table has: few enough for the cells that it may have, and never fewer than some of each. */
export function tableSize(rows: number, columns: number, most: { cells: number; columns: number }) {
  const across = Math.min(columns, most.columns)
  return { columns: across, rows: Math.min(rows, Math.max(1, Math.floor(most.cells / Math.max(1, across)))) }
}

/** Cases that one cell of a table may stand for, and all of them together; past that a cell is not worked out. */
const mostOfCell = 5000
const mostOfTable = 60_000

export interface Crossed {
  dimension: string
  values: readonly string[]
}

/** What is decided for each pair of values of two dimensions, row by row; null for a cell that stands for too many cases. Either
 * may be a member, and so may what is fixed. */
export function decideTable(
  moment: Moment,
  fixed: Record<string, string>,
  [rows, columns]: readonly [Crossed, Crossed],
): (Decisions | null)[][] {
  let spent = 0
  return rows.values.map((row) =>
    columns.values.map((column) => {
      const question = { ...fixed, [rows.dimension]: row, [columns.dimension]: column }
      const values = standIn(moment.compiled, question, moment.on)
      const count = values ? countCases(moment.compiled, values) : 1
      if (count > mostOfCell || spent + count > mostOfTable) return null
      spent += count
      return decisionsOn(moment, question)
    }),
  )
}
