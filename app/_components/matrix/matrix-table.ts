import { addDays, type DateText, type Day, type Dimension, findValue, type Value } from '@/lib/model'
import {
  type Decisions,
  decideTable,
  ifRestored,
  type Moment,
  type NextOfCell,
  nextOfCell,
  sameAnswer,
  sharedDecision,
  tableSize,
  turningDayAsTold,
  unsettledChanges,
  type Window,
  windowOf,
} from '@/lib/policy'
import type { ShownDisposition } from '@/lib/words/own-words'

/** A row or a column of the matrix. */
export interface Line {
  value: Value
  depth: number
  inner: boolean
  /** Values beside it that answer alike, where the table is folded. */
  also?: Value[]
}

export interface Cell {
  question: Record<string, string>
  /** In a folded table the questions that a cell answers at once, where no single one is all of them. */
  each?: readonly { question: Record<string, string>; values: readonly Value[] }[]
  /** Null: not worked out, for it stands for too many cases. */
  disposition: ShownDisposition | null
  /** Some answer within the cell has begun in the year before the day asked about. */
  moved: boolean
  /** The rules that apply beside the answer of each case within. */
  duties: readonly string[]
  /** What comes next, where that is one answer, and when, as it is told. */
  next: { date: DateText; disposition: ShownDisposition } | null
  /** Where it is not known whether the answer still holds: by which change, and both readings. */
  doubt: Doubt | null
}

interface Doubt {
  change: string
  again: ShownDisposition
  still: ShownDisposition
}

export interface MatrixTable {
  rows: Line[]
  columns: Line[]
  cells: Cell[][]
  /** Which part of all rows and columns this is. */
  parts: { rows: Window<Line>; columns: Window<Line> }
}

/** Which part of a large table is shown: one value with all below it, and from which line on. */
export interface Within {
  value?: string | undefined
  from?: string | undefined
}

/** A table that fits neither screen nor page is shown in parts. */
const most = { cells: 900, columns: 40 }

/** The values of a dimension as lines, groups before what they hold; without `groups` only the leaves. */
export function linesOf(dimension: Dimension, groups: boolean, within?: string): Line[] {
  const walk = (values: readonly Value[], depth: number): Line[] =>
    values.flatMap((value) => [{ value, depth, inner: value.values.length > 0 }, ...walk(value.values, depth + 1)])
  const only = within === undefined ? null : alone(dimension, within)
  const lines = walk(only ?? dimension.values, 0)
  return groups ? lines : lines.filter(({ inner }) => !inner)
}

/** One value with all below it; of a group what it holds, of a member the member itself. */
function alone(dimension: Dimension, id: string): Value[] | null {
  const value = findValue(dimension, id)
  if (value) return [value]
  const group = dimension.groups?.find((one) => one.id === id)
  if (group) return group.values.flatMap((held) => findValue(dimension, held) ?? [])
  const member = dimension.members?.find((one) => one.id === id)
  return member ? [{ id, name: member.name, values: [] }] : null
}

interface Plan {
  rows: Dimension
  columns: Dimension
  fixed: Record<string, string>
  /** Whether groups of columns have a column of their own. */
  groups: boolean
  within?: { rows: Within; columns: Within } | undefined
}

/** Every answer of a plan at a moment, as far as a page can hold. */
export function matrixTable(moment: Moment, { rows, columns, fixed, groups, within }: Plan): MatrixTable {
  const allRows = linesOf(rows, true, within?.rows.value)
  const allColumns = linesOf(columns, groups, within?.columns.value)
  const size = tableSize(allRows.length, allColumns.length, most)
  const startOf = (lines: Line[], { from }: Within = {}) =>
    Math.max(
      0,
      lines.findIndex(({ value }) => value.id === from),
    )
  const parts = {
    rows: windowOf(allRows, startOf(allRows, within?.rows), size.rows),
    columns: windowOf(allColumns, startOf(allColumns, within?.columns), size.columns),
  }
  const [down, across] = [parts.rows.shown, parts.columns.shown]
  const idsOf = (lines: readonly Line[]) => lines.map(({ value }) => value.id)
  const crossed = [
    { dimension: rows.id, values: idsOf(down) },
    { dimension: columns.id, values: idsOf(across) },
  ] as const
  const decided = decideTable(moment, fixed, crossed)
  const restored = unsettledChanges(moment).map((overdue) => ({
    change: overdue.change.id,
    decided: decideTable(ifRestored(overdue, moment), fixed, crossed),
  }))
  const yearAgo = addDays(moment.on, -365)
  const cells = down.map((row, at) =>
    across.map((column, place): Cell => {
      const question = { ...fixed, [rows.id]: row.value.id, [columns.id]: column.value.id }
      const decisions = decided[at]?.[place] ?? null
      const doubts = restored.flatMap((one) => doubtOf(one.change, decisions, one.decided[at]?.[place] ?? null) ?? [])
      const next = decisions && nextOfCell(moment, question)
      return {
        question,
        ...answerIn(decisions, yearAgo, doubts[0] ?? null),
        next: next && next.disposition !== decisions?.disposition ? nextIn(moment, next) : null,
      }
    }),
  )
  return { rows: down, columns: across, cells, parts }
}

/** Whether a change that may be in force again would give another answer to some of the cases. */
function doubtOf(change: string, now: Decisions | null, again: Decisions | null): Doubt | null {
  if (!now || !again) return null
  const differs = now.cases.some(({ decision }, at) => {
    const other = again.cases[at]
    return other !== undefined && !sameAnswer(decision, other.decision)
  })
  return differs ? { change, again: again.disposition, still: now.disposition } : null
}

const nextIn = ({ compiled, known }: Moment, { on, disposition }: NextOfCell): Cell['next'] => ({
  date: turningDayAsTold(compiled, on, known),
  disposition,
})

function answerIn(decisions: Decisions | null, yearAgo: Day, doubt: Doubt | null): Omit<Cell, 'question' | 'next'> {
  if (!decisions) return { disposition: null, moved: false, duties: [], doubt: null }
  const { disposition, cases } = decisions
  const moved = cases.some(({ decision }) => decision.since !== null && decision.since > yearAgo)
  const shown = doubt && disposition !== 'mixed' ? 'unknown' : disposition
  const { duties } = sharedDecision(cases.map(({ decision }) => decision))
  return { disposition: shown, moved, duties: duties.map(({ rule }) => rule), doubt }
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
